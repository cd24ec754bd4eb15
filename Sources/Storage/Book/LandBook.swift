internal import Foundation
internal import GRDB

/// A land book on disk: one GeoPackage with the records of a programme and their ledger.
///
/// Every method is one transaction; what it throws is a ``BookError`` or what its closure threw.
public final class LandBook: Sendable {
  /// What a book is opened for.
  public enum Purpose: Sendable {
    /// No byte of the file changes.
    case reading
    case writing
  }

  /// Where the book is.
  public let path: String
  private let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Makes a new book; a file that is there already is left alone.
  ///
  /// - Throws: ``BookError`` of kind `exists` or `cannotCreate`.
  public static func create(
    at path: String, name: String, isSynthetic: Bool = false, createdAt: Timestamp,
    programVersion: String
  ) throws -> LandBook {
    let path = absolute(path)
    try refuseToReplace(path)
    let unfinished = path + ".partial"
    try? FileManager.default.removeItem(atPath: unfinished)
    do {
      let queue = try Connection.writer(at: unfinished)
      try BookSchema.migrator.migrate(queue)
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO book VALUES (1, ?, ?, ?, ?, NULL)",
          arguments: [name, isSynthetic, createdAt.description, programVersion])
        try db.execute(
          sql: "UPDATE gpkg_contents SET last_change = ?", arguments: [createdAt.description])
        if isSynthetic { try BookContents.markSynthetic(db) }
        try LayerStyles.install(db, at: createdAt)
      }
      try queue.close()
      try FileManager.default.moveItem(atPath: unfinished, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw BookError(
        .cannotCreate, path: path, "the book can't be made (\(error))",
        remedy: "check that the folder exists and may be written to")
    }
    return try open(at: path, for: .writing)
  }

  /// Opens a book that is there.
  ///
  /// - Throws: ``BookError`` that tells a missing file from one that is no book, is of a later
  ///   program, was altered by somebody else or is in use.
  public static func open(at path: String, for purpose: Purpose) throws -> LandBook {
    let path = absolute(path)
    guard try FileHeader(path).applicationID == FileHeader.geoPackage else {
      throw BookError(
        .notABook, path: path, "the file is a database, but not a GeoPackage",
        remedy: "name a book made by landbook init")
    }
    return try translating(path) {
      switch purpose {
      case .reading: LandBook(path: path, queue: try openToRead(path))
      case .writing: LandBook(path: path, queue: try openToWrite(path))
      }
    }
  }

  private static func openToRead(_ path: String) throws -> DatabaseQueue {
    let queue = try Connection.reader(at: path, isForeign: false)
    try queue.read { db in
      try BookSchema.judge(db, path: path)
      if try !BookSchema.isComplete(db) {
        throw BookError(
          .older, path: path, "an earlier version of Landbook has made the book",
          remedy: "bring it up to date with landbook post")
      }
    }
    return queue
  }

  private static func openToWrite(_ path: String) throws -> DatabaseQueue {
    // A file that is no book must not be changed, not even its journal mode.
    try Connection.reader(at: path, isForeign: true).read { db in
      try BookSchema.judge(db, path: path)
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw BookError(
        .readOnly, path: path, "the file may not be written to",
        remedy: "ask for leave to write or copy it")
    }
    let queue = try Connection.writer(at: path)
    if try !queue.read(BookSchema.isComplete) { try BookSchema.migrator.migrate(queue) }
    let triggers = try BookTriggers()
    try queue.read { db in try triggers.judge(db, path: path) }
    return queue
  }

  private static func refuseToReplace(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw BookError(
        .exists, path: path, "there is a file of that name already",
        remedy: "choose another name, or move the file away")
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

extension LandBook {
  func inReadTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try queue.read(body) }
  }

  /// Runs the body in one transaction that is undone if it throws or says so.
  func inWriteTransaction<Value>(
    _ body: (Database) throws -> (Value, Database.TransactionCompletion)
  ) throws -> Value {
    try Self.translating(path) {
      try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          let (result, completion) = try body(db)
          value = result
          return completion
        }
        guard let value else { throw BookError.damaged("a transaction gave no result") }
        return value
      }
    }
  }

  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw BookError(error, path: path)
    } catch let error as RowDecodingError {
      throw BookError(
        .damaged, path: path, "a value is not what its column promises (\(error))",
        remedy: "restore a copy")
    } catch var error as BookError where error.path == BookError.somewhere {
      error.path = path
      throw error
    }
  }
}
