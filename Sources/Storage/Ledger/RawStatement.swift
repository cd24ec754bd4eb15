internal import GRDB
internal import GRDBSQLite

/// A prepared statement stepped through SQLite's own interface, for rows by the million.
final class RawStatement {
  private let statement: GRDB.Statement
  private let pointer: OpaquePointer

  init(_ db: Database, _ sql: String, _ arguments: StatementArguments = []) throws {
    statement = try db.makeStatement(sql: sql)
    if !arguments.isEmpty { try statement.setArguments(arguments) }
    pointer = statement.sqliteStatement
  }

  deinit { sqlite3_reset(pointer) }

  /// - Parameter place: counted from 1.
  @inline(__always)
  func bind(_ place: Int32, _ number: Int64) { sqlite3_bind_int64(pointer, place, number) }

  /// Binds a whole number, or nothing.
  @inline(__always)
  func bind(_ place: Int32, _ number: Int64?) {
    if let number { bind(place, number) } else { bindNull(place) }
  }

  @inline(__always)
  func bind(_ place: Int32, degrees number: Double) { sqlite3_bind_double(pointer, place, number) }

  @inline(__always)
  func bindNull(_ place: Int32) { sqlite3_bind_null(pointer, place) }

  /// Binds a text, or nothing.
  func bind(_ place: Int32, _ text: String?) {
    guard let text else { return bindNull(place) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(pointer, place, text, -1, transient)
  }

  /// Runs a statement that gives no rows; what is bound stays bound.
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    if code != SQLITE_DONE { throw failure(code) }
  }

  /// Steps to the next row; false after the last one, where the statement can be bound again.
  @inline(__always)
  func next() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(pointer)
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  func reset() { sqlite3_reset(pointer) }

  /// - Parameter column: counted from 0; an empty one is 0.
  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  @inline(__always)
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

  @inline(__always)
  func isInteger(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_INTEGER
  }

  /// The bytes of a text or blob, which go with the row; nil where the column is empty.
  @inline(__always)
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    // As a blob, a text is not copied to get a zero at its end.
    if let start = sqlite3_column_blob(pointer, column) {
      return UnsafeRawBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }
    return isNull(column) ? nil : UnsafeRawBufferPointer(start: nil, count: 0)
  }

  func text(_ column: Int32) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
