public import LandRelease

/// Land released in one district, and the mines found there.
public struct ReleasedLandLine: Hashable, Sendable {
  /// The district's code.
  public var district: String
  /// Releases that took open land away, each where most of that lies.
  public var releases: Int
  /// Opening, flows and closing of open land.
  public var balance: Balance
  /// Explosive ordnance of the district.
  public var items: ItemCounts
  /// The activities of the releases, most ground first.
  public var methods: [String]

  /// Makes a line of its parts.
  public init(
    district: String, releases: Int = 0, balance: Balance = Balance(),
    items: ItemCounts = ItemCounts(), methods: [String] = []
  ) {
    self.district = district
    self.releases = releases
    self.balance = balance
    self.items = items
    self.methods = methods
  }
}

/// Land released by district, with the explosive ordnance found there.
enum ReleasedLandTable {
  static func table(
    _ lines: [ReleasedLandLine], id: String, title: String, basis: StatementBasis
  ) -> Table {
    let areas = [
      ("cancelled_m2", "Cancelled"), ("reduced_m2", "Reduced"), ("cleared_m2", "Cleared"),
      ("released_m2", "Released"), ("identified_m2", "Newly identified"),
      ("reopened_m2", "Open again"),
    ].map { Column($0.0, $0.1, .area).fixed(in: .squareMetres) }
    var table = Table(
      id: id, title: title,
      columns: basis.groupColumns([.district]) + [Column("releases", "Releases", .count)] + areas
        + ItemCounts.columns + [Column.words("methods", "Methods")],
      rows: lines.map { line in
        row(.body, basis.groupCells([.district], [line.district]), line)
      })
    var total = ReleasedLandLine(district: "")
    for line in lines {
      total.releases += line.releases
      total.balance = total.balance + line.balance
      total.items = total.items + line.items
    }
    table.rows.append(row(.total, basis.totalCells([.district]), total))
    table.notes =
      [
        "Released is cancelled, reduced and cleared: what left open land in the period.",
        "A release counts once, in the district where most of the ground it took away lies.",
      ] + total.items.notes
    return table
  }

  private static func row(
    _ style: Row.Style, _ names: [Cell], _ line: ReleasedLandLine
  ) -> Row {
    let balance = line.balance
    let areas = [
      balance.released[.cancelled, default: .zero], balance.released[.reduced, default: .zero],
      balance.released[.cleared, default: .zero], balance.releasedTotal, balance.identified,
      balance.reopened + balance.contested + balance.revoked,
    ]
    var row = Row(
      style,
      names + [.count(line.releases)] + areas.map { .area($0) } + line.items.cells
        + [line.methods.isEmpty ? .empty : .text(line.methods.joined(separator: ", "))])
    row.records = line.releases + line.items.records
    return row
  }
}
