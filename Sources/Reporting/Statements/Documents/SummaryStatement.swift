public import LandRelease

/// What the summary of a programme shows.
public struct SummaryContents: Sendable {
  /// Land released in the period, over all districts.
  public var total: ProgressLine
  /// Published claims, held against the records of their own days and scope.
  public var claims: [ReconciledClaim] = []
  /// The last day of the report, or the last with movements; claims near it come first.
  public var lastDay: CalendarDate?
  /// Open land by district.
  public var balances: [(group: [String], balance: Balance)] = []
  /// Land released by district.
  public var districts: [ProgressLine] = []
  /// What the periods of the timeline are.
  public var step = LedgerDimension.year
  /// Land released by period.
  public var timeline: [ProgressLine] = []
  /// Open land by period.
  public var stocks: [(group: [String], balance: Balance)] = []
  /// Findings that are open.
  public var findings: [FindingLine] = []
  /// The batches that the book is made of.
  public var batches: [SourceLine] = []
  /// What is behind each row of the tables of that id.
  public var details: [String: [RowDetail?]] = [:]
  /// The map at the end of the period.
  public var map: MapFigure?

  /// Makes the contents of a headline alone.
  public init(total: ProgressLine) {
    self.total = total
  }
}

/// The state of a programme on a few pages: headline, claims, balance, progress, bridge, findings.
public enum SummaryStatement {
  /// Makes the summary; tables without figures are left out.
  public static func report(_ contents: SummaryContents, basis: StatementBasis) -> Report {
    let claims = SummaryClaims(contents.claims, near: basis.period, lastDay: contents.lastDay)
    var tables = [HeadlineTable.table(contents.total)] + claims.first
    tables += section("Open land by district", [balance(contents, basis)])
    tables += section("Land released by district", [progress(contents, basis)])
    tables += section("Progress over time", [timeline(contents, basis)])
    tables += section("From net to reported area", bridge(contents))
    tables += section("Reconciliation with published claims", claims.all)
    tables += section("Findings", FindingsStatement.foldedTables(contents.findings))
    var report = basis.report(
      "Summary of land release", notes: notes, tables: tables, mainTable: "headline")
    report.tables += section(
      "Method and provenance", MethodTables.tables(report.stamps, contents.batches, basis))
    report.charts = charts(contents)
    report.maps = contents.map.map { [$0] } ?? []
    for id in ["balance", "progress", "timeline"] {
      report.open(id, with: contents.details[id] ?? []) { row in
        let name = row.cell(at: id == "timeline" ? 0 : 1).printedText
        let code = row.cell(at: 0).printedText
        return name.isEmpty || name == code ? code : "\(code) \(name)"
      }
    }
    return report
  }

  private static let notes = [
    "Low = net; records = net + releases without a polygon (unplaced); high = records + statements of actors without records.",
    "Closing = opening + identified + reopened + contested + revoked - cancelled - reduced - cleared - withdrawn.",
    "Net cleared counts each square metre once ever; gross adds measured polygons up.",
  ]

  private static func section(_ title: String, _ tables: [Table]) -> [Table] {
    tables.filter { !$0.rows.isEmpty }.map { table in
      var table = table
      table.section = title
      return table
    }
  }

  private static func balance(_ contents: SummaryContents, _ basis: StatementBasis) -> Table {
    var table = BalanceStatement.table(contents.balances, by: [.district], basis: basis)
    table.notes = [
      "Given-up ground is open until a release covers it; a district with nothing open has no open record."
    ]
    return table
  }

  private static func progress(_ contents: SummaryContents, _ basis: StatementBasis) -> Table {
    ProgressStatement.table(
      contents.districts, total: contents.total, by: [.district], basis: basis)
  }

  private static func timeline(_ contents: SummaryContents, _ basis: StatementBasis) -> Table {
    let stocks = Dictionary(
      contents.stocks.map { ($0.group, $0.balance) }, uniquingKeysWith: { first, _ in first })
    let lines = Dictionary(
      contents.timeline.map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = Set(stocks.keys).union(lines.keys)
      .sorted { $0.lexicographicallyPrecedes($1) }
    return Table(
      id: "timeline", title: "Open and released land by \(contents.step.rawValue)",
      columns: basis.groupColumns([contents.step]) + [
        Column("identified_m2", "Identified", .area),
        Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area),
        Column("cleared_m2", "Cleared", .area),
        Column("released_m2", "Released", .area),
        Column("net_cleared_m2", "Net cleared", .area),
        Column("gross_cleared_m2", "Gross cleared", .area),
        Column("items", "Items", .count),
        Column("closing_m2", "Open at end", .area),
      ],
      rows: groups.map { group in
        let line = lines[group] ?? ProgressLine(group: group)
        let account = line.account
        return Row(
          .body,
          basis.groupCells([contents.step], group) + [
            stocks[group].map { .area($0.identified) } ?? .empty,
            .area(account.netReleased[.cancelled, default: .zero]),
            .area(account.netReleased[.reduced, default: .zero]),
            .area(account.netReleased[.cleared, default: .zero]),
            .area(account.netReleasedTotal), .area(account.netCleared),
            .area(account.gross[.cleared, default: .zero]), .count(line.items),
            stocks[group].map { .area($0.closing.open) } ?? .empty,
          ])
      })
  }

  private static func bridge(_ contents: SummaryContents) -> [Table] {
    [
      Table(
        id: "bridge", title: "Bridge from net to reported area",
        columns: BridgeStatement.valueColumns, rows: BridgeStatement.steps(contents.total)),
      Table(
        id: "beside_bridge", title: "Beside the bridge", columns: BridgeStatement.valueColumns,
        rows: BridgeStatement.beside(contents.total)),
    ]
  }

  private static func charts(_ contents: SummaryContents) -> [Chart] {
    [
      Chart(
        "Open land at the end by district", of: "balance", as: .stackedBars, by: "name",
        ["confirmed_m2", "suspected_m2", "given_up_m2"]),
      Chart(
        "Released land over time", of: "timeline", as: .stackedBars,
        by: contents.step.rawValue, ["cancelled_m2", "reduced_m2", "cleared_m2"]),
      Chart(
        "Open land over time", of: "timeline", as: .lines, by: contents.step.rawValue,
        ["closing_m2"]),
      Chart(
        "From net to reported area", of: "bridge", as: .waterfall, by: "line", ["total_m2"]),
    ]
  }
}
