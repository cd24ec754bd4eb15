import LandRelease

/// Land released by operator or donor, net beside gross.
enum OperatorTable {
  static func table(
    _ lines: [ProgressLine], total: ProgressLine, by dimension: LedgerDimension,
    _ basis: StatementBasis, id: String? = nil, title: String? = nil
  ) -> Table {
    var table = Table(
      id: id ?? "by_\(dimension.rawValue)",
      title: title ?? "Land released by \(dimension.label.lowercased()), net beside gross",
      columns: basis.groupColumns([dimension]) + columns,
      rows: lines.map { Row(.body, basis.groupCells([dimension], $0.group) + cells($0)) })
    if !lines.isEmpty {
      table.rows.append(Row(.total, basis.totalCells([dimension]) + cells(total)))
    }
    table.notes = [
      "Net goes to the first who released the ground; gross adds up every polygon."
    ]
    return table
  }

  static let columns = [
    Column("cancelled_m2", "Cancelled", .area), Column("reduced_m2", "Reduced", .area),
    Column("cleared_m2", "Cleared", .area), Column("released_m2", "Released", .area),
    Column("net_cleared_m2", "Net cleared", .area),
    Column("gross_cleared_m2", "Gross cleared", .area), Column("gross_m2", "Gross", .area),
    Column("unplaced_m2", "Unplaced", .area), Column("items", "Items", .count),
    Column("items_per_ha", "Items per ha", .ratio(of: "items", per: .hectares)),
  ]

  static func cells(_ line: ProgressLine) -> [Cell] {
    let account = line.account
    return account.releasedCells + [
      .area(account.netCleared), .area(account.gross[.cleared, default: .zero]),
      .area(account.grossTotal), .area(line.declared.unplaced.values.reduce(.zero, +)),
      .count(line.items), .ratio(line.items, per: account.netCleared),
    ]
  }
}
