public import LandRelease

/// A row of a file that holds hazards and releases together.
public enum LandRecord: Hashable, Sendable {
  case hazard(Hazard)
  case release(ReleaseRow)
}

/// Reads rows of both kinds, told apart by a class or a kind.
public struct RecordReading: Sendable {
  private let context: ReadingContext
  private let hazards: HazardReading
  private let releases: ReleaseReading

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
    hazards = HazardReading(context)
    releases = ReleaseReading(context)
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` where the row is both or neither, or a field can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<LandRecord> {
    let fields = try RowFields(row, context)
    switch (isHazard(fields), isRelease(fields)) {
    case (true, false):
      let reading = try hazards.read(row)
      return Reading(record: .hazard(reading.record), findings: reading.findings)
    case (false, true):
      let reading = try releases.read(row)
      return Reading(record: .release(reading.record), findings: reading.findings)
    case (true, true):
      throw Refusal(
        field: "class, kind", reason: "it has a class and a kind: it can't be both",
        remedy: "Leave class empty for a release, kind empty for a hazard.")
    case (false, false):
      throw Refusal(
        field: "class, kind", reason: "it has neither a class nor a kind",
        remedy:
          "Give a hazard its class (SHA, CHA), a release its kind (cancelled, reduced, cleared).")
    }
  }

  private func isHazard(_ fields: RowFields) -> Bool {
    guard let text = fields.text(.hazardClass) else { return false }
    return !context.columns.isWeak(.hazardClass) || Words.hazardClass.code(text) != nil
  }

  private func isRelease(_ fields: RowFields) -> Bool {
    guard let text = fields.text(.kind) else { return false }
    return !context.columns.isWeak(.kind) || Words.releaseKind.code(text) != nil
  }
}
