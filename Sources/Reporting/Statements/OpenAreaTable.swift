public import GeometryValues
public import LandRelease

/// One hazardous area that is open.
public struct OpenAreaLine: Hashable, Sendable {
  /// What names it.
  public var key: RecordKey
  /// The code of the district where most of it lies.
  public var district: String
  /// The highest state of what is open.
  public var state: LandState
  /// What of it is open; nil for an area without a polygon.
  public var area: Area?
  /// What it is declared to be.
  public var reported: Area?
  /// The contamination it names.
  public var contamination: ContaminationTypes
  /// Longitude and latitude of a point inside, on WGS 84.
  public var place: Position?
  /// The date of the information.
  public var date: CalendarDate?
  /// `legacy` or `new`, where it is known.
  public var origin: String?

  /// Makes a line of its parts.
  public init(
    key: RecordKey, district: String, state: LandState, area: Area?,
    reported: Area? = nil, contamination: ContaminationTypes, place: Position? = nil,
    date: CalendarDate? = nil, origin: String? = nil
  ) {
    self.key = key
    self.district = district
    self.state = state
    self.area = area
    self.reported = reported
    self.contamination = contamination
    self.place = place
    self.date = date
    self.origin = origin
  }
}

/// Hazardous areas one by one, each with a point inside.
enum OpenAreaTable {
  static func table(
    _ lines: [OpenAreaLine], id: String, title: String, basis: StatementBasis
  ) -> Table {
    var table = Table(
      id: id, title: title,
      columns: [Column("area_id", "Area", .text, reveals: .record)]
        + basis.groupColumns([.district]) + [
          Column("latitude", "Latitude", .text, reveals: .place),
          Column("longitude", "Longitude", .text, reveals: .place),
          .words("state", "Class"),
          Column("open_m2", "Open", .area).fixed(in: .squareMetres),
          Column("reported_m2", "Reported", .area).fixed(in: .squareMetres),
          .words("contamination", "Types"),
          Column("quantity", "Quantity", .count),
          Column("emplaced", "Emplaced", .date, reveals: .day),
          Column("information_date", "Information of", .date, reveals: .day),
          .words("origin", "Origin"),
        ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [.text("\(line.key)")] + basis.groupCells([.district], [line.district]) + [
            degrees(line.place?.y), degrees(line.place?.x), .text(line.state.rawValue),
            line.area.map { .area($0) } ?? .empty, line.reported.map { .area($0) } ?? .empty,
            .text(line.contamination.text), .empty, .empty,
            line.date.map { .date($0) } ?? .empty, line.origin.map { .text($0) } ?? .empty,
          ])
        row.records = 1
        return row
      })
    table.notes = [
      "Coordinates are of a point inside on WGS 84, in degrees. Where areas overlap, each has the shared ground.",
      "An area without a polygon has its reported size alone and is in no total.",
    ]
    return table
  }

  private static func degrees(_ value: Double?) -> Cell {
    value.flatMap { FixedDecimal($0)?.rounded(to: 4).text }.map { .text($0) } ?? .empty
  }
}
