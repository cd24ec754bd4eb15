internal import GRDB
internal import GRDBSQLite

/// A statement driven through SQLite itself, for what runs once a row.
///
/// Texts and blobs are bound where they lie: they must stay there until the statement has run.
final class DirectStatement {
  private let db: Database
  private let statement: GRDB.Statement
  let handle: OpaquePointer
  /// For each parameter, the place of its column among those of a record.
  private let places: [Int]
  /// Whether a parameter is known to be NULL, as it is until something is bound.
  private let isNull: UnsafeMutableBufferPointer<Bool>

  /// - Parameter columns: the columns of the records that are bound to parameters of their names.
  init(_ db: Database, _ sql: String, columns: [String] = []) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    let handle = statement.sqliteStatement
    self.handle = handle
    places = try (0..<sqlite3_bind_parameter_count(handle)).compactMap { index in
      guard let name = sqlite3_bind_parameter_name(handle, index + 1) else { return nil }
      guard let place = columns.firstIndex(of: String(String(cString: name).dropFirst())) else {
        throw BookError.damaged("no column is called \(String(cString: name))")
      }
      return place
    }
    isNull = .allocate(capacity: places.count)
    isNull.initialize(repeating: true)
  }

  deinit { isNull.deallocate() }

  /// The number of the row that the connection inserted last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }

  /// Binds the columns of a record to the parameters of their names.
  func bind(_ columns: borrowing RecordColumns) {
    let memory = columns.memory.baseAddress
    for (parameter, place) in places.enumerated() {
      let index = Int32(parameter + 1)
      switch columns.values[place] {
      case .null: if !isNull[parameter] { sqlite3_bind_null(handle, index) }
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .number(let number): sqlite3_bind_double(handle, index, number)
      case .text(let range):
        let text = memory?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(handle, index, text, Int32(range.count), nil)
      case .blob(let range):
        sqlite3_bind_blob(
          handle, index, memory?.advanced(by: range.lowerBound), Int32(range.count), nil)
      }
      if case .null = columns.values[place] {
        isNull[parameter] = true
      } else {
        isNull[parameter] = false
      }
    }
  }

  func bind(_ number: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, number) }
  func bind(_ number: Double, at index: Int32) { sqlite3_bind_double(handle, index, number) }

  func bind(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// Runs to the end and makes ready for the next time.
  func run() throws {
    while try next() {}
    reset()
  }

  /// - Returns: whether there is a row.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
      reset()
      throw error
    }
  }

  func reset() { sqlite3_reset(handle) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String? {
    sqlite3_column_text(handle, column).map { String(cString: $0) }
  }

  /// The bytes of a text or blob, until the statement moves on.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard let start = sqlite3_column_blob(handle, column) else { return nil }
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func kind(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }
  func number(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
}
