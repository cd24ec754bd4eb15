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

  /// Compares; the book is not changed.
  public func run(_ request: Request) throws -> Report {
    let earlier = try BookView(
      book, from: Viewpoint(clock: request.clock, knownAt: request.from), endingOn: request.asOf)
    let later = try BookView(
      book, from: Viewpoint(clock: request.clock, knownAt: request.to), endingOn: request.asOf)
    let comparison = try KnowledgeComparison(
      earlier, later, layer: request.layer, to: request.asOf)
    var names = try earlier.read { $0.basis(Period()).districtNames }
    return try later.read { figures in
      var basis = figures.basis(Period(to: request.asOf))
      names.merge(basis.districtNames) { _, later in later }
      basis.districtNames = names
      basis.layer = request.layer.rawValue
      return ChangesStatement.report(
        comparison.lines, from: comparison.earlier, to: comparison.later,
        known: earlier.knowledge, by: request.dimensions, basis: basis)
    }
  }
}
