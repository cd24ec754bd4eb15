import LandRelease
import Reporting
import Storage

/// The documents of a month, made of one view of a book.
struct MonthEndSet: Sendable {
  /// One document of the set.
  struct Document: Sendable {
    /// Its file without an ending.
    let name: String
    let report: Report
  }

  /// The largest book of which two states of knowledge are compared, by its records: the earlier
  /// one is worked out anew.
  private static let mostCompared = 50_000

  private static let statements: [ReportRequest.Statement] = [
    .summary, .bulletin, .monthly, .landRelease, .reconciliation, .dataQuality, .devices, .victims,
  ]

  private(set) var documents: [Document] = []
  /// What is not in the set, and why.
  private(set) var notes: [String] = []
  private(set) var bookName = ""
  private(set) var isSynthetic = false

  /// - Parameters:
  ///   - countsRecords: whether figures say how many records they rest on.
  ///   - restricted: records of which maps show nothing.
  ///   - isMade: is given each document as soon as it is there.
  init(
    _ book: LandBook, _ period: Period, countsRecords: Bool,
    leavingOut restricted: RestrictedRecords, isMade: (Document) -> Void = { _ in }
  ) throws {
    let info = try book.info()
    bookName = info.name
    isSynthetic = info.isSynthetic
    // The day of the last batch and not today's: the same book gives the same set on any day.
    let known = try book.read { try $0.batches().last?.description.at.day }
    let view = try BookView(
      book, info, throughBatch: info.ledger.lastBatch ?? 0, on: known, endingOn: period.to)
    var documents: [Document] = []
    let recordCount = try view.read { figures in
      let programme = ProgrammeFigures(figures)
      for statement in Self.statements {
        guard case .ofFigures(let make) = Publication.of(statement).making else { continue }
        var request = ReportRequest(statement: statement, period: period)
        request.countsRecords = countsRecords
        request.restricted = restricted
        if statement == .devices { request.dimensions = [.district, .activity] }
        let document = Document(
          name: statement.rawValue,
          report: try programme.warned(make(request, programme), of: period))
        isMade(document)
        documents.append(document)
      }
      return try programme.hazardVersions().count + programme.records().releases.count
    }
    self.documents = documents
    try addChanges(book, view, period, countsRecords: countsRecords, recordCount: recordCount)
  }

  /// What changed since the month before was known, as far as it can be told in good time.
  private mutating func addChanges(
    _ book: LandBook, _ view: BookView, _ period: Period, countsRecords: Bool, recordCount: Int
  ) throws {
    guard case .ofBook(let make) = Publication.changes.making, let first = period.from?.dayBefore
    else { return }
    guard try book.lastBatch(recordedBy: first) > 0 else {
      notes.append("changes: the book held nothing yet on \(first).")
      return
    }
    guard recordCount <= Self.mostCompared else {
      notes.append(
        "changes: left out, because the book of \(first) has to be worked out anew; landbook report changes makes it."
      )
      return
    }
    var request = ReportRequest(statement: .changes, period: Period(to: period.to))
    request.countsRecords = countsRecords
    request.knownFirst = first
    request.viewpoint.knownAt = view.knowledge.day
    let report = try make(request, MakeReport.Source(book: book, view: view))
    documents.append(Document(name: "changes", report: report))
  }
}
