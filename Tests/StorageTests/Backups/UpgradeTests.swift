import Foundation
import GRDB
import Schemas
import Testing

@testable import Storage

/// Books of earlier programs are kept before they are changed, and looked at without being changed.
@Suite struct UpgradeTests {
  /// A book of the version before the last, with one hazard.
  private func older() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "book.gpkg")
    let queue = try Connection.writer(at: file.path)
    let steps = Set(MigrationTexts.all.dropLast().map(\.name))
    try BookSchema.migrator(of: steps).migrate(queue)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO book VALUES (1, 'Old', 0, '2020-01-01T00:00:00.000Z', '1', NULL);
          INSERT INTO import_batch (at, verb, record_type, committed)
            VALUES ('2020-01-01T00:00:00.000Z', 'import', 'hazards', 1);
          INSERT INTO hazard_version (organisation, id, class, contamination, date,
            is_confirmed_change, content_hash, recorded_at, is_recorded_at_given, batch)
            VALUES ('', 'H', 'suspected', 'ap', '2020-01-01', 0,
              '\(String(repeating: "a", count: 64))', '2020-01-01T00:00:00.000Z', 0, 1);
          """)
    }
    try queue.close()
    return file
  }

  private func isComplete(_ path: String) throws -> Bool {
    try Connection.reader(at: path, isForeign: true).read(BookSchema.isComplete)
  }

  @Test func writingKeepsABackupFirst() throws {
    let file = try older()
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    let before = try Data(contentsOf: file)
    let book = try LandBook.open(at: file.path, for: .writing)
    guard case .upgraded(let backup) = book.opening else {
      Issue.record("opened \(book.opening)")
      return
    }
    try #expect(isComplete(file.path) && !isComplete(backup.path))
    let kept = try Connection.reader(at: backup.path, isForeign: true).read {
      try LogicalContent($0)
    }
    try before.write(to: file)
    let original = try Connection.reader(at: file.path, isForeign: true).read {
      try LogicalContent($0)
    }
    #expect(kept == original)
  }

  @Test(arguments: [LandBook.Purpose.reading, .trying], [false, true])
  func lookingChangesNothing(purpose: LandBook.Purpose, isHeld: Bool) throws {
    let file = try older()
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    let before = try Data(contentsOf: file)
    let book = try LandBook.open(at: file.path, for: purpose, isHeld: isHeld)
    #expect(book.opening == .copied)
    try #expect(book.read { try $0.hazards().count } == 1)
    try #expect(Data(contentsOf: file) == before)
    try #expect(
      FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
        == ["book.gpkg"])
  }

  /// What a step makes would be made twice.
  @Test func aStepThatTheBookForgotIsNamed() throws {
    let temporary = try TemporaryBook()
    let last = try #require(MigrationTexts.all.last?.name)
    try temporary.sql {
      try $0.execute(
        sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [last])
    }
    for purpose in [LandBook.Purpose.reading, .writing] {
      do {
        _ = try LandBook.open(at: temporary.path, for: purpose)
        Issue.record("it opened")
      } catch let error as BookError {
        #expect(error.kind == .altered && error.message.hasSuffix("grdb_migrations: \(last)"))
      }
    }
  }

  /// A name so long that the one of a backup is too long.
  @Test func withoutABackupNothingIsChanged() throws {
    let made = try older()
    let folder = made.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: String(repeating: "b", count: 240))
    try FileManager.default.moveItem(at: made, to: file)
    let before = try Data(contentsOf: file)
    #expect(bookError { _ = try LandBook.open(at: file.path, for: .writing) } == .cannotCreate)
    try #expect(Data(contentsOf: file) == before)
    try #expect(
      FileManager.default.contentsOfDirectory(atPath: folder.path) == [file.lastPathComponent])
  }

  @Test func aTriggerOfSomebodyElseStopsTheUpgrade() throws {
    let file = try older()
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    try DatabaseQueue(path: file.path).write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER evil AFTER INSERT ON gpkg_contents
          BEGIN UPDATE book SET name = 'taken'; END
          """)
    }
    for purpose in [LandBook.Purpose.reading, .writing] {
      #expect(bookError { _ = try LandBook.open(at: file.path, for: purpose) } == .altered)
    }
    try #expect(!isComplete(file.path))
    let name = try DatabaseQueue(path: file.path).read {
      try String.fetchOne($0, sql: "SELECT name FROM book")
    }
    #expect(name == "Old")
  }
}
