import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// An undone batch never came, and the log is longer.
struct UndoTests {
  /// What stands beside the random records: tables that move no land.
  private static let programme: [(ImportRequest.Subject, String, [String])] = [
    (.devices, "id,date,category,quantity", ["D1,2020-01-01,ap_mine,3", "D2,2020-01-02,uxo,1"]),
    (.devices, "id,date,category,quantity", ["D1,2020-01-01,ap_mine,5", "D3,2020-01-02,uxo,1"]),
    (.victims, "id,date,outcome", ["V1,2020-01-01,killed", "V2,2020-01-01,injured"]),
    (.victims, "id,date,outcome", ["V2,2020-01-01,killed", "V3,2020-01-01,injured"]),
    (.statements, "actor,from,to,reported_area_ha", ["Army,2020-01-01,2020-12-31,100"]),
    (.statements, "actor,from,to,reported_area_ha", ["Army,2021-01-01,2021-12-31,50"]),
    (.minefieldRecords, "id,verdict", ["M1,accurate"]),
    (.minefieldRecords, "id,verdict", ["M1,partly", "M2,unchecked"]),
    (.zones, "id,kind,radius_m,wkt", ["Z1,water,50,POINT (45 40)"]),
    (
      .zones, "id,kind,radius_m,wkt", ["Z1,water,60,POINT (45 40)", "Z2,road,50,POINT (45 40.01)"]
    ),
    (.environmentChecks, "release_id,erosion_seen", ["R1,no"]),
    (.environmentChecks, "release_id,erosion_seen", ["R1,yes", "R2,no"]),
  ]

  private static func importStage(
    _ stage: Int, _ random: RandomBook, into book: Book, _ folder: TemporaryFolder
  ) throws {
    try folder.importStage(stage, of: 2, random, into: book)
    for (place, (subject, header, rows)) in programme.enumerated() where place % 2 == stage {
      try folder.importText(([header] + rows).joined(separator: "\n"), as: subject, into: book)
    }
    _ = try PostLedger(book).run()
  }

  /// Undoes the batches after one, the last first, and posts.
  private static func undo(after batch: Int64, of book: Book) throws {
    let last = try book.store.info().ledger.lastBatch ?? 0
    for undone in stride(from: last, to: batch, by: -1) { _ = try UndoBatch(book).run(undone) }
    _ = try PostLedger(book).run()
  }

  @Test(arguments: 0..<12)
  func theBookIsAsBeforeAndComesBack(seed: Int) throws {
    let folder = try TemporaryFolder()
    let random = RandomBook(seed: 5000 + seed)
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    try Self.importStage(0, random, into: book, folder)
    let (first, before) = (
      try book.store.info().ledger.lastBatch ?? 0, try BookDump(book, in: folder)
    )
    let log = try book.store.read { try $0.logEntries() }
    try Self.importStage(1, random, into: book, folder)
    let (second, both) = (
      try book.store.info().ledger.lastBatch ?? 0, try BookDump(book, in: folder)
    )
    #expect(before.differences(from: both).contains("devices"))

    try Self.undo(after: first, of: book)
    try expect(BookDump(book, in: folder), before)
    #expect(try !book.store.info().ledger.isBehind)
    let check = try CheckBook(book).ledger()
    #expect(!check.hasFindings, "\(check.report.tables)")

    // What was known in between is still known to have been so.
    let then = try BookDump(book, in: folder, throughBatch: second)
    let kept = then.differences(from: both).filter { then.parts[$0] != nil }
    #expect(kept == [])

    try Self.importStage(1, random, into: book, folder)
    try expect(BookDump(book, in: folder), both)

    // Undoing the new import and then each undo brings the first one back.
    let last = try book.store.info().ledger.lastBatch ?? 0
    let undos = second - first
    try Self.undo(after: second + undos, of: book)
    try expect(BookDump(book, in: folder), before)
    for batch in stride(from: second + undos, to: second, by: -1) {
      _ = try UndoBatch(book).run(batch)
    }
    _ = try PostLedger(book).run()
    try expect(BookDump(book, in: folder), both)
    #expect(try book.store.info().ledger.lastBatch ?? 0 > last)
    try expectLonger(log, book, isVerified: seed % 4 == 0)
  }

  /// The log has gone on, and what it ended with at first can still be proved.
  private func expectLonger(_ log: [LogEntry], _ book: Book, isVerified: Bool) throws {
    let now = try book.store.read { try $0.logEntries() }
    #expect(now.count > log.count && Array(now.prefix(log.count)) == log)
    #expect(Set(now.map(\.hash)).count == now.count)
    guard isVerified else { return }
    let head = try #require(log.last.flatMap { HeadDigits($0.hash) })
    let outcome = try VerifyBook(book).run(head: head)
    #expect(outcome.isAsLogged, "\(outcome.report.tables.dropFirst().first?.rows ?? [])")
  }

