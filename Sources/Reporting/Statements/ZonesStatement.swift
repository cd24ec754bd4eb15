public import LandRelease

/// The ground of a zone, or of zones together, by state.
public struct ZoneLine: Hashable, Sendable {
  /// The zone; nil for a sum.
  public var key: RecordKey?
  /// What people call it.
  public var name: String?
  /// What sort of place it is; nil for a sum of several.
  public var kind: ZoneKind?
  /// The district that most of it lies in, or that a sum is of; nil for a sum of all.
  public var district: String?
  /// How many zones there are.
  public var zones = 0
  /// Its ground by state, unrecorded included.
  public var areas: [LandState: Area] = [:]
  /// Ground that is not open and on which a version lies that waits to be confirmed.
  public var pending = Area.zero
  /// How many hazards hold ground in it.
  public var openHazards = 0
  /// How many records the ground of each state rests on.
  public var records: [LandState: Int] = [:]
  /// Whether its figures are withheld, being on or near restricted ground.
  public var isWithheld = false

  /// Makes a line without ground.
  public init() {}

  /// All its ground.
  public var area: Area { areas.values.reduce(.zero, +) }

  /// Its ground in any of some states.
  public func area(_ isCounted: (LandState) -> Bool) -> Area {
    areas.reduce(.zero) { isCounted($1.key) ? $0 + $1.value : $0 }
  }
}

/// Places that matter, and how much of their ground is open, released or was never recorded.
public enum ZonesStatement {
  /// What the statement is made of.
  public struct Figures: Sendable {
    /// Each zone.
    public var zones: [ZoneLine] = []
    /// Zones of one kind together, the ground they share once.
    public var kinds: [ZoneLine] = []
    /// The sums that were asked for, and by what; none where none were.
    public var cut: (dimensions: [LedgerDimension], lines: [ZoneLine])?
    /// All zones together, the ground they share once.
    public var total = ZoneLine()
    /// How many zones the profile leaves out.
    public var hidden = 0
    /// Open hazards and accepted releases without a polygon, which are in no zone.
    public var unplaced: (hazards: Int, releases: Int) = (0, 0)

    /// Makes figures of nothing.
    public init() {}
  }

  /// Makes the report.
  public static func report(_ figures: Figures, basis: StatementBasis) -> Report {
    var notes = [
      "Still to do is open ground: confirmed, suspected or given up. Unrecorded ground is ground that no record tells of.",
      "Zones that overlap count each for itself; sums count the ground they share once.",
      "Lines are corridors of their width, points circles of their radius.",
    ]
    if figures.unplaced != (0, 0) {
      notes.append(
        "In no zone: \(figures.unplaced.hazards) hazards and \(figures.unplaced.releases) releases without a polygon."
      )
    }
    if figures.zones.isEmpty, figures.hidden == 0 {
      notes.append("The book has no zones: landbook import zones takes them in.")
    }
    let withheld = figures.zones.count(where: \.isWithheld)
    if withheld > 0 {
      notes.append(
        "Left out of all sums: \(withheld) zones on or near ground of restricted records. It is not free ground."
      )
    }
    if figures.hidden > 0 {
      notes.append("Left out: \(figures.hidden) zones that this profile does not let out.")
    }
    var tables: [Table] = []
    if let cut = figures.cut {
      tables.append(sums("zones_cut", cut.lines, cut.dimensions, figures.total, basis))
    } else {
      tables = [
        sums("kinds", figures.kinds, [.kind], figures.total, basis), zones(figures.zones, basis),
      ]
    }
    var report = basis.report(
      "Zones: open and released ground in places that matter", notes: notes, tables: tables,
      mainTable: tables.last?.id)
    report.withholdsRestricted = true
    return report
  }

