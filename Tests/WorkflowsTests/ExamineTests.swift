import Foundation
import Reporting
import Testing

@testable import Workflows

@Suite("The doctor")
struct ExamineTests {
  private func cells(_ report: Reporting.Report, _ table: String) -> [[String]] {
    report.tables.first { $0.id == table }?.rows.map { row in
      row.cells.map { if case .text(let text) = $0 { text } else { "" } }
    } ?? []
  }

  @Test("without a book it names versions, formats and references, and no book")
  func installation() throws {
    let outcome = try Examine().run()
    #expect(outcome.report.flaws.isEmpty)
    let program = cells(outcome.report, "program").map { $0[0] }
    #expect(program == ["landbook", "SQLite", "GEOS", "PROJ"])
    #expect(cells(outcome.report, "projections").first?[1] == "ok")
    #expect(cells(outcome.report, "book").isEmpty)
  }

  @Test("every protection is told with its trial")
  func protections() throws {
    let outcome = try Examine().run()
    let lines = cells(outcome.report, "protections")
    guard !lines.isEmpty else { return }
    for name in ["memory", "processor time", "core files", "new files", "network", "privileges"] {
      let line = try #require(lines.first { $0[0] == name })
      #expect(line[1] == "ok", "\(line)")
      #expect(!line[2].isEmpty)
    }
  }

  @Test("a new book is healthy; one that is damaged is told, not thrown")
  func book() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("doctor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("b.gpkg").path
    _ = try Book.make(at: path, name: "B", isSynthetic: true)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let healthy = cells(try Examine(book: path).run().report, "book")
    #expect(healthy.first { $0[0] == "file" }?[1] == "ok")
    #expect(healthy.first { $0[0] == "journal" }?[1] == "ok")
    #expect(healthy.first { $0[0] == "schema" }?[1] == "ok")
    #expect(healthy.contains { $0[2] == "SYNTHETIC" })
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    var broken = before
    broken.replaceSubrange(4096..<20_000, with: Data(repeating: 0x55, count: 20_000 - 4096))
    try broken.write(to: URL(fileURLWithPath: path))
    let outcome = try Examine(book: path).run()
    #expect(outcome.needsAttention)
    #expect(cells(outcome.report, "book").first { $0[0] == "file" }?[1] == "look")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.gpkg"])
  }

  @Test("no book is an error that names it")
  func noBook() {
    #expect(throws: (any Error).self) { try Examine(book: "/nowhere/b.gpkg").run() }
  }
}
