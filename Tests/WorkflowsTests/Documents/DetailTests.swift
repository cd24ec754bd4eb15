import LandRelease
import Reporting
import Testing

@testable import Workflows

/// What opens behind a figure adds up to it.
struct DetailTests {
  @Test(arguments: 0..<12)
  func detailsOfRandomBooksAddUp(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    try folder.importStage(0, of: 1, RandomBook(seed: 5000 + seed), into: book)
    for period in ["2020", nil] {
      let days = try period.map { try #require(Period(named: $0)) } ?? Period()
      let report = try MakeReport(book).run(ReportRequest(statement: .summary, period: days))
      #expect(try Self.check(report) > 0)
      #expect(report.flaws == [])
    }
  }

  @Test func detailsOfTheSquareProgrammeAddUp() throws {
    let programme = try SquareProgramme()
    let report = try programme.report(.summary)
    #expect(try Self.check(report) > 20)
    let opened = try #require(report.details.first { $0.id == "progress_1" })
    #expect(opened.title == "D1 West")
    #expect(opened.rows.contains { $0.cells.first == .text("release R4") } == false)
    let unplaced = report.details.flatMap(\.rows).filter { $0.cells.contains(.text("declared")) }
    #expect(unplaced.count == 1)
  }

  /// Holds the rows behind every figure against it.
  ///
  /// - Returns: how many figures were opened.
  static func check(_ report: Report) throws -> Int {
    let details = Dictionary(
      report.details.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var opened = 0
    for table in report.tables where ["balance", "progress", "timeline"].contains(table.id) {
      for row in table.rows where row.style == .body {
        let sums = try sums(row.opens.map { try #require(details[$0]) })
        for (key, area) in table.areas(of: row) where key != "residual_m2" {
          let isOpened = sums[key] != nil
          if table.id == "timeline", key == "closing_m2" { continue }
          #expect(sums[key] ?? .zero == area, "\(table.id) \(row.cells[0]) \(key)")
          if isOpened { opened += 1 }
        }
      }
    }
    return opened
  }

  /// The areas below each heading, by its key.
  private static func sums(_ detail: Table?) throws -> [String: Area] {
    var sums: [String: Area] = [:]
    var key = ""
    for row in detail?.rows ?? [] {
      if row.style == .heading {
        key = try #require(row.key)
        sums[key] = .zero
      } else if case .area(let area) = row.cells.last {
        sums[key, default: .zero] += area
      }
    }
    return sums
  }
}
