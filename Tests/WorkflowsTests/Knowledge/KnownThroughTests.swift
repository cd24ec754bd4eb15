import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// Reports of an earlier state of knowledge, over random books that grow batch by batch.
struct KnownThroughTests {
  private static let requests: [ReportRequest] = {
    var requests = Publication.all.flatMap { publication in
      [[], [LedgerDimension.district], [.district, .year]]
        .filter { !publication.cuts.isEmpty && $0.allSatisfy(publication.cuts.contains) }
        .map { ReportRequest(statement: publication.statement, dimensions: $0) }
    }
    requests += [.bulletin, .monthly, .landRelease, .donor, .article7].map {
      ReportRequest(statement: $0)
    }
    for layer in Layer.allCases {
      var request = ReportRequest(statement: .balance, dimensions: [.district])
      request.layer = layer
      requests.append(request)
    }
    return requests
  }()

  @Test(arguments: 0..<10)
  func whatWasPrintedIsPrintedAgain(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    var printed: [(batch: Int64, reports: [Reporting.Report])] = []
    for stage in 0..<3 {
      try folder.importStage(stage, of: 3, RandomBook(seed: 3000 + seed), into: book)
      let last = try book.store.info().ledger.lastBatch ?? 0
      printed.append((last, try Self.reports(book, throughBatch: last)))
    }
    for (batch, reports) in printed {
      let again = try Self.reports(book, throughBatch: batch)
      // A report is long: only which one differs is told.
      let different = zip(again, reports).filter { $0 != $1 }.map(\.0.title)
      #expect(different.isEmpty && again.count == reports.count, "through batch \(batch)")
    }
    let check = try CheckBook(book).ledger()
    #expect(!check.hasFindings, "\(check.report.tables)")
  }

  @Test(arguments: 0..<10)
  func changesAddUpToTheDifferenceOfTheReports(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    var batches: [Int64] = []
    for stage in 0..<3 {
      try folder.importStage(stage, of: 3, RandomBook(seed: 4000 + seed), into: book)
      batches.append(try book.store.info().ledger.lastBatch ?? 0)
    }
    let info = try book.store.info()
    for layer in [Layer.land, .ap, .unknown] {
      let views = try batches.map { try BookView(book.store, info, throughBatch: $0, on: nil) }
      for (earlier, later) in zip(views, views.dropFirst()) {
        let comparison = try KnowledgeComparison(earlier, later, layer: layer, to: nil)
        let change = comparison.lines.reduce(ComparedFigures()) { $0 + $1.change }
        let open = try Self.open(later, layer) - Self.open(earlier, layer)
        #expect(change.open == open)
        #expect(comparison.later.open - comparison.earlier.open == open)
        #expect(comparison.lines.allSatisfy { !$0.change.isZero })
      }
    }
  }

  private static func open(_ view: BookView, _ layer: Layer) throws -> Area {
    try view.read { figures in
      var figures = figures
      figures.layer = layer
      return try BalanceFigures(figures: figures, period: Period(), dimensions: [.district])
        .lines().reduce(.zero) { $0 + $1.balance.closing.open }
    }
  }

  private static func reports(_ book: Book, throughBatch batch: Int64) throws -> [Reporting.Report]
  {
    let info = try book.store.info()
    let view = try BookView(
      book.store, info, throughBatch: batch, on: CalendarDate("2030-01-01"))
    return try requests.map { request in
      var report = try MakeReport(book).run(request, view)
      // The head tells of the book as it is, whatever day it is looked at from.
      report.stamps.removeAll { $0.key == "log_head" }
      return report
    }
  }
}

extension TemporaryFolder {
  /// Imports every so-manyth record of each table and posts.
  func importStage(_ stage: Int, of stages: Int, _ random: RandomBook, into book: Book) throws {
    for (subject, header, rows) in random.tables {
      let some = rows.enumerated().filter { $0.offset % stages == stage }.map(\.element)
      guard !some.isEmpty else { continue }
      _ = try importText(([header] + some).joined(separator: "\n"), as: subject, into: book)
    }
    _ = try PostLedger(book).run()
  }
}
