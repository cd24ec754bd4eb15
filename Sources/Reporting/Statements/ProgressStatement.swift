public import LandRelease

/// One group of the progress report.
public struct ProgressLine: Hashable, Sendable {
  /// The values of the dimensions asked for, in their order.
  public var group: [String]
  /// What polygons measure: net, gross and what lies between them.
  public var account: ReleaseAccount
  /// What the releases declare, and what of it has no place.
  public var declared: Declared
  /// Explosive ordnance found, each once; small-arms ammunition and fuzes are not counted.
  public var items: Int
  /// How many releases of the period the line rests on.
  public var records = 0
  /// Stated by actors without records.
  public var stated: Area
  /// Of that, what is stated of clearance.
  public var statedCleared = Area.zero
  /// Open land at the end and land ever recorded as hazardous; for groups of ground alone.
  public var open: Area?
  /// Ground that hazards ever took up and no withdrawal gave back; nil for groups of releases.
  public var everRecorded: Area?
  /// The district's own area.
  public var districtArea: Area?

  /// Makes a line of nothing but what is given.
  public init(
    group: [String], account: ReleaseAccount = ReleaseAccount(), declared: Declared = Declared(),
    items: Int = 0, stated: Area = .zero, open: Area? = nil, everRecorded: Area? = nil,
    districtArea: Area? = nil
  ) {
    self.group = group
    self.account = account
    self.declared = declared
    self.items = items
    self.stated = stated
    self.open = open
    self.everRecorded = everRecorded
    self.districtArea = districtArea
  }
}

/// Land released in a period, the items found, and how much is left.
public enum ProgressStatement {
  /// - Parameters:
  ///   - lines: a line a group, in the order they are printed.
  ///   - total: the same figures over all groups.
  public static func report(
    _ lines: [ProgressLine], total: ProgressLine, by dimensions: [LedgerDimension],
    basis: StatementBasis
  ) -> Report {
    basis.report(
      "Progress of land release",
      notes: [
        "Cancelled, reduced and cleared are what left open land. Net cleared counts each square metre once ever; outside is cleared ground where nothing was recorded; gross adds measured polygons up.",
        "Low = net; records = net + releases without a polygon (unplaced); high = records + statements of actors without records.",
      ],
      tables: [
        table(lines, total: total, by: dimensions, basis: basis),
        HeadlineTable.table(total),
      ], mainTable: "progress")
  }

  /// The table alone: a line a group, and the total.
  static func table(
    _ lines: [ProgressLine], total: ProgressLine, by dimensions: [LedgerDimension],
    basis: StatementBasis
  ) -> Table {
    let hasGround = lines.contains { $0.open != nil }
    var table = Table(
      id: "progress", title: "Land released by \(BalanceStatement.phrase(dimensions))",
      columns: basis.groupColumns(dimensions) + columns(withGround: hasGround),
      rows: lines.map {
        Row(.body, basis.groupCells(dimensions, $0.group) + cells($0, withGround: hasGround))
      })
    if !dimensions.isEmpty {
      table.rows.append(
        Row(.total, basis.totalCells(dimensions) + cells(total, withGround: hasGround)))
    }
    return table
  }

  private static func columns(withGround: Bool) -> [Column] {
    [
      Column("cancelled_m2", "Cancelled", .area),
      Column("reduced_m2", "Reduced", .area),
      Column("cleared_m2", "Cleared", .area),
      Column("released_m2", "Released", .area),
      Column("net_cleared_m2", "Net cleared", .area),
      Column("outside_m2", "of it outside", .area),
      Column("gross_cleared_m2", "Gross cleared", .area),
      Column("unplaced_m2", "Unplaced", .area),
      Column("items", "Items", .count),
      Column("items_per_ha", "Items per ha", .ratio(of: "items", per: .hectares)),
    ]
      + (withGround
        ? [
          Column("open_m2", "Open at end", .area),
          Column("open_share", "Open, of district", .share),
          Column("ever_recorded_share", "Ever recorded, of district", .share),
        ] : [])
  }

  private static func cells(_ line: ProgressLine, withGround: Bool) -> [Cell] {
    let account = line.account
    var cells: [Cell] = [
      .area(account.netReleased[.cancelled, default: .zero]),
      .area(account.netReleased[.reduced, default: .zero]),
      .area(account.netReleased[.cleared, default: .zero]),
      .area(account.netReleasedTotal),
      .area(account.netCleared),
      .area(account.outside),
      .area(account.gross[.cleared, default: .zero]),
      .area(line.declared.unplaced.values.reduce(.zero, +)),
      .count(line.items),
      .ratio(line.items, per: account.netCleared),
    ]
    guard withGround else { return cells }
    cells.append(line.open.map { .area($0) } ?? .empty)
    cells.append(share(line.open, of: line.districtArea))
    cells.append(share(line.everRecorded, of: line.districtArea))
    return cells
  }

  private static func share(_ part: Area?, of whole: Area?) -> Cell {
    guard let part, let whole, whole > .zero else { return .empty }
    return .share(.area(part), of: .area(whole))
  }
}

/// Low, records and high of cleared and of released land, with the share that has geometry.
enum HeadlineTable {
  static func table(_ line: ProgressLine) -> Table {
    let cleared = line.account.netCleared
    let released = line.account.netReleasedTotal - line.account.openAgain
    let unplaced = line.declared.unplaced
    var table = Table(
      id: "headline", title: "Headline figures",
      columns: [
        .words("measure", "Measure"),
        Column("low_m2", "Low (net)", .area),
        Column("records_m2", "Records", .area),
        Column("high_m2", "High", .area),
        Column("geometry_share", "Has geometry", .share),
      ],
      rows: [
        row(
          "cleared", low: cleared, unplaced: unplaced[.cleared, default: .zero], line.statedCleared
        ),
        row(
          "released", low: released, unplaced: unplaced.values.reduce(.zero, +), line.stated
        ),
      ])
    table.notes = [
      "Cleared is net cleared: each square metre once ever. Released is what left open land, less what was revoked."
    ]
    return table
  }

  private static func row(_ name: String, low: Area, unplaced: Area, _ stated: Area) -> Row {
    let records = low + unplaced
    return Row(
      .body,
      [
        .text(name), .area(low), .area(records), .area(records + stated),
        .share(.area(low), of: .area(records)),
      ])
  }
}
