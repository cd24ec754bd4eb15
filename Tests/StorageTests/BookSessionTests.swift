import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// A book beside other programs that write to it, and after they died.
@Suite struct BookSessionTests {
  private func edit(_ temporary: TemporaryBook) throws {
    try temporary.sql {
      try $0.execute(sql: "UPDATE book SET program_version = program_version || 'x'")
    }
  }

  @Test func whoReadsTwiceNoticesAWriteInBetween() throws {
    let temporary = try TemporaryBook()
    let book = try LandBook.open(at: temporary.path, for: .reading)
    _ = try book.info()
    _ = try book.info()
    try edit(temporary)
    #expect(bookError { _ = try book.info() } == .moved)
  }

  @Test func whoHoldsABookReadsOneStateOfIt() throws {
    let temporary = try TemporaryBook()
    let book = try LandBook.open(at: temporary.path, for: .reading, isHeld: true)
    let before = try book.info()
    #expect(throws: DatabaseError.self) { try edit(temporary) }
    try #expect(book.info() == before)
  }

  @Test func workOfSeveralTransactionsIsDoneAgainWhereSomebodyWrote() throws {
    let temporary = try TemporaryBook()
    let book = try LandBook.open(at: temporary.path, for: .writing)
    var tries = 0
    let version = try book.together {
      tries += 1
      let seen = try book.info().programVersion
      if tries == 1 { try edit(temporary) }
      _ = try book.write(
        BatchDescription(at: Timestamp(milliseconds: 0), recordType: "hazards")
      ) { _ = try $0.store(hazard("H\(tries)")) }
      return seen
    }
    #expect(tries == 2)
    #expect(version == "1x")
    try #expect(book.read { try $0.hazards().map(\.content.key.id) } == ["H2"])
    // What is done by itself does not care what others did before.
    try edit(temporary)
    _ = try book.info()
  }

  @Test func whoeverKeepsWritingIsNotWaitedForForEver() throws {
    let temporary = try TemporaryBook()
    let book = try LandBook.open(at: temporary.path, for: .writing)
    let kind = bookError {
      try book.together {
        _ = try book.info()
        try edit(temporary)
        _ = try book.info()
      }
    }
    #expect(kind == .locked)
  }

  @Test func draftsThatTheDeadHaveLeftAreTakenAway() throws {
    let temporary = try TemporaryBook()
    let path = temporary.folder.appending(path: "new.gpkg").path
    // No system gives out such a number; the other is of a program that lives.
    for process in ["99999999", "99999999-journal", "1"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(path).partial-\(process)"))
    }
    _ = try LandBook.create(
      at: path, name: "B", createdAt: Timestamp(milliseconds: 0), programVersion: "1")
    try #expect(temporary.files() == ["book.gpkg", "new.gpkg", "new.gpkg.partial-1"])
  }

  /// What a killed compaction or backup left goes with the next; nobody else's file does.
  @Test func draftsOfCopiesAreTakenAwayAndOthersStay() throws {
    let temporary = try TemporaryBook()
    let theirs = [
      "book.gpkg.compacted.partial", "book.gpkg.restored.partial",
      "book.gpkg.bak-mine.partial-99999999",
      "book.gpkg.partial-99999999-mine", "book.gpkg.partial-1", "other.gpkg.partial-99999999",
    ]
    let left = [
      "book.gpkg.partial-99999999", "book.gpkg.partial-99999999-journal",
      "book.gpkg.bak-20200101T000000Z.partial-99999999",
    ]
    for name in theirs + left {
      try Data("x".utf8).write(to: temporary.folder.appending(path: name))
    }
    _ = try LandBook.compact(bookAt: temporary.path)
    let moment = Timestamp(milliseconds: 0)
    let made = try LandBook.backUp(bookAt: temporary.path, policy: BackupPolicy(at: moment))
    try #expect(
      temporary.files() == (theirs + ["book.gpkg", "book.gpkg.bak-19700101T000000Z"]).sorted())
    for name in left { try Data("x".utf8).write(to: temporary.folder.appending(path: name)) }
    let done = try LandBook.restore(made.path, to: temporary.path, at: moment)
    #expect(
      done.kept.map { ($0 as NSString).lastPathComponent } == "book.gpkg.bak-19700101T000000Z-2")
    try #expect(
      temporary.files()
        == (theirs + [
          "book.gpkg", "book.gpkg.bak-19700101T000000Z", "book.gpkg.bak-19700101T000000Z-2",
        ]).sorted())
  }

  @Test func booksOfOneMomentAreTheSameToTheByte() throws {
    let books = try (0..<2).map { _ in
      usleep(5000)
      return try TemporaryBook()
    }
    try #expect(books[0].bytes() == books[1].bytes())
  }

  @Test func aClosedFolderIsNotTakenForAClosedFile() {
    let error = BookError(
      DatabaseError(resultCode: .SQLITE_READONLY_DIRECTORY), path: "/a/book.gpkg")
    #expect(error.kind == .readOnly)
    #expect(error.message.contains("folder /a may not"))
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsNoBookAndIsNotReplaced() throws {
    let temporary = try TemporaryBook()
    let pipe = temporary.folder.appending(path: "pipe.gpkg").path
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(bookError { _ = try LandBook.open(at: pipe, for: .reading) } == .notABook)
    let restored = bookError {
      _ = try LandBook.restore(temporary.path, to: pipe, at: Timestamp(milliseconds: 0))
    }
    #expect(restored == .cannotCreate)
    #expect(DurableFile.isNoFile(pipe))
  }

  @Test func aJournalOfSeveralDatabasesIsLeftAlone() throws {
    let temporary = try TemporaryBook()
    let journal = temporary.path + "-journal"
    let mark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    try Data(mark + [UInt8](repeating: 0, count: 1000) + mark)
      .write(to: URL(fileURLWithPath: journal))
    #expect(bookError { _ = try LandBook.open(at: temporary.path, for: .reading) } == .readOnly)
    #expect(FileManager.default.fileExists(atPath: journal))
  }

  @Test func commitsAreBroughtToDiskWithTheirNames() throws {
    let temporary = try TemporaryBook()
    let queue = try Connection.writer(at: temporary.path)
    try #expect(queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 3)
  }
}
