import Foundation
import LandRelease
import Testing

@testable import Workflows

/// Rows are stored as they come, so that what only the end of a file tells has to undo the rest.
struct ImportPassTests {
  private func polygon(_ number: Int) -> String {
    let (x, y) = (20 + Double(number) * 0.01, 40.0)
    return "\"POLYGON ((\(x) \(y), \(x + 0.005) \(y), \(x) \(y + 0.005), \(x) \(y)))\""
  }

  private func file(_ rows: [String]) -> String {
    (["id,class,date,wkt_4326"] + rows).joined(separator: "\n")
  }

  @Test func aContradictionAtTheEndOfAFileTakesBothRowsOut() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    var rows = (0..<300).map { "H\($0),SHA,2020-01-01,\(polygon($0))" }
    rows.append("H7,CHA,2020-01-01,\(polygon(7))")
    rows.append(",SHA,2020-01-01,\(polygon(8))")
    rows.append("SYN-1,SHA,2020-01-01,\(polygon(9))")
    let outcome = try folder.importText(file(rows), as: .hazards, into: book)
    #expect(outcome.refusals.map(\.row) == [8, 301, 302, 303])
    #expect(outcome.rowsIn == 303 && outcome.stored == 299 && outcome.refused == 4)
    #expect(outcome.refusals[1].reason.contains("another content in this file"))
    #expect(outcome.refusals[3].reason.contains("is synthetic"))
    let kept = try book.store.read { reader in
      (try reader.hazards().map(\.content.key.id), try reader.refusedRows().map(\.row.row))
    }
    #expect(kept.0 == (0..<300).filter { $0 != 7 }.map { "H\($0)" })
    #expect(kept.1 == [8, 301, 302, 303])
  }

  @Test func aStrictImportTakesAllRowsOrNone() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    func take(_ rows: [String]) throws -> ImportOutcome {
      let path = folder.path("rows.csv")
      try Data(file(rows).utf8).write(to: URL(fileURLWithPath: path))
      var request = ImportRequest(subject: .hazards, file: path)
      request.isStrict = true
      request.rejects = folder.path("rows.rejects.csv")
      var records = ImportRecords(request, into: book)
      return try records.run()
    }
    let good = (0..<5).map { "H\($0),SHA,2020-01-01,\(polygon($0))" }
    let refused = try take(good + ["H9,nonsense,2020-01-01,"])
    #expect(refused.stored == 0 && refused.batch == nil && refused.refusals.count == 1)
    try #expect(book.store.read { try $0.hazards().isEmpty })
    let taken = try take(good)
    #expect(taken.stored == 5 && taken.batch == 1)
  }

  @Test func aBookCanBeImportedIntoItself() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("book.gpkg")
    let book = try Book.make(at: path, name: "B", isSynthetic: false)
    _ = try folder.importText(
      file(["H1,SHA,2020-01-01,\(polygon(1))"]), as: .hazards, into: book)
    var request = ImportRequest(subject: .hazards, file: path)
    request.layer = "hazard"
    request.map = ["reported_area_m2=reported_area_m2"]
    var again = ImportRecords(request, into: book)
    let outcome = try again.run()
    #expect(outcome.rowsIn == 1 && outcome.refused == 0)
  }
}
