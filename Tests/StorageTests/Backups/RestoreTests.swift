import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// What is put back is what was kept, and what it takes the place of is kept too.
@Suite struct RestoreTests {
  private static let moment = Timestamp(milliseconds: 1_772_366_400_000)

  private func hazards(_ path: String) throws -> [String] {
    try LandBook.open(at: path, for: .reading).read { try $0.hazards().map(\.content.key.id) }
  }

  private func store(_ id: String, in temporary: TemporaryBook) throws {
    try temporary.write { writer in
      _ = try writer.store(Hazard(key: RecordKey(id: id), hazardClass: .suspected))
    }
  }

  /// A book with a backup of when it held H1 alone.
  private func backedUp() throws -> (TemporaryBook, String) {
    let temporary = try TemporaryBook()
    try store("H1", in: temporary)
    let made = try LandBook.backUp(
      bookAt: temporary.path, policy: BackupPolicy(at: Timestamp(milliseconds: 0)))
    try store("H2", in: temporary)
    return (temporary, made.path)
  }

  @Test func theBookOfBeforeIsKept() throws {
    let (temporary, backup) = try backedUp()
    let done = try LandBook.restore(backup, to: temporary.path, at: Self.moment)
    try #expect(hazards(temporary.path) == ["H1"])
    let kept = try #require(done.kept)
    try #expect(hazards(kept) == ["H1", "H2"])
    #expect(done.lastBatch == 1 && done.lastBatchBefore == 2 && !done.wasDamaged)
    // And back again.
    _ = try LandBook.restore(kept, to: temporary.path, at: Self.moment)
    try #expect(hazards(temporary.path) == ["H1", "H2"])
    try #expect(!temporary.files().contains { $0.hasSuffix(".partial") })
  }

  @Test func aDamagedBackupIsRefusedBeforeAnythingChanges() throws {
    let (temporary, backup) = try backedUp()
    let handle = try #require(FileHandle(forUpdatingAtPath: backup))
    try handle.seek(toOffset: 8192)
    try handle.write(contentsOf: Data(count: 65_536))
    try handle.close()
    let before = try temporary.bytes()
    #expect(
      bookError { _ = try LandBook.restore(backup, to: temporary.path, at: Self.moment) }
        == .damaged)
    try #expect(temporary.bytes() == before)
  }

  @Test func aBackupOfAnotherBookIsRefusedUnlessAsked() throws {
    let (temporary, _) = try backedUp()
    let other = try TemporaryBook()
    try other.sql { try $0.execute(sql: "UPDATE book SET name = 'Other'") }
    #expect(
      bookError { _ = try LandBook.restore(other.path, to: temporary.path, at: Self.moment) }
        == .refused)
    try #expect(hazards(temporary.path) == ["H1", "H2"])
    _ = try LandBook.restore(other.path, to: temporary.path, at: Self.moment, takesAnother: true)
    try #expect(hazards(temporary.path).isEmpty)
  }

  @Test func aWriterElsewhereKeepsTheBookAsItIs() throws {
    let (temporary, backup) = try backedUp()
    let writer = try Connection.writer(at: temporary.path)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE; UPDATE book SET name = 'x'")
      #expect(
        bookError { _ = try LandBook.restore(backup, to: temporary.path, at: Self.moment) }
          == .locked)
      try db.execute(sql: "ROLLBACK")
    }
    try #expect(hazards(temporary.path) == ["H1", "H2"])
    try #expect(!temporary.files().contains { $0.hasSuffix(".partial") })
  }

  /// A journal of the damaged file would be played into the one that takes its place.
  @Test func aDamagedBookIsKeptAndItsJournalGoes() throws {
    let (temporary, backup) = try backedUp()
    try Data("no book any more".utf8).write(to: URL(fileURLWithPath: temporary.path))
    try Data("journal".utf8).write(to: URL(fileURLWithPath: temporary.path + "-journal"))
    let done = try LandBook.restore(backup, to: temporary.path, at: Self.moment)
    #expect(done.wasDamaged)
    try #expect(hazards(temporary.path) == ["H1"])
    let kept = try #require(done.kept)
    try #expect(fileBytes(kept) == Data("no book any more".utf8))
    try #expect(!temporary.files().contains("book.gpkg-journal"))
  }

  @Test func aBookThatIsGoneComesBack() throws {
    let (temporary, backup) = try backedUp()
    try FileManager.default.removeItem(atPath: temporary.path)
    let done = try LandBook.restore(backup, to: temporary.path, at: Self.moment)
    #expect(done.kept == nil)
    try #expect(hazards(temporary.path) == ["H1"])
  }

  @Test func aLinkStaysALink() throws {
    let (temporary, backup) = try backedUp()
    let link = temporary.folder.appending(path: "link.gpkg").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: temporary.path)
    _ = try LandBook.restore(backup, to: link, at: Self.moment)
    _ = try LandBook.compact(bookAt: link)
    let type = try FileManager.default.attributesOfItem(atPath: link)[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    try #expect(hazards(temporary.path) == ["H1"])
  }
}
