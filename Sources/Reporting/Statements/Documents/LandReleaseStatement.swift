public import LandRelease

/// Open ground of one district, layer and class over a period.
public struct LandReleaseLine: Sendable {
  /// The district's code.
  public var district: String
  /// The contamination.
  public var layer: Layer
  /// What came in and went out of the class.
  public var account: ClassAccount
  /// Hazard records of the class with ground left on the day before the period; nil where records
  /// do not tell.
  public var openingCount: Int?
  /// The same at the end of the period.
  public var closingCount: Int?
  /// Of the land released in the period, unplaced land included: what has a polygon.
  public var placed: Area
  /// Land released in the period, unplaced land included.
  public var releasedWithUnplaced: Area

  /// Makes a line of its parts.
  public init(
    district: String, layer: Layer, account: ClassAccount, openingCount: Int? = nil,
    closingCount: Int? = nil, placed: Area = .zero, releasedWithUnplaced: Area = .zero
  ) {
    self.district = district
    self.layer = layer
    self.account = account
    self.openingCount = openingCount
    self.closingCount = closingCount
    self.placed = placed
    self.releasedWithUnplaced = releasedWithUnplaced
  }
}

/// The land release statement: the ledger by district, layer and class, with counts of areas.
public enum LandReleaseStatement {
  /// - Parameters:
  ///   - lines: in the order they are printed.
  ///   - total: land released in the period in the layer `land`.
  ///   - remainders: what is too little to be an area, where each hazard was asked what ground it
  ///     holds; nil where its links were.
  public static func report(
    _ lines: [LandReleaseLine], total: ProgressLine, remainders: OpenRemainders? = nil,
    basis: StatementBasis
  ) -> Report {
    let land = lines.filter { $0.layer == .land }
    let types = lines.filter { $0.layer != .land }
    var main = table(land, id: "land_release", title: "Land by district and class", basis)
    main.rows += totals(land, basis)
    main.notes = [
      remainders != nil
        ? "Areas: hazards that hold open ground on the day, each in the class of the highest ground it holds and in the district where most of it lies."
        : "Areas: hazard records by the day, last said to be of the class, neither withdrawn, closed nor handed over, whose linked releases measure less than the hazard does."
    ]
    main.notes += remainders?.notes ?? []
    let tables = [
      HeadlineTable.table(total), main, coverage(land, total: total, basis),
      table(types, id: "layers", title: "By district, contamination and class", basis),
    ]
    return basis.report(
      "Land release statement",
      notes: [
        "Closing = opening + identified + reopened + revoked + reclassified - withdrawn - cancelled - reduced - cleared; the residual is what that leaves over.",
        "Reopened holds contested ground too. Reclassified is what moved between suspected, confirmed and given up.",
        "One square metre can be open for several kinds of contamination: layers do not add up to land.",
        "Newly found and newly laid contamination are not told apart in this book.",
      ],
      tables: tables.filter { !$0.rows.isEmpty }, mainTable: "land_release")
  }

  private static func table(
    _ lines: [LandReleaseLine], id: String, title: String, _ basis: StatementBasis
  ) -> Table {
    Table(
      id: id, title: title,
      columns: basis.groupColumns([.district]) + [
        .words("layer", "Layer"), .words("class", "Class"),
        Column("opening_areas", "Areas at opening", .count),
        Column("opening_m2", "Opening", .area), Column("identified_m2", "Identified", .area),
        Column("reopened_m2", "Reopened", .area), Column("revoked_m2", "Revoked", .area),
        Column("reclassified_m2", "Reclassified", .area),
        Column("withdrawn_m2", "Withdrawn", .area), Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area), Column("cleared_m2", "Cleared", .area),
        Column("closing_m2", "Closing", .area),
        Column("closing_areas", "Areas at closing", .count),
        Column("residual_m2", "Residual", .area),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          basis.groupCells([.district], [line.district]) + [
            .text(line.layer.rawValue), .text(line.account.state.rawValue),
          ] + cells([line]))
        row.records = line.closingCount
        return row
      })
  }

  private static func totals(_ lines: [LandReleaseLine], _ basis: StatementBasis) -> [Row] {
    let states: [LandState] = [.confirmed, .suspected, .givenUp]
    func row(_ word: String, _ lines: [LandReleaseLine]) -> Row {
      Row(
        .total,
        basis.totalCells([.district]) + [.text(Layer.land.rawValue), .text(word)] + cells(lines))
    }
    return states.compactMap { state in
      let ofState = lines.filter { $0.account.state == state }
      return ofState.isEmpty ? nil : row(state.rawValue, ofState)
    } + (lines.isEmpty ? [] : [row("open", lines)])
  }

  private static func cells(_ lines: [LandReleaseLine]) -> [Cell] {
    func sum(_ part: (ClassAccount) -> Area) -> Cell {
      .area(lines.reduce(.zero) { $0 + part($1.account) })
    }
    func count(_ part: (LandReleaseLine) -> Int?) -> Cell {
      let known = lines.compactMap(part)
      return known.isEmpty ? .empty : .count(known.reduce(0, +))
    }
    return [
      count(\.openingCount), sum(\.opening), sum(\.identified), sum(\.reopened), sum(\.revoked),
      sum(\.reclassified), sum(\.withdrawn), sum { $0.released[.cancelled, default: .zero] },
      sum { $0.released[.reduced, default: .zero] }, sum { $0.released[.cleared, default: .zero] },
      sum(\.closing), count(\.closingCount), sum(\.residual),
    ]
  }

  /// How much of what was released has a polygon, district by district.
  private static func coverage(
    _ lines: [LandReleaseLine], total: ProgressLine, _ basis: StatementBasis
  ) -> Table {
    var seen: Set<String> = []
    let districts = lines.filter {
      seen.insert($0.district).inserted && $0.releasedWithUnplaced > .zero
    }
    return Table(
      id: "coverage", title: "Share of released land that has a polygon",
      columns: basis.groupColumns([.district]) + [
        Column("released_m2", "Released", .area),
        Column("records_m2", "Released, with unplaced", .area),
        Column("geometry_share", "Has geometry", .share),
      ],
      rows: districts.map {
        Row(
          .body,
          basis.groupCells([.district], [$0.district])
            + [
              .area($0.placed), .area($0.releasedWithUnplaced),
              .share(.area($0.placed), of: .area($0.releasedWithUnplaced)),
            ])
      })
  }
}
