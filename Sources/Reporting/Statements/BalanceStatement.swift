public import LandRelease

/// Open land over a period: opening, what came in and went out by cause, closing.
public enum BalanceStatement {
  /// - Parameter lines: a balance a group, in the order they are printed.
  public static func report(
    _ lines: [(group: [String], balance: Balance)], by dimensions: [LedgerDimension],
    basis: StatementBasis
  ) -> Report {
    let columns =
      basis.groupColumns(dimensions) + [
        Column("opening_m2", "Opening", .area),
        Column("identified_m2", "Identified", .area),
        Column("reopened_m2", "Reopened", .area),
        Column("contested_m2", "Contested", .area),
        Column("revoked_m2", "Revoked", .area),
        Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area),
        Column("cleared_m2", "Cleared", .area),
        Column("withdrawn_m2", "Withdrawn", .area),
        Column("closing_m2", "Closing", .area),
        Column("confirmed_m2", "of it confirmed", .area),
        Column("suspected_m2", "of it suspected", .area),
        Column("given_up_m2", "of it given up", .area),
        Column("residual_m2", "Residual", .area),
      ]
    var table = Table(
      id: "balance", title: "Open land by \(phrase(dimensions))", columns: columns,
      rows: lines.map { Row(.body, basis.groupCells(dimensions, $0.group) + cells($0.balance)) })
    if !dimensions.contains(where: \.isPeriod), lines.count > 1 {
      let total = lines.reduce(into: Balance()) { $0 = $0 + $1.balance }
      table.rows.append(Row(.total, basis.totalCells(dimensions) + cells(total)))
    }
    return basis.report(
      "Balance of open land",
      notes: [
        "Closing = opening + identified + reopened + contested + revoked - cancelled - reduced - cleared - withdrawn.",
        "Given-up ground is open until a release covers it; a district with nothing open has no open record.",
      ],
      tables: [table])
  }

  private static func cells(_ balance: Balance) -> [Cell] {
    [
      balance.opening.open, balance.identified, balance.reopened, balance.contested,
      balance.revoked, balance.released[.cancelled, default: .zero],
      balance.released[.reduced, default: .zero], balance.released[.cleared, default: .zero],
      balance.withdrawn, balance.closing.open, balance.closing[.confirmed],
      balance.closing[.suspected], balance.closing[.givenUp], balance.residual,
    ].map { .area($0) }
  }

  static func phrase(_ dimensions: [LedgerDimension]) -> String {
    dimensions.isEmpty
      ? "nation" : dimensions.map { $0.label.lowercased() }.joined(separator: " and ")
  }
}
