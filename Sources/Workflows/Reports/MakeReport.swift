import LandRelease
public import Reporting
import Storage

/// Makes one statement or document from the ledger and the records of a book.
public struct MakeReport {
  /// What reports are made of: a book, and a view of it that is made already.
  struct Source {
    let book: LandBook
    let view: BookView
  }

  private let book: LandBook

  /// Makes the reports of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Works out the report; the book is not changed.
  ///
  /// - Throws: ``WorkflowError`` of kind `usage` where the statement is not made of what was asked.
  public func run(_ request: ReportRequest) throws -> Report {
    try request.check()
    var request = request
    request.period = Publication.of(request.statement).period.filled(
      request.period, last: try book.read { try Self.lastDay($0) })
    request.restricted = try book.read {
      try RestrictedRecords($0, above: request.mostSensitive)
    }
    return try run(
      request, BookView(book, from: request.viewpoint, endingOn: request.period.to))
  }

  /// Works out the report from a view that is made already.
  func run(_ request: ReportRequest, _ view: BookView) throws -> Report {
    switch Publication.of(request.statement).making {
    case .ofBook(let make):
      let report = try make(request, Source(book: book, view: view))
      guard request.countsRecords else { return report }
      return try view.read { try ProgrammeFigures($0).counted(report, request) }
    case .ofFigures(let make):
      return try view.read { figures in
        let programme = ProgrammeFigures(figures)
        let made = try make(request, programme)
        let tellsItself =
          Publication.of(request.statement).isOfOwnRecords && made.main?.rows.isEmpty == false
        let report = try tellsItself ? made : programme.warned(made, of: request.period)
        return request.countsRecords ? try programme.counted(report, request) : report
      }
    }
  }

  /// The end of the last month with movements, at most this month; nil for a book without a ledger.
  static func lastDay(_ reader: BookReader) throws -> CalendarDate? {
    let today = Clock.now.day
    return try reader.movementSums(by: [.month], MovementFilter(layer: .land)).compactMap { sum in
      sum[.month].flatMap { Period(named: $0)?.to }
    }.filter { day in today.map { day.dayNumber < $0.dayNumber + 31 } ?? true }.max()
  }

  /// Every statement and document there is.
  public static func list() -> Report {
    PublicationList.report(
      Publication.all.map {
        PublicationLine(
          name: $0.statement.rawValue, title: $0.title, audience: $0.audience,
          period: $0.period.words, isCut: !$0.cuts.isEmpty)
      })
  }
}
