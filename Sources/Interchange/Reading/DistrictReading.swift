public import LandRelease

/// Reads rows as administrative units.
public struct DistrictReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<District> {
    var fields = try RowFields(row, context)
    let code = try fields.required(.code)
    fields.recordName = "district \(code)"
    guard code != District.none else {
      throw Refusal(
        field: context.columns.columnName(.code),
        reason: "\"\(code)\" is the code of ground in no district", remedy: "Use another code.")
    }
    guard case .polygons(let polygon) = try fields.geometry() else {
      throw Refusal(
        field: "geometry", reason: "the district \(code) has no polygon",
        remedy: "Give its boundary as a polygon.")
    }
    var district = District(code: code, name: fields.text(.name) ?? code, polygon: polygon)
    if fields.text(.name) == nil {
      fields.find(
        .missingName, .name, "the district has no name: its code stands for it",
        remedy: "Give the name.")
    }
    district.aliases = aliases(fields)
    district.parent = fields.text(.parent)
    district.validFrom = try fields.value(.validFrom, DateText.readStart)
    district.validTo = try fields.date(.validTo)
    return Reading(record: district, findings: fields.findings)
  }

  private func aliases(_ fields: RowFields) -> [String] {
    (fields.text(.aliases) ?? "").split { ",;|/\n".contains($0) }.map(\.trimmingBlanks)
      .filter { !$0.isEmpty }
  }
}
