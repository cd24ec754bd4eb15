public import LandRelease
public import Reporting
import Storage

/// Which figure is to be opened.
public struct FigureRequest: Hashable, Sendable {
  /// The figure, as ``Figure/init(named:)`` finds it.
  public var figure: String
  /// Of what it is: districts, a period, an operator …; `all` is everything.
  public var names: [String]
  /// What the names are of, in their order; none finds that out.
  public var dimensions: [LedgerDimension] = []
  /// The days of the report that the figure stands in.
  public var period = Period()
  /// The contamination the ledger is read for.
  public var layer = Layer.land
  /// From where the book is looked at.
  public var viewpoint = Viewpoint()
  /// How many of the largest lines are shown; nil is all.
  public var top: Int?

  /// Asks for a figure of all dates and all contamination.
  public init(_ figure: String, of names: [String]) {
    self.figure = figure
    self.names = names
  }
}

/// Leads from a figure of a report to the records whose parts add up to it.
public struct ExplainFigure {
  private let book: LandBook

  /// Makes the explanation of figures of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// - Throws: ``WorkflowError`` where no figure is called so, or the book has nothing of a name.
  public func run(_ request: FigureRequest) throws -> Reporting.Report {
    guard let figure = Figure(named: request.figure) else {
      throw WorkflowError(
        .usage, "no figure is called \"\(request.figure)\"",
        remedy: "There are \(Self.known).")
    }
    return try BookView(book, from: request.viewpoint, endingOn: request.period.to).read {
      let programme = ProgrammeFigures($0)
      let figures = programme.figures(of: request.layer)
      let cut = try FigureCut(
        request.names, by: request.dimensions, period: request.period, programme)
      let lines = FigureParts(
        programme: programme, figures: figures, figure: figure, cut: cut, period: request.period)
      try lines.check()
      return FigureStatement.report(
        figure.name, of: cut.words, try lines.lines(), top: request.top,
        basis: figures.basis(request.period))
    }
  }

  /// The names that there are, the kinds once.
  private static var known: String {
    let lines = Figure.Line.allCases.map { $0.isByKind ? "\($0.rawValue)*" : $0.rawValue }
    let kinds = ReleaseKind.allCases.map(\.rawValue)
    return (lines + kinds).joined(separator: ", ")
      + "; those with * also with _\(kinds.joined(separator: ", _"))"
  }
}
