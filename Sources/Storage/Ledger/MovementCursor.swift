internal import GRDB
internal import GRDBSQLite
internal import LandRelease

/// Reads movements one after the other; texts that repeat are made once.
struct MovementCursor {
  static let columns = """
    fid, date, record_type, organisation, record, version, stored_version, district, layer,
    from_state, to_state, cause, again, is_inside, area_cm2
    """

  private let statement: GRDB.Statement
  private let pointer: OpaquePointer
  private var date = Repeated<CalendarDate>()
  private var type = Repeated<EventReference.RecordType>()
  private var organisation = Repeated<String>()
  private var record = Repeated<String>()
  private var district = Repeated<String>()
  private var layer = Repeated<Layer>()
  private var from = Repeated<LandState>()
  private var to = Repeated<LandState>()
  private var cause = Repeated<Cause>()

  init(_ db: Database, where condition: String, _ arguments: StatementArguments) throws {
    statement = try db.makeStatement(
      sql: "SELECT \(Self.columns) FROM movement WHERE \(condition) ORDER BY fid")
    try statement.setArguments(arguments)
    pointer = statement.sqliteStatement
  }

  mutating func next() throws -> Movement? {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return try movement()
    case SQLITE_DONE:
      sqlite3_reset(pointer)
      return nil
    case let code:
      let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
      sqlite3_reset(pointer)
      throw DatabaseError(resultCode: ResultCode(rawValue: code & 0xFF), message: message)
    }
  }

  private mutating func movement() throws -> Movement {
    let isDated = sqlite3_column_type(pointer, 1) != SQLITE_NULL
    let event = EventReference(
      type: try type.read(pointer, 2, EventReference.RecordType.init(rawValue:)),
      key: RecordKey(
        organisation: try organisation.read(pointer, 3) { $0 },
        id: try record.read(pointer, 4) { $0 }),
      version: Int(sqlite3_column_int64(pointer, 5)),
      storedVersion: sqlite3_column_int64(pointer, 6))
    return Movement(
      event: event, date: isDated ? try date.read(pointer, 1) { CalendarDate($0) } : nil,
      district: try district.read(pointer, 7) { $0 },
      layer: try layer.read(pointer, 8, Layer.init(rawValue:)),
      from: try from.read(pointer, 9, LandState.init(rawValue:)),
      to: try to.read(pointer, 10, LandState.init(rawValue:)),
      cause: try cause.read(pointer, 11, Cause.init(rawValue:)),
      again: sqlite3_column_int(pointer, 12) != 0, isInside: sqlite3_column_int(pointer, 13) != 0,
      area: Area(squareCentimetres: sqlite3_column_int64(pointer, 14)))
  }
}

/// The last value of a column and the bytes it was made of.
private struct Repeated<Value> {
  private var bytes: [UInt8] = []
  private var value: Value?

  mutating func read(
    _ statement: OpaquePointer, _ column: Int32, _ make: (String) -> Value?
  ) throws -> Value {
    let start = sqlite3_column_text(statement, column)
    let text = UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
    if let value, text.elementsEqual(bytes) { return value }
    guard start != nil, let made = make(String(decoding: text, as: UTF8.self)) else {
      throw BookError.damaged(
        """
        movement \(sqlite3_column_int64(statement, 0)): "\(String(decoding: text, as: UTF8.self))" \
        is no value of column \(String(cString: sqlite3_column_name(statement, column)))
        """)
    }
    bytes = Array(text)
    value = made
    return made
  }
}
