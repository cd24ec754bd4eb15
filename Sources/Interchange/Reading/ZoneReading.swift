public import LandRelease
import GeometryValues

/// Reads rows as places that matter; a line needs a width and a point a radius, since ground is
/// what is asked about.
public struct ZoneReading: Sendable {
  private let context: ReadingContext

  /// Makes a reader for the rows of one table.
  public init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads one row.
  ///
  /// - Throws: ``Refusal`` naming the first field that can't be taken.
  public func read(_ row: SurveyRow) throws(Refusal) -> Reading<Zone> {
    var fields = try RowFields(row, context)
    let key = try fields.key("zone")
    let kind = try fields.requiredCode(.kind, Words.zoneKind)
    var zone = Zone(key: key, kind: kind, drawn: try drawn(fields))
    zone.name = fields.freeText(.name)
    zone.date = try fields.date(.date)
    zone.source = fields.freeText(.source)
    zone.sensitivity = try fields.code(.sensitivity, Words.sensitivity)
    try readSizes(&fields, into: &zone)
    return Reading(record: zone, findings: fields.findings)
  }

  private func drawn(_ fields: RowFields) throws(Refusal) -> Geometry {
    if let geometry = try fields.geometry() { return geometry }
    var placed = fields
    if let position = try placed.position() { return .points([position]) }
    throw Refusal(
      field: "geometry", reason: "the zone has no geometry",
      remedy: "Draw it: a polygon, a line with width_m, or a point with radius_m.")
  }

  private func readSizes(_ fields: inout RowFields, into zone: inout Zone) throws(Refusal) {
    let width = try metres(.width, fields)
    let radius = try metres(.radius, fields)
    switch zone.drawn {
    case .polygons, .empty:
      // A width beside a polygon describes it and draws nothing.
      break
    case .lines(let lines):
      guard lines.allSatisfy({ $0.count > 1 }) else {
        throw Refusal(
          field: "geometry", reason: "a line has fewer than two points",
          remedy: "Draw the whole line.")
      }
      guard let width else {
        throw missing(
          .width, fields, reason: "a line has no ground and the row no width_m",
          remedy: "Give the whole width of its corridor in metres, or --map width_m==20 for all.")
      }
      zone.widthMetres = width
    case .points:
      guard let radius else {
        throw missing(
          .radius, fields, reason: "a point has no ground and the row no radius_m",
          remedy: "Give the radius of a circle in metres, draw its ground, or --map radius_m==50.")
      }
      zone.radiusMetres = radius
    }
  }

  private func missing(
    _ field: SurveyField, _ fields: RowFields, reason: String, remedy: String
  ) -> Refusal {
    Refusal(field: context.columns.columnName(field), reason: reason, remedy: remedy)
  }

  /// Metres, perhaps with their unit; as wide as a river mouth at most.
  private func metres(_ field: SurveyField, _ fields: RowFields) throws(Refusal) -> Double? {
    try fields.value(field) { text throws(ValueFault) in
      let (number, unit) = NumberText.splitUnit(text)
      guard ["", "m", "м", "metre", "metres", "meter", "meters"].contains(unit.lowercased()) else {
        throw ValueFault(reason: "\"\(text)\" is not in metres", remedy: "Write it in metres.")
      }
      let value = try NumberText.read(number)
      guard value > 0, value <= 100_000 else {
        throw ValueFault(
          reason: "\"\(text)\" is no width of ground in metres",
          remedy: "Write metres above 0 and up to 100,000.")
      }
      return value
    }
  }
}
