import LandRelease
public import Reporting
import Storage

/// Makes one statement from the ledger and the records of a book.
public struct MakeReport {
  private let book: LandBook

  /// Makes the statements of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Works out the statement; the book is not changed.
  ///
  /// - Throws: ``WorkflowError`` of kind `usage` where the statement is not made of what was asked.
  public func run(_ request: ReportRequest) throws -> Report {
    try request.check()
    return try run(
      request, BookView(book, from: request.viewpoint, endingOn: request.period.to))
  }

  /// Works out the statement from a view that is made already.
  func run(_ request: ReportRequest, _ view: BookView) throws -> Report {
    let prior = try priorPeriod(of: request, view)
    return try view.read { figures in
      var figures = figures
      figures.layer = request.layer ?? .land
      let dimensions = request.dimensions
      var basis = figures.basis(request.period)
      switch request.statement {
      case .balance:
        return try balance(request, figures, basis, prior)
      case .transitions:
        if request.layer == nil { basis.layer = "all, each by itself" }
        let sums = try figures.layeredSums(
          dimensions, layer: request.layer, period: request.period)
        return TransitionsStatement.report(sums, by: dimensions, basis: basis)
      case .progress, .bridge, .devices:
        return try release(request, figures, basis)
      }
    }
  }

  /// What was published of the period before, for a balance that begins the day after it.
  private func priorPeriod(of request: ReportRequest, _ view: BookView) throws -> PriorPeriod? {
    guard request.statement == .balance, let from = request.period.from else { return nil }
    return try PriorPeriod(book, view, layer: request.layer ?? .land, before: from)
  }

  private func balance(
    _ request: ReportRequest, _ figures: BookFigures, _ basis: StatementBasis,
    _ prior: PriorPeriod?
  ) throws -> Report {
    let lines = try BalanceFigures(
      figures: figures, period: request.period, dimensions: request.dimensions,
      districts: prior?.districts ?? []
    ).lines()
    guard let prior, let from = request.period.from else {
      return BalanceStatement.report(lines, by: request.dimensions, basis: basis)
    }
    let openings = prior.openings(of: lines, by: request.dimensions, from: from)
    return BalanceStatement.report(
      lines, by: request.dimensions, published: openings,
      closing: ClosingLine(prior.closing, open: .zero), basis: basis)
  }

  private func release(
    _ request: ReportRequest, _ figures: BookFigures, _ basis: StatementBasis
  ) throws -> Report {
    let dimensions = request.dimensions
    let progress = try ProgressFigures(figures, period: request.period, dimensions: dimensions)
    let (lines, total) = try progress.lines()
    switch request.statement {
    case .bridge:
      return BridgeStatement.report(
        lines.isEmpty ? [total] : lines, by: lines.isEmpty ? [] : dimensions, basis: basis)
    case .devices:
      return DevicesStatement.report(
        progress.devices(), netCleared: total.account.netCleared, by: dimensions, basis: basis)
    default:
      return ProgressStatement.report(lines, total: total, by: dimensions, basis: basis)
    }
  }
}
