public import LandRelease

/// Reads rows as minefield records handed over from wartime.
public struct MinefieldRecordReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<MinefieldRecord> {
    var fields = try RowFields(row, context)
    var record = MinefieldRecord(key: try fields.key("minefield record"))
    record.source = fields.freeText(.source)
    record.date = try fields.date(.date)
    record.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    record.verdict = try fields.code(.verdict, Words.recordVerdict) ?? .unchecked
    record.recordedQuantity = try fields.count(.recordedQuantity)
    record.recordedType = fields.freeText(.recordedType).map(Words.categoryIfKnown)
    record.foundQuantity = try fields.count(.foundQuantity)
    record.displacementMetres = try fields.metres(.displacement)
    record.geometry = try fields.geometry()
    if record.geometry == nil { record.geometry = try fields.position().map { .points([$0]) } }
    return Reading(record: record, findings: fields.findings)
  }
}
