import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// What another program did to the map is found, taken like an imported row, or put back: never lost
/// and never taken silently.
struct AdoptTests {
  private static let square = """
    "POLYGON ((45.48 40.00, 45.49 40.00, 45.49 40.01, 45.48 40.01, 45.48 40.00))"
    """
  private static let wider = """
    "POLYGON ((45.48 40.00, 45.50 40.00, 45.50 40.01, 45.48 40.01, 45.48 40.00))"
    """
  private static let header = "id,class,date,source,wkt"

  private let folder: TemporaryFolder
  private let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "Edited", isSynthetic: false)
    try folder.importText(
      """
      \(Self.header)
      H1,SHA,2022-03-01,,\(Self.square)
      H2,SHA,2022-03-01,,\(Self.square)
      """, as: .hazards, into: book)
    _ = try PostLedger(book).run()
  }

  /// Works on the file as another program would.
  private func edit(_ sql: String, _ arguments: StatementArguments = []) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { SpatialFunctions.register(in: $0) }
    try DatabaseQueue(path: folder.path("book.gpkg"), configuration: configuration).write {
      try $0.execute(sql: sql, arguments: arguments)
    }
  }

  private func shown(_ id: String) throws -> [String?] {
    try book.store.read { reader in
      let row = try Row.fetchOne(
        reader.db,
        sql: "SELECT class, reason, source, date, CAST(version AS TEXT) FROM hazard WHERE id = ?",
        arguments: [id])
      return (0..<5).map { place in row.flatMap { $0[place] as String? } }
    }
  }

  private var polygon: Data {
    let wider = [(45.48, 40.0), (45.5, 40.0), (45.5, 40.01), (45.48, 40.01), (45.48, 40.0)]
    return GeoPackageBlob.write(
      .init(rings: [wider.map { .init(x: $0.0, y: $0.1) }]))
  }

  @Test func anUneditedBookHasNoEdits() throws {
    try #expect(book.editedRecords == 0)
    try #expect(AdoptEdits(book).run().edits.isEmpty)
  }

  @Test func theLedgerIsThatOfTheSameRowImported() throws {
    try edit("UPDATE hazard SET source = 'walked', geom = ? WHERE id = 'H1'", [polygon])
    try #expect(book.editedRecords == 1)
    let told = try AdoptEdits(book).run(isDryRun: true)
    let change = AmendRecord.Change(field: "source", before: nil, after: "walked")
    #expect(told.edits.map(\.record) == ["hazard H1"] && told.edits[0].changes == [change])
    let areas = try #require(told.edits[0].areas)
    let (before, after) = (try #require(areas.before), try #require(areas.after))
    #expect(after.squareCentimetres > before.squareCentimetres * 19 / 10)
    try #expect(book.editedRecords == 1)

    _ = try AdoptEdits(book).run(reason: "seen")
    _ = try PostLedger(book).run()
    try #expect(book.editedRecords == 0)
    let other = try Book.make(at: folder.path("other.gpkg"), name: "Edited", isSynthetic: false)
    try folder.importText(
      "\(Self.header)\nH1,SHA,2022-03-01,,\(Self.square)\nH2,SHA,2022-03-01,,\(Self.square)",
      as: .hazards, into: other)
    try folder.importText(
      "\(Self.header)\nH1,SHA,2022-03-01,walked,\(Self.wider)", as: .hazards, into: other)
    _ = try PostLedger(other).run()
    let same = try BookDump(book, in: folder).differences(from: BookDump(other, in: folder))
    #expect(same.filter { $0 != "map" } == [])
    let verbs = try book.store.read { try $0.batches() }.map(\.description.verb)
    #expect(verbs == ["import", "adopt"])
  }

  @Test func undoingBringsTheRowsBack() throws {
    let before = try shown("H1")
    try edit("UPDATE hazard SET reason = 'fenced' WHERE id = 'H1'")
    let batch = try #require(try AdoptEdits(book).run().batches.first?.batch)
    try #expect(shown("H1")[1] == "fenced")
    _ = try UndoBatch(book).run(batch)
    try #expect(shown("H1") == before)
    try #expect(book.editedRecords == 0)
  }

  /// The edit stays on the map, and what it says goes on top of what came.
  @Test func anImportMeanwhileOverwritesNothing() throws {
    try edit("UPDATE hazard SET reason = 'fenced' WHERE id = 'H1'")
    try folder.importText(
      "\(Self.header)\nH1,CHA,2022-03-01,survey,\(Self.square)", as: .hazards, into: book)
    _ = try PostLedger(book).run(anew: true)
    try #expect(shown("H1")[...2] == ["suspected", "fenced", nil])
    try #expect(book.editedRecords == 1)
    _ = try AdoptEdits(book).run()
    try #expect(shown("H1")[...2] == ["confirmed", "fenced", "survey"])
    try #expect(book.editedRecords == 0)
  }

  @Test func aDeletedRowIsNoWithdrawal() throws {
    try edit("DELETE FROM hazard WHERE id = 'H2'")
    let outcome = try AdoptEdits(book).run()
    #expect(outcome.edits.map(\.kind) == [.deleted] && !outcome.movesLand)
    try #expect(book.editedRecords == 1)
    _ = try AdoptEdits(book).run(["H2"], isRestoring: true)
    try #expect(book.editedRecords == 0)
    try #expect(shown("H2")[0] == "suspected")
  }

  @Test func aDrawnRowIsTakenOrPutBackAndNeverLost() throws {
    let drawing = "INSERT INTO hazard (id, class, reason, geom) VALUES ('N', 'confirmed', 'new', ?)"
    try edit(drawing, [polygon])
    _ = try AdoptEdits(book).run(isRestoring: true)
    try #expect(shown("N") == [nil, nil, nil, nil, nil])
    let log = try #require(try book.store.read { try $0.logEntries() }.last)
    #expect(log.verb == "adopt" && log.content.contains("hazard N") && log.content.contains("new"))
    try edit(drawing, [polygon])
    let batch = try AdoptEdits(book).run().batches.first
    #expect(batch?.stored == 1)
    try #expect(shown("N")[4] != nil && book.editedRecords == 0)
  }

  /// The row stays as it was drawn, and the reason is kept.
  @Test func aRowThatIsRefusedStays() throws {
    try edit("UPDATE hazard SET date = 'soon' WHERE id = 'H1'")
    let outcome = try AdoptEdits(book).run()
    #expect(outcome.batches.first?.refused == 1)
    try #expect(shown("H1")[3] == "soon" && book.editedRecords == 1)
    try #expect(book.store.read { try $0.refusedRows() }.count == 1)
  }

  @Test func figuresThatAreWorkedOutArePutBack() throws {
    try edit("UPDATE hazard SET area_m2 = 5 WHERE id = 'H1'")
    let outcome = try AdoptEdits(book).run()
    #expect(outcome.edits.map(\.isDerivedOnly) == [true])
    try #expect(book.editedRecords == 0)
  }

  @Test func anUnknownNameIsAnError() throws {
    #expect(throws: WorkflowError.self) { try AdoptEdits(book).run(["H1"]) }
  }
}
