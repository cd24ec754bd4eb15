import Foundation
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Claims about people and their trend, on a book of a few victims.
struct PeopleClaimTests {
  private let folder: TemporaryFolder
  private let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    var rows = ["id,date,sex,age,outcome"]
    // 2020 from October: 4; 2021: 1; 2022: 3; 2023: 2; 2024 to May: 5.
    for (year, count) in [("2020-10", 4), ("2021-03", 1), ("2022-07", 3), ("2023-08", 2)] {
      rows += (1...count).map { "V\(year)-\($0),\(year)-1\($0),female,30,injured" }
    }
    rows += [
      "C1,2024-05-01,female,12,injured", "C2,2024-05-02,male,child,killed",
      "C3,2024-05-03,female,,injured", "C4,2024-05-04,male,40,injured",
      "C5,2024-05-05,,7,injured",
    ]
    try folder.importText(rows.joined(separator: "\n"), as: .victims, into: book)
  }

  private func verdict(_ claim: String) throws -> Report {
    let file = try claimFile(
      "{\"source\": {\"key\": \"S\", \"title\": \"S\"}, \"claims\": [{\"id\": \"S-1\", \(claim)}]}")
    var importing = ImportRecords(ImportRequest(subject: .claims, file: file), into: book)
    _ = try importing.run()
    return try ReconcileClaims(book).run(["S-1"], isDetailed: true).report
  }

  @Test func onlyWholeYearsAreHeldAgainstATrend() throws {
    let report = try verdict(
      "\"measure\": \"victims\", \"unit\": \"persons\", \"qualifier\": \"steady increase\"")
    #expect(try report.row("verdicts", "S-1")["verdict"] == "claim above")
    let years = try #require(report.tables.first { $0.id == "trends" })
    #expect(years.rows.map { $0.cells[1] } == [.text("2021"), .text("2022"), .text("2023")])
    #expect(years.rows.map { $0.cells[2] } == [1, 3, 2].map { .number($0, decimals: 0) })
    #expect(years.rows.map(\.records) == [1, 3, 2])
  }

  @Test(arguments: [
    ("\"since\": \"2021-01-01\", \"as_of\": \"2022-12-31\"", "agrees with the records"),
    ("\"since\": \"2022-01-01\", \"as_of\": \"2023-12-31\"", "claim above"),
    ("\"since\": \"2023-02-01\", \"as_of\": \"2024-05-31\"", "not evidenced"),
    ("\"since\": \"2021-01-01\", \"as_of\": \"2026-12-31\"", "scope differs"),
  ])
  func theScopeCutsTheYears(scope: String, expected: String) throws {
    let report = try verdict(
      "\"measure\": \"victims\", \"unit\": \"persons\", \"qualifier\": \"steady_increase\", \"scope\": {\(scope)}"
    )
    #expect(try report.row("verdicts", "S-1")["verdict"] == expected)
  }

  @Test func aTrendHasNoNumber() throws {
    let file = try claimFile(
      "{\"source\": {\"key\": \"S\", \"title\": \"S\"}, \"claims\": [{\"id\": \"S-1\", \"measure\": \"victims\", \"unit\": \"persons\", \"value\": 5, \"qualifier\": \"increase\"}]}"
    )
    var importing = ImportRecords(ImportRequest(subject: .claims, file: file), into: book)
    #expect(try importing.run().refused == 1)
  }

  /// C1, C2 and C5 are under 18; of C3 nobody knows.
  @Test(arguments: [
    ("victims_children", 3, "agrees with the records"), ("victims_children", 4, "claim above"),
    ("victims_women", 10, "agrees with the records"), ("victims_women", 12, "claim above"),
    ("victims", 15, "agrees with the records"), ("victims_killed", 1, "agrees with the records"),
  ])
  func peopleAreCountedByAge(measure: String, value: Int, expected: String) throws {
    let report = try verdict(
      "\"measure\": \"\(measure)\", \"unit\": \"persons\", \"value\": \(value)")
    #expect(try report.row("verdicts", "S-1")["verdict"] == expected)
    if measure == "victims_women" {
      let other = try #require(
        report.tables.first { $0.id == "bases" }?.rows.first {
          $0.cells[1] == .text("with those whose age is not given")
        })
      #expect(other.cells[2] == .number(11, decimals: 0))
    }
  }

  private func claimFile(_ text: String) throws -> String {
    let file = folder.path("claims.json")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}
