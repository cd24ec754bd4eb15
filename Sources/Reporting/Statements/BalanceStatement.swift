public import LandRelease

/// Open land over a period: opening, what came in and went out by cause, closing.
public enum BalanceStatement {
  /// - Parameters:
  ///   - lines: a balance a group, in the order they are printed.
  ///   - published: by group, the opening as it was published, where the period before was closed.
  ///   - closing: the closing that the published openings are of.
  public static func report(
    _ lines: [(group: [String], balance: Balance)], by dimensions: [LedgerDimension],
    published: [[String]: PublishedOpening] = [:], closing: ClosingLine? = nil,
    basis: StatementBasis
  ) -> Report {
    let table = table(
      lines, by: dimensions, published: published, closing: closing,
      basis: basis)
    let ofClosing = closing.map { closing in
      [
        "\(closing.period) was closed on \(closing.closedAt.prefix(10)) through batch \(closing.throughBatch ?? 0): opening as published + late + corrected + revoked and withdrawn + consequence + boundary and other = opening."
      ]
    }
    return basis.report(
      "Balance of open land",
      notes: (ofClosing ?? []) + [
        "Closing = opening + identified + reopened + contested + revoked - cancelled - reduced - cleared - withdrawn.",
        "Given-up ground is open until a release covers it; a district with nothing open has no open record.",
      ],
      tables: [table])
  }

  /// The table alone: a line a group, and the total where they add up.
  static func table(
    _ lines: [(group: [String], balance: Balance)], by dimensions: [LedgerDimension],
    published: [[String]: PublishedOpening] = [:], closing: ClosingLine? = nil,
    basis: StatementBasis
  ) -> Table {
    let columns =
      basis.groupColumns(dimensions) + (closing == nil ? [] : adjustmentColumns) + figureColumns
    var table = Table(
      id: "balance", title: "Open land by \(phrase(dimensions))", columns: columns,
      rows: lines.map { line in
        let adjustments = closing == nil ? [] : cells(published[line.group])
        return Row(
          .body, basis.groupCells(dimensions, line.group) + adjustments + cells(line.balance)
        )
      })
    if !dimensions.contains(where: \.isPeriod), lines.count > 1 {
      let total = lines.reduce(into: Balance()) { $0 = $0 + $1.balance }
      let adjustments =
        closing == nil ? [] : cells(published.values.reduce(PublishedOpening(), +))
      table.rows.append(
        Row(.total, basis.totalCells(dimensions) + adjustments + cells(total)))
    }
    return table
  }

  private static let figureColumns = [
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

  private static let adjustmentColumns = [
    Column("published_opening_m2", "Opening as published", .area),
    Column("adjusted_late_m2", "Late", .area),
    Column("adjusted_corrected_m2", "Corrected", .area),
    Column("adjusted_taken_back_m2", "Revoked, withdrawn", .area),
    Column("adjusted_consequence_m2", "Consequence", .area),
    Column("adjusted_other_m2", "Boundary, other", .area),
  ]

  private static func cells(_ opening: PublishedOpening?) -> [Cell] {
    guard let opening else { return adjustmentColumns.map { _ in .empty } }
    return [
      opening.published, opening.late, opening.corrected, opening.takenBack, opening.consequence,
      opening.other,
    ].map { .area($0) }
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
