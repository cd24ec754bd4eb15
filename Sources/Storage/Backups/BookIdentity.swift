internal import Foundation
internal import GRDB

/// Which book a file is, whatever its name and version.
struct BookIdentity: Equatable {
  var name: String
  var createdAt: String

  init(_ db: Database) throws {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT name, created_at FROM book"),
      let name = String.fromDatabaseValue(row[0]), let created = String.fromDatabaseValue(row[1])
    else { throw BookError.damaged("the table book is empty") }
    self.name = name
    createdAt = created
  }

  /// - Returns: nil where the file can't be read or is no book.
  init?(of path: String) {
    guard let queue = try? Connection.reader(at: path, isForeign: true),
      let identity = try? queue.read({ db in
        try BookSchema.judge(db, path: path)
        return try BookIdentity(db)
      })
    else { return nil }
    self = identity
  }
}

/// What a look at the whole of a file tells before anybody relies on it.
struct BookInspection {
  var identity: BookIdentity
  var lastBatch: Int64?
  var lastBatchAt: String?
  /// What its log ends with; nil in a book of an earlier program.
  var head: String?
  /// What is wrong; nil in a sound book.
  var fault: String?

  /// - Throws: ``BookError`` where the file is no book, or one of a later program.
  init(of path: String) throws {
    self = try LandBook.translating(path) {
      guard try FileHeader(path).applicationID == FileHeader.geoPackage else {
        throw BookError(
          .notABook, path: path, "the file is a database, but not a GeoPackage",
          remedy: "name a backup of a book")
      }
      return try Connection.reader(at: path, isForeign: false).read { db in
        try BookSchema.judge(db, path: path)
        return try BookInspection(db)
      }
    }
  }

  private init(_ db: Database) throws {
    identity = try BookIdentity(db)
    let answers = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
    if answers != ["ok"] { fault = answers.first ?? "SQLite's check gives no answer" }
    if try db.tableExists("log_entry") { head = try BookReader(db).logHead()?.hash }
    let last = try Row.fetchOne(
      db, sql: "SELECT fid, at FROM import_batch ORDER BY fid DESC LIMIT 1")
    lastBatch = last?[0]
    lastBatchAt = last?[1]
  }
}
