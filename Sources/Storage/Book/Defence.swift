internal import CDefend
internal import GRDB
internal import GRDBSQLite

/// How far SQLite lets a file act on its own.
enum Defence {
  /// The longest row, text or geometry that is taken, in bytes.
  static let longestValue: Int32 = 256 << 20
  /// The longest statement, of which the schema of a file is made, in bytes.
  private static let longestStatement: Int32 = 1 << 20
  private static let deepestExpression: Int32 = 200

  /// For a file whose schema may say anything.
  static func read(_ db: Database) throws {
    try check(defend_reading(db.sqliteConnection), db)
    limit(db)
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_SQL_LENGTH, longestStatement)
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_EXPR_DEPTH, deepestExpression)
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_TRIGGER_DEPTH, 1)
  }

  /// For a book whose schema is known; its own triggers run.
  static func write(_ db: Database) throws {
    try check(defend_writing(db.sqliteConnection), db)
    limit(db)
  }

  private static func limit(_ db: Database) {
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, longestValue)
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_WORKER_THREADS, 0)
  }

  private static func check(_ code: Int32, _ db: Database) throws {
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }
}