  private func expect(
    _ dump: BookDump, _ other: BookDump, at location: SourceLocation = #_sourceLocation
  ) throws {
    for part in dump.differences(from: other) {
      let (found, wanted) = (dump.parts[part] ?? [], other.parts[part] ?? [])
      Issue.record(
        "\(part): \(Set(found).subtracting(wanted)) in place of \(Set(wanted).subtracting(found))",
        sourceLocation: location)
    }
  }

  private static let square = "\"\(Strip.multipolygon("A"))\""

  private func book(_ folder: TemporaryFolder) throws -> Book {
    try Book.make(at: folder.path("book.gpkg"), name: "Book", isSynthetic: false)
  }

  @Test func laterVersionsStandOnTheirOwn() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let header = "id,class,date,recorded_at,wkt\n"
    try folder.importText(
      header + "H,SHA,2020-01-01,2020-01-02,\(Self.square)", as: .hazards, into: book)
    try folder.importText(
      header + "H,CHA,2021-01-01,2021-01-02,\(Self.square)", as: .hazards, into: book)
    _ = try UndoBatch(book).run(1)
    _ = try PostLedger(book).run()
    let lines = try folder.movements(of: book)
    #expect(lines.allSatisfy { $0.hasPrefix("2021-01-01,H,1,") && $0.contains("identified") })
    #expect(!lines.isEmpty)
    #expect(try !CheckBook(book).ledger().hasFindings)
  }

  @Test func rowsThatCameAgainAreNotTakenUnasked() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let header = "id,class,date,wkt\n"
    let first = "H1,SHA,2020-01-01,\(Self.square)\n"
    try folder.importText(header + first, as: .hazards, into: book)
    try folder.importText(
      header + first + "H2,SHA,2020-01-01,\(Self.square)", as: .hazards, into: book)
    let error = #expect(throws: WorkflowError.self) { try UndoBatch(book).run(1) }
    #expect(error?.message.contains("brought 1 of the rows of batch 1 again") == true)
    #expect(try book.store.read { try $0.hazards() }.count == 2)
    _ = try UndoBatch(book).run(1, withRepeated: true)
    #expect(try book.store.read { try $0.hazards() }.map(\.content.key.id) == ["H2"])
    // The undone rows are new to the book.
    let again = try folder.importText(header + first, as: .hazards, into: book)
    #expect(again.stored == 1 && again.unchanged == 0)
  }

  @Test func whatCantBeUndoneSaysWhy() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let statement = "actor,from,to,reported_area_ha\nArmy,2020-01-01,2020-12-31,100"
    let first = try folder.importText(statement, as: .statements, into: book)
    #expect(first.stored == 1, "\(first.refusals)")
    #expect(throws: WorkflowError.self) { try UndoBatch(book).run(7) }
    _ = try UndoBatch(book).run(1)
    let twice = #expect(throws: WorkflowError.self) { try UndoBatch(book).run(1) }
    #expect(twice?.remedy == "landbook undo 2 brings it back.")
    // The statement came again, so that the first must not come back beside it.
    try folder.importText(statement, as: .statements, into: book)
    #expect(try book.store.read { try $0.statements() }.count == 1)
    let doubled = #expect(throws: WorkflowError.self) { try UndoBatch(book).run(2) }
    #expect(doubled?.remedy.hasPrefix("Undo batch 3 first") == true)
    _ = try UndoBatch(book).run(3)
    _ = try UndoBatch(book).run(2)
    #expect(try book.store.read { try $0.statements() }.count == 1)
  }

  @Test func theLogKeepsEverything() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    try folder.importText(
      "id,class,date,wkt\nH1,SHA,2020-01-01,\(Self.square)\n,SHA,2020-01-01,", as: .hazards,
      into: book)
    _ = try UndoBatch(book).run(1, reason: "wrong file", actor: "somebody")
    let log = try book.store.read { try $0.batches() }
    #expect(log.map(\.description.verb) == ["import", "undo"])
    #expect(log.map(\.undoneBy) == [2, nil])
    #expect(log[1].description.reason == "wrong file" && log[1].description.actor == "somebody")
    #expect(log[0].stored == 1 && log[0].refused == 1)
    #expect(try book.store.read { try $0.refusedRows() }.isEmpty)
    #expect(try ListBatches(book).run().tables[0].rows.count == 2)
  }
}