  private static func zones(_ lines: [ZoneLine], _ basis: StatementBasis) -> Table {
    let sorted = lines.sorted { left, right in
      let (a, b) = (left.area(\.isOpen), right.area(\.isOpen))
      if left.isWithheld != right.isWithheld { return right.isWithheld }
      if a != b, !left.isWithheld { return a > b }
      return left.key.map { key in right.key.map { key < $0 } ?? false } ?? true
    }
    let names = [
      Column("zone", "Zone", .text, reveals: .place),
      Column("zone_name", "Name", .text, reveals: .place),
      Column.words("zone_kind", "Kind", reveals: .place),
      Column("district", "District", .text, reveals: .place),
    ]
    return Table(
      id: "zones", title: "Zones, those with most to do first", columns: names + columns,
      rows: sorted.map { line in
        row(
          .body,
          [
            .text(line.key?.description ?? ""), line.name.map { .text($0) } ?? .empty,
            .text(line.kind?.rawValue ?? ""), .text(line.district ?? ""),
          ], line)
      })
  }

  private static func sums(
    _ id: String, _ lines: [ZoneLine], _ dimensions: [LedgerDimension], _ total: ZoneLine,
    _ basis: StatementBasis
  ) -> Table {
    let names = dimensions.flatMap { dimension in
      dimension == .kind ? [Column.words("zone_kind", "Kind")] : basis.groupColumns([dimension])
    }
    let zones = Column("zones", "Zones", .count)
    func cells(_ line: ZoneLine) -> [Cell] {
      dimensions.flatMap { dimension in
        dimension == .kind
          ? [.text(line.kind?.rawValue ?? "")]
          : basis.groupCells([dimension], [line.district ?? ""])
      }
    }
    let blank = Array(repeating: Cell.empty, count: names.count - 1)
    return Table(
      id: id, title: "Zones together, the ground they share once",
      columns: names + [zones] + columns,
      rows: lines.map { row(.body, cells($0) + [.count($0.zones)], $0) }
        + [row(.total, [.text("Total")] + blank + [.count(total.zones)], total)])
  }

  private static let columns = [
    Column("area_m2", "Area", .area), Column("confirmed_m2", "Confirmed", .area),
    Column("suspected_m2", "Suspected", .area), Column("given_up_m2", "Given up", .area),
    Column("open_m2", "Still to do", .area), Column("open_share", "Share to do", .share),
    Column("open_hazards", "Open hazards", .count), Column("cleared_m2", "Cleared", .area),
    Column("reduced_m2", "Reduced", .area), Column("cancelled_m2", "Cancelled", .area),
    Column("released_m2", "Released", .area), Column("unrecorded_m2", "Unrecorded", .area),
    Column("pending_m2", "Pending", .area),
  ]

  private static func row(_ style: Row.Style, _ names: [Cell], _ line: ZoneLine) -> Row {
    func area(_ state: LandState) -> Cell { .area(line.areas[state] ?? .zero) }
    let open = line.area(\.isOpen)
    let figures: [Cell] = [
      area(.confirmed), area(.suspected), area(.givenUp), .area(open),
      .share(.area(open), of: .area(line.area)), .count(line.openHazards), area(.cleared),
      area(.reduced), area(.cancelled), .area(line.area(\.isReleased)), area(.unrecorded),
      .area(line.pending),
    ]
    let shown = line.isWithheld ? figures.map { _ in Cell.withheld } : figures
    var row = Row(style, names + [.area(line.area)] + shown)
    row.records = line.records.values.reduce(0, +)
    row.columnRecords = records(line)
    return row
  }

  /// Figures of no ground rest on nobody's record; the extent of places is no secret.
  private static func records(_ line: ZoneLine) -> [String: Int] {
    func of(_ isCounted: (LandState) -> Bool) -> Int {
      line.records.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }
    let known = 1_000_000
    return [
      "zones": known, "area_m2": known, "confirmed_m2": of { $0 == .confirmed },
      "suspected_m2": of { $0 == .suspected }, "given_up_m2": of { $0 == .givenUp },
      "open_m2": of(\.isOpen), "open_share": of(\.isOpen), "open_hazards": of(\.isOpen),
      "cleared_m2": of { $0 == .cleared }, "reduced_m2": of { $0 == .reduced },
      "cancelled_m2": of { $0 == .cancelled }, "released_m2": of(\.isReleased),
      "unrecorded_m2": of { $0 != .unrecorded }, "pending_m2": line.pending == .zero ? known : 0,
    ]
  }
}
