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

  /// Works out the statement from the ledger as it was last posted; the book is not changed.
  public func run(_ request: ReportRequest) throws -> Report {
    let info = try book.info()
    return try book.read { reader in
      let figures = try BookFigures(info, reader)
      let dimensions = request.dimensions
      let basis = figures.basis(request.period)
      switch request.statement {
      case .balance:
        let lines = try BalanceFigures(
          figures: figures, period: request.period, dimensions: dimensions
        ).lines()
        return BalanceStatement.report(lines, by: dimensions, basis: basis)
      case .transitions:
        let sums = try figures.sums(dimensions, from: request.period.from, to: request.period.to)
        return TransitionsStatement.report(sums, by: dimensions, layer: .land, basis: basis)
      case .progress, .bridge, .devices:
        return try release(request, figures, basis)
      }
    }
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
