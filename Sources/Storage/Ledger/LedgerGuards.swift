internal import GRDB

/// The triggers of the ledger's tables, put aside while all of it is written anew.
struct LedgerGuards {
  static let tables = ["ledger_event", "ledger_part", "movement_sum"]

  private let triggers: [(name: String, sql: String)]

  init(_ db: Database) throws {
    let names = Self.tables.map { "'\($0)'" }.joined(separator: ", ")
    triggers = try Row.fetchAll(
      db,
      sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (\(names))"
    ).map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) }
  }

  func lift(_ db: Database) throws {
    for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger.name)\"") }
  }

  func restore(_ db: Database) throws {
    for trigger in triggers { try db.execute(sql: trigger.sql) }
  }
}
