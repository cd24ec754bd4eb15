import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// Copies of a book are whole, checked, kept by count, and never somebody else's file.
@Suite struct BackupTests {
  private func book() throws -> TemporaryBook {
    let temporary = try TemporaryBook()
    try fill(temporary, 1)
    return temporary
  }

  private func fill(_ temporary: TemporaryBook, _ number: Int) throws {
    try temporary.write { writer in
      for place in 0..<20 {
        var hazard = Hazard(
          key: RecordKey(id: "H\(number)-\(place)"), hazardClass: .suspected)
        hazard.polygon = square(Double(place), Double(number))
        _ = try writer.store(hazard)
      }
    }
  }

  private func content(_ path: String) throws -> LogicalContent {
    try Connection.reader(at: path, isForeign: false).read { try LogicalContent($0) }
  }

  private static let noon = Timestamp(milliseconds: 1_772_366_400_000)

  private func policy(_ second: Int, keep: Int = 10) -> BackupPolicy {
    BackupPolicy(
      at: Timestamp(milliseconds: Self.noon.milliseconds + Int64(second) * 1000), keep: keep)
  }

  @Test func aBackupSaysWhatTheBookSaysAndTheBookStays() throws {
    let temporary = try book()
    let before = try temporary.bytes()
    #expect(chmod(temporary.path, 0o640) == 0)
    let made = try LandBook.backUp(bookAt: temporary.path, policy: policy(0))
    #expect(made.path == DurableFile.real(temporary.path) + ".bak-20260301T120000Z")
    try #expect(content(made.path) == content(temporary.path))
    try #expect(temporary.bytes() == before)
    try #expect(temporary.files() == ["book.gpkg", "book.gpkg.bak-20260301T120000Z"])
    let leave = try FileManager.default.attributesOfItem(atPath: made.path)[.posixPermissions]
    #expect(leave as? Int == 0o640)
  }

