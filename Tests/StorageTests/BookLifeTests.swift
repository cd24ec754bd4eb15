import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

@Suite struct BookLifeTests {
  @Test func newBookIsAnEmptyGeoPackage() throws {
    let temporary = try TemporaryBook()
    let info = try temporary.book.info()
    #expect(info.name == "Test")
    #expect(info.createdAt == "1970-01-01T00:00:00.000Z")
    #expect(info.ledger.lastBatch == nil)
    #expect(!info.ledger.isBehind)
    try temporary.sql { db in
      try #expect(Int.fetchOne(db, sql: "PRAGMA application_id") == 0x4750_4B47)
      try #expect(Int.fetchOne(db, sql: "PRAGMA user_version") == 10300)
      try #expect(String.fetchOne(db, sql: "PRAGMA journal_mode") == "delete")
      try #expect(Int.fetchOne(db, sql: "SELECT count(*) FROM gpkg_extensions") == 12)
    }
    try #expect(temporary.files() == ["book.gpkg"])
  }

  @Test func aSyntheticBookSaysSoInEveryLayer() throws {
    let temporary = try TemporaryBook(isSynthetic: true)
    try #expect(temporary.book.info().isSynthetic)
    let plain = try temporary.sql { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM gpkg_contents WHERE description NOT LIKE 'SYNTHETIC.%'")
    }
    #expect(plain == 0)
  }

  @Test func aFileThatIsThereIsNeverReplaced() throws {
    let temporary = try TemporaryBook()
    let before = try temporary.bytes()
    let kind = bookError {
      _ = try LandBook.create(
        at: temporary.path, name: "B", createdAt: Timestamp(milliseconds: 0), programVersion: "1")
    }
    #expect(kind == .exists)
    try #expect(temporary.bytes() == before)
  }

  @Test func aBookInNoFolderCannotBeMade() {
    let kind = bookError {
      _ = try LandBook.create(
        at: "/nowhere/at/all/b.gpkg", name: "B", createdAt: Timestamp(milliseconds: 0),
        programVersion: "1")
    }
    #expect(kind == .cannotCreate)
  }

  @Test func filesThatAreNoBookAreToldApart() throws {
    let temporary = try TemporaryBook()
    let text = temporary.folder.appending(path: "a.gpkg").path
    try Data(String(repeating: "id,class\n", count: 30).utf8).write(to: URL(fileURLWithPath: text))
    let database = temporary.folder.appending(path: "b.gpkg").path
    try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    let empty = temporary.folder.appending(path: "c.gpkg").path
    try DatabaseQueue(path: empty).write {
      try $0.execute(sql: "PRAGMA application_id = 0x47504B47; CREATE TABLE t (x)")
    }
    for purpose in [LandBook.Purpose.reading, .writing] {
      #expect(opening(temporary.folder.path + "/none.gpkg", purpose) == .missing)
      #expect(opening(temporary.folder.path, purpose) == .missing)
      for path in [text, database, empty] {
        let before = try fileBytes(path)
        #expect(opening(path, purpose) == .notABook)
        try #expect(fileBytes(path) == before)
      }
    }
  }

  @Test func aBookOfALaterProgramIsRefused() throws {
    let temporary = try TemporaryBook()
    try temporary.sql { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999-later')") }
    #expect(opening(temporary.path, .reading) == .newer)
    #expect(opening(temporary.path, .writing) == .newer)
  }

  @Test func aForeignTriggerOnOurTableIsRefused() throws {
    let temporary = try TemporaryBook()
    try temporary.sql {
      try $0.execute(
        sql: """
          CREATE TABLE mine (x);
          CREATE TRIGGER mine_own AFTER INSERT ON mine BEGIN DELETE FROM mine; END;
          CREATE TRIGGER "trigger_insert_feature_count_hazard" AFTER INSERT ON "hazard"
          BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1
            WHERE lower(table_name) = lower('hazard'); END;
          """)
    }
    #expect(opening(temporary.path, .writing) == nil)
    try temporary.sql {
      try $0.execute(
        sql: "CREATE TRIGGER spy AFTER INSERT ON task BEGIN DELETE FROM finding; END")
    }
    #expect(opening(temporary.path, .writing) == .altered)
    #expect(opening(temporary.path, .reading) == .altered)
  }

  @Test func aLostGuardIsRefused() throws {
    let temporary = try TemporaryBook()
    try temporary.sql { try $0.execute(sql: "DROP TRIGGER hazard_version_fixed") }
    #expect(opening(temporary.path, .writing) == .altered)
  }

  @Test func aLockedBookSaysSo() throws {
    let temporary = try TemporaryBook()
    let other = try DatabaseQueue(path: temporary.path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let kind = bookError { try temporary.write { _ in } }
      #expect(kind == .locked)
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test(arguments: ["DELETE", "WAL"])
  func readingLeavesTheFileAsItWas(journal: String) throws {
    let temporary = try TemporaryBook()
    try temporary.write { _ = try $0.store(hazard("H1")) }
    // Closed before reading, as QGIS would leave it.
    let other = try DatabaseQueue(path: temporary.path)
    try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = \(journal)") }
    try other.close()
    let before = try temporary.bytes()
    let book = try LandBook.open(at: temporary.path, for: .reading)
    try #expect(book.read { try $0.hazards().count } == 1)
    _ = try book.info()
    let kind = bookError {
      _ = try book.write(description()) { try $0.store(hazard("H2")) }
    }
    #expect(kind == .readOnly)
    try #expect(temporary.bytes() == before)
    try #expect(temporary.files() == ["book.gpkg"])
  }

  private func description() -> BatchDescription {
    BatchDescription(at: Timestamp(milliseconds: 0), recordType: "hazards")
  }

  private func opening(_ path: String, _ purpose: LandBook.Purpose) -> BookError.Kind? {
    bookError { _ = try LandBook.open(at: path, for: purpose) }
  }
}

/// The kind of the book error that the body throws; nil where it throws none.
func bookError(_ body: () throws -> Void) -> BookError.Kind? {
  do {
    try body()
    return nil
  } catch {
    #expect(error is BookError)
    return (error as? BookError)?.kind
  }
}
