import LandRelease
import Reporting

extension Publication {
  static let monthly = Publication(
    statement: .monthly, title: "A month by district, layer and operator: open, released, found",
    audience: "the authority, operators", period: .month,
    layerRefusal: "the monthly report has a table of all layers",
    making: .ofFigures { request, programme in
      let period = request.period
      let (lines, total) = try programme.progress(period, by: [.district]).lines()
      return MonthlyStatement.report(
        MonthlyContents(
          districts: try districts(programme, period, lines), total: total,
          cumulative: try programme.progress(Period(to: period.to)).lines().total,
          layers: try programme.layerBalances(period),
          operators: try programme.progress(period, by: [.operatorName]).lines().lines
            .filter(\.isOfReleases),
          tasks: try tasks(programme)),
        people: try programme.indicatorTables(period) + programme.teamTables(period),
        basis: programme.figures.basis(period))
    })

  private static func districts(
    _ programme: ProgrammeFigures, _ period: Period, _ lines: [ProgressLine]
  ) throws -> [MonthlyContents.District] {
    let balances = Dictionary(
      try programme.balances(period).map { ($0.group.first ?? "", $0.balance) },
      uniquingKeysWith: { first, _ in first })
    let progress = Dictionary(
      lines.map { ($0.group.first ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let found = try programme.found(period)
    let records = try programme.recordCounts(period)
    return Set(balances.keys).union(progress.keys).union(found.keys).sorted().map { code in
      MonthlyContents.District(
        code: code, balance: balances[code] ?? Balance(),
        progress: progress[code] ?? ProgressLine(group: [code]), found: found[code] ?? [:],
        records: records[code] ?? 0)
    }
  }

  private static func tasks(_ programme: ProgrammeFigures) throws -> [String: [String: Int]] {
    try programme.tasks().reduce(into: [:]) { counts, task in
      counts[task.operatorName ?? "", default: [:]][task.status ?? "", default: 0] += 1
    }
  }
}

extension ProgressLine {
  /// Whether anything was released, declared or found.
  var isOfReleases: Bool {
    records > 0 || items > 0 || account != ReleaseAccount() || declared != Declared()
  }
}