  @Test func severalOfOneSecondAreNumbered() throws {
    let temporary = try book()
    let names = try (0..<3).map { _ in
      (try LandBook.backUp(bookAt: temporary.path, policy: policy(0)).path as NSString)
        .lastPathComponent
    }
    #expect(
      names == [
        "book.gpkg.bak-20260301T120000Z", "book.gpkg.bak-20260301T120000Z-2",
        "book.gpkg.bak-20260301T120000Z-3",
      ])
  }

  @Test(arguments: [
    ("20260301T120000Z", true), ("20260301T120000Z-2", true), ("20260301T120000Z-1", false),
    ("20260301T120000Z-x", false), ("20261301T120000Z", false), ("20260301T120000", false),
    ("20260301T120000Z.partial", false), ("old", false), ("2026é301T120000Z", false),
  ])
  func namesAreReadStrictly(name: String, isOne: Bool) {
    #expect((BackupName(name[...]) != nil) == isOne)
    if isOne { #expect(BackupName(name[...])?.text == name) }
  }

  @Test func theLatestSoundOnesAreKeptAndOthersLeftAlone() throws {
    let temporary = try book()
    let stranger = try TemporaryBook()
    for second in 0..<4 {
      _ = try LandBook.backUp(bookAt: temporary.path, policy: policy(second))
    }
    let third = "\(temporary.path).bak-20260301T120002Z"
    // The third is damaged, and files that only look like backups lie about.
    let handle = try #require(FileHandle(forUpdatingAtPath: third))
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(count: 60_000))
    try handle.close()
    try Data("notes".utf8).write(to: URL(fileURLWithPath: "\(temporary.path).bak-notes"))
    try Data("text".utf8).write(to: URL(fileURLWithPath: "\(temporary.path).bak-20200101T000000Z"))
    try FileManager.default.copyItem(
      atPath: stranger.path, toPath: "\(temporary.path).bak-20200102T000000Z")
    try stranger.sql { try $0.execute(sql: "UPDATE book SET name = 'Another'") }
    try FileManager.default.removeItem(atPath: "\(temporary.path).bak-20200102T000000Z")
    try FileManager.default.copyItem(
      atPath: stranger.path, toPath: "\(temporary.path).bak-20200102T000000Z")
    let made = try LandBook.backUp(bookAt: temporary.path, policy: policy(5, keep: 2))
    // Of the sound ones, 05 and 03 stay; 02 is not counted and not deleted.
    #expect(made.removed.map { ($0 as NSString).lastPathComponent.suffix(3) } == ["00Z", "01Z"])
    try #expect(
      temporary.files() == [
        "book.gpkg", "book.gpkg.bak-20200101T000000Z", "book.gpkg.bak-20200102T000000Z",
        "book.gpkg.bak-20260301T120002Z", "book.gpkg.bak-20260301T120003Z",
        "book.gpkg.bak-20260301T120005Z", "book.gpkg.bak-notes",
      ])
    let states = try LandBook.backups(ofBookAt: temporary.path).map(\.state)
    #expect(states[0] == .sound && states[1] == .sound && states.count == 5)
    if case .damaged = states[2] {} else { Issue.record("\(states[2]) is not damaged") }
    #expect(states[3...] == [.ofAnotherBook, .notABook])
  }

  @Test func aFileThatIsThereIsNotReplaced() throws {
    let temporary = try book()
    let target = temporary.folder.appending(path: "copy.gpkg").path
    let made = try LandBook.backUp(bookAt: temporary.path, to: target)
    #expect(made.path == target)
    #expect(bookError { _ = try LandBook.backUp(bookAt: temporary.path, to: target) } == .exists)
  }

  @Test func aBackupThatIsStoppedLeavesNoFile() throws {
    struct Stopped: Error {}
    let temporary = try book()
    #expect(throws: Stopped.self) {
      try LandBook.backUp(bookAt: temporary.path) { _, _ in throw Stopped() }
    }
    try #expect(temporary.files() == ["book.gpkg"])
  }

  @Test func aDamagedBookGivesNoBackup() throws {
    let temporary = try book()
    let size = try temporary.bytes().count
    let handle = try #require(FileHandle(forUpdatingAtPath: temporary.path))
    try handle.seek(toOffset: UInt64(size / 2 / 4096 * 4096))
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 40_960))
    try handle.close()
    #expect(bookError { _ = try LandBook.backUp(bookAt: temporary.path) } == .damaged)
    try #expect(temporary.files() == ["book.gpkg"])
  }

  @Test func compactingGivesSpaceBackAndChangesNoRow() throws {
    let temporary = try book()
    try temporary.sql { db in
      try db.execute(
        sql: """
          CREATE TABLE mine (a);
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
          INSERT INTO mine SELECT randomblob(1000) FROM n;
          DELETE FROM mine WHERE rowid < 1990;
          """)
    }
    let before = try content(temporary.path)
    let done = try LandBook.compact(bookAt: temporary.path)
    #expect(done.sizeAfter < done.sizeBefore - 1_500_000)
    try #expect(content(temporary.path) == before)
    try #expect(temporary.files() == ["book.gpkg"])
    let marks = try temporary.sql { db in
      try [
        Int64.fetchOne(db, sql: "PRAGMA application_id"),
        Int64.fetchOne(db, sql: "PRAGMA user_version"),
      ]
    }
    #expect(marks == [0x4750_4B47, 10300])
  }

  @Test func oneBitMoreIsAnotherContent() throws {
    let temporary = try book()
    let before = try content(temporary.path)
    try temporary.sql { db in
      try db.execute(sql: "UPDATE hazard SET area_m2 = 1 WHERE id = 'H1-3'")
    }
    let after = try content(temporary.path)
    #expect(before != after)
    #expect(before.tables.filter { after.tables[$0.key] != $0.value }.map(\.key) == ["hazard"])
  }
}
