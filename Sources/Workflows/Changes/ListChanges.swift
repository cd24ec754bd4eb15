public import LandRelease
public import Reporting
import Storage

/// Lists what changed in a book between two states of knowledge, record by record.
public struct ListChanges {
  /// What is compared, and how it is shown.
  public struct Request: Hashable, Sendable {
    /// The last day of the state that knows less.
    public var from: CalendarDate
    /// The last day of the state that knows more; nil is today.
    public var to: CalendarDate?
    /// Figures are of the end of that day; nil is after everything.
    public var asOf: CalendarDate?
    /// The layer whose figures are compared.
    public var layer = Layer.land
    /// By which day events count.
    public var clock = LedgerClock.effective
    /// What lines are grouped by, in the order of the columns.
    public var dimensions: [ChangeDimension]

    /// Makes a request for land by completion.
    public init(
      from: CalendarDate, to: CalendarDate? = nil, asOf: CalendarDate? = nil,
      dimensions: [ChangeDimension] = ChangeDimension.allCases
    ) {
      self.from = from
      self.to = to
      self.asOf = asOf
      self.dimensions = dimensions
    }
  }

  private let book: LandBook

  /// Makes the list of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  init(_ book: LandBook) {
    self.book = book
  }

  /// Compares; the book is not changed.
  public func run(_ request: Request) throws -> Report {
    let (earlier, later) = try views(request)
    return try Self.compare(earlier, later, layer: request.layer, to: request.asOf) {
      ChangesStatement.report(
        $0.lines, from: $0.earlier, to: $0.later, known: earlier.knowledge,
        by: request.dimensions, basis: $1)
    }
  }

  /// Compares for a report by district, with the records behind it.
  func document(_ request: Request) throws -> Report {
    let (earlier, later) = try views(request)
    return try Self.document(earlier, later, layer: request.layer, to: request.asOf)
  }

  static func document(
    _ earlier: BookView, _ later: BookView, layer: Layer, to day: CalendarDate? = nil
  ) throws -> Report {
    try compare(earlier, later, layer: layer, to: day) {
      ChangesStatement.document(
        $0.lines, from: $0.earlier, to: $0.later, known: earlier.knowledge, basis: $1)
    }
  }

  private func views(_ request: Request) throws -> (earlier: BookView, later: BookView) {
    func view(_ known: CalendarDate?) throws -> BookView {
      try BookView(
        book, from: Viewpoint(clock: request.clock, knownAt: known), endingOn: request.asOf)
    }
    return (try view(request.from), try view(request.to))
  }

  private static func compare(
    _ earlier: BookView, _ later: BookView, layer: Layer, to day: CalendarDate?,
    _ report: (KnowledgeComparison, StatementBasis) -> Report
  ) throws -> Report {
    let comparison = try KnowledgeComparison(earlier, later, layer: layer, to: day)
    var names = try earlier.read { $0.basis(Period()).districtNames }
    return try later.read { figures in
      var basis = figures.basis(Period(to: day))
      names.merge(basis.districtNames) { _, later in later }
      basis.districtNames = names
      basis.layer = layer.rawValue
      return report(comparison, basis)
    }
  }
}
