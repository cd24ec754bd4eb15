import Foundation
import Testing
import Workflows

/// The small books worked out by hand, from files through import and posting to the report.
struct LedgerCaseTests {
  @Test(arguments: LedgerCase.all)
  func theReportIsTheOneWorkedOutByHand(of example: LedgerCase) throws {
    let folder = try TemporaryFolder()
    let reported = try folder.transitions(of: example)
    let expected = example.expectedSums
    for key in Set(reported.keys).union(expected.keys).sorted() {
      let (has, should) = (reported[key] ?? 0, expected[key] ?? 0)
      #expect(abs(has - should) <= 1e-6 * max(has, should) + 100, "\(key): \(has), not \(should)")
    }
  }

  @Test func namesAreDistinct() {
    #expect(LedgerCase.all.count == 49)
    #expect(Set(LedgerCase.all.map(\.description)).count == 49)
  }
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "landbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Takes a text into the book as a file.
  @discardableResult
  func importText(
    _ text: String, as subject: ImportRequest.Subject, into book: Book
  ) throws -> ImportOutcome {
    let file = path("\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    var records = ImportRecords(ImportRequest(subject: subject, file: file), into: book)
    return try records.run()
  }

  /// The transitions report of a case in square metres, by district, year and what happened.
  func transitions(of example: LedgerCase) throws -> [String: Double] {
    let book = try Book.make(at: path("book.gpkg"), name: "Case", isSynthetic: false)
    for file in example.files {
      let subject = try #require(ImportRequest.Subject(rawValue: file.subject))
      try importText(file.csv, as: subject, into: book)
    }
    _ = try PostLedger(book).run()
    let report = try MakeReport(book).run(
      ReportRequest(statement: .transitions, dimensions: [.district, .year]))
    var sums: [String: Double] = [:]
    for row in try #require(report.tables.first).rows {
      var words = row.cells.dropLast().map { cell in
        if case .text(let text) = cell { text } else { "" }
      }
      words.remove(at: 2)  // The layer, which is land.
      guard case .area(let area) = row.cells.last else { continue }
      sums[words.joined(separator: ","), default: 0] += area.squareMetres
    }
    return sums
  }
}
