import LandRelease
import Reporting

extension Publication {
  static let balance = Publication(
    statement: .balance, title: "Open land over a period: opening, flows by cause, closing",
    audience: "information officers", period: .any, cuts: LedgerDimension.allCases,
    making: .ofBook { request, source in
      // What was published is compared with a view of its own, which is made before this one is read.
      let prior = try request.period.from.flatMap {
        try PriorPeriod(source.book, source.view, layer: request.layer ?? .land, before: $0)
      }
      return try source.view.read { try balance(request, ProgrammeFigures($0), prior) }
    })

  private static func balance(
    _ request: ReportRequest, _ programme: ProgrammeFigures, _ prior: PriorPeriod?
  ) throws -> Report {
    let figures = programme.figures(of: request.layer)
    let basis = figures.basis(request.period)
    let lines = try BalanceFigures(
      figures: figures, period: request.period, dimensions: request.dimensions,
      districts: prior?.districts ?? []
    ).lines()
    guard let prior, let from = request.period.from else {
      return BalanceStatement.report(
        lines, by: request.dimensions, basis: basis)
    }
    let openings = prior.openings(of: lines, by: request.dimensions, from: from)
    return BalanceStatement.report(
      lines, by: request.dimensions, published: openings,
      closing: ClosingLine(prior.closing, open: .zero), basis: basis)
  }

  static let transitions = Publication(
    statement: .transitions, title: "Every way ground moved between states, with its cause",
    audience: "information officers, auditors", period: .any, cuts: LedgerDimension.allCases,
    making: .ofFigures { request, programme in
      let figures = programme.figures(of: request.layer)
      var basis = figures.basis(request.period)
      if request.layer == nil { basis.layer = "all, each by itself" }
      let sums = try figures.layeredSums(
        request.dimensions, layer: request.layer, period: request.period)
      return TransitionsStatement.report(
        sums, by: request.dimensions, basis: basis)
    })
}
