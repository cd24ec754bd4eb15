internal import Foundation
internal import GRDB

/// Brings books of earlier programs up to date.
enum BookUpgrade {
  /// Keeps a backup and then changes the book; without the one the other is not done.
  ///
  /// Each step of the schema is a transaction, so that a program that dies leaves a book of one of
  /// the versions, which the next one goes on with.
  static func run(_ path: String, _ policy: BackupPolicy) throws -> MadeBackup {
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw BookError(
        .readOnly, path: path,
        "an earlier version of Landbook has made the book, and the file may not be written to",
        remedy: "ask for leave to write, or copy it to a folder of yours and use that")
    }
    let backup: MadeBackup
    do {
      backup = try LandBook.backUp(bookAt: path, policy: policy)
    } catch let error as BookError where error.kind != .locked && error.kind != .damaged {
      throw BookError(
        .cannotCreate, path: path,
        "an earlier version of Landbook has made the book; it is not brought up to date, since the backup before can't be made: \(error.path): \(error.message)",
        remedy: "free space or ask for leave to write there, or copy the book to another folder")
    }
    try migrate(Connection.writer(at: path), path)
    return backup
  }

  /// A copy that is up to date, of which SQLite keeps what memory can't hold in a file that goes
  /// with it.
  static func copy(of path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      SpatialFunctions.register(in: db)
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    }
    let copy = try DatabaseQueue(path: "", configuration: configuration)
    try BookCopying.run(Connection.reader(at: path, isForeign: true), copy)
    try migrate(copy, path)
    return copy
  }

  /// What somebody else made of the schema is refused before a step of it runs that.
  private static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
    let steps = try queue.read { try BookSchema.migrator.appliedIdentifiers($0) }
    let schema = try KnownSchema.after(steps)
    try queue.read { db in try schema.judge(db, path: path) }
    do {
      try BookSchema.migrator.migrate(queue)
    } catch {
      // Another program may have done it at the same time.
      guard try queue.read(BookSchema.isComplete) else { throw error }
    }
  }
}
