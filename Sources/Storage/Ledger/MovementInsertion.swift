internal import GRDB
internal import GRDBSQLite
internal import LandRelease

/// Writes movements into the ledger, a million in about a second.
///
/// A value that is the same as in the movement before stays bound, which most are.
struct MovementInsertion {
  private let statement: GRDB.Statement
  private let pointer: OpaquePointer
  private var last: Movement?

  init(_ db: Database) throws {
    statement = try db.makeStatement(
      sql: """
        INSERT INTO movement (date, record_type, organisation, record, version, stored_version,
          district, layer, from_state, to_state, cause, again, is_inside, area_cm2)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    pointer = statement.sqliteStatement
  }

  mutating func insert(_ movement: Movement, _ db: Database) throws {
    // The statement would be finalised while its pointer is in use.
    try withExtendedLifetime(statement) {
      bindEvent(movement)
      bindPart(movement)
      last = movement
      let code = sqlite3_step(pointer)
      sqlite3_reset(pointer)
      guard code == SQLITE_DONE else {
        let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
        throw DatabaseError(resultCode: ResultCode(rawValue: code & 0xFF), message: message)
      }
    }
  }

  private func bindEvent(_ movement: Movement) {
    let event = movement.event
    if last == nil || last?.date != movement.date {
      if let date = movement.date {
        bind(1, date.description)
      } else {
        sqlite3_bind_null(pointer, 1)
      }
    }
    guard last?.event != event else { return }
    bind(2, event.type.rawValue)
    bind(3, event.key.organisation)
    bind(4, event.key.id)
    sqlite3_bind_int64(pointer, 5, Int64(event.version))
    sqlite3_bind_int64(pointer, 6, event.storedVersion)
  }

  private func bindPart(_ movement: Movement) {
    if last?.district != movement.district { bind(7, movement.district) }
    if last?.layer != movement.layer { bind(8, movement.layer.rawValue) }
    if last?.from != movement.from { bind(9, movement.from.rawValue) }
    if last?.to != movement.to { bind(10, movement.to.rawValue) }
    if last?.cause != movement.cause { bind(11, movement.cause.rawValue) }
    sqlite3_bind_int(pointer, 12, movement.again ? 1 : 0)
    sqlite3_bind_int(pointer, 13, movement.isInside ? 1 : 0)
    sqlite3_bind_int64(pointer, 14, movement.area.squareCentimetres)
  }

  private func bind(_ place: Int32, _ text: String) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(pointer, place, text, -1, transient)
  }
}
