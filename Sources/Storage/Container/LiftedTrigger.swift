internal import GRDB

/// A trigger that is taken away for a while; the transaction brings it back if it fails.
struct LiftedTrigger {
  private let db: Database
  private let sql: String

  init(_ db: Database, _ name: String) throws {
    let query = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"
    guard let sql = try String.fetchOne(db, sql: query, arguments: [name]) else {
      throw BookError.damaged("the trigger \(name) is not there")
    }
    self.db = db
    self.sql = sql
    try db.execute(sql: "DROP TRIGGER \"\(name)\"")
  }

  func restore() throws { try db.execute(sql: sql) }
}
