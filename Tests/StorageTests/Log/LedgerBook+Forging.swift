import GRDB
import LandRelease

@testable import Storage

extension LedgerBook {
  /// A posted book with tasks, a refused row and findings.
  static func withTasks() throws -> LedgerBook {
    let made = try LedgerBook()
    try made.temporary.write("tasks") {
      for id in ["T1", "T2", "T3"] { _ = try $0.store(LandTask(key: RecordKey(id: id))) }
      try $0.refuse(RefusedRow(row: 4, reason: "r", remedy: "m", original: "x"))
    }
    try made.post(
      made.ledger(seed: 7),
      findings: (0..<3).map { number in
        Finding(
          rule: "LR02", severity: .note, message: "m \(number)",
          place: .init(record: "hazard O0/X\(number)"), remedy: "r")
      })
    return made
  }

  func verify() throws -> BookVerification {
    // A book whose schema was altered does not open at all.
    try temporary.sql { BookVerification($0, path: temporary.path) }
  }

  /// What is wrong, as `check table row kind`.
  func faults() throws -> [String] {
    try verify().checks.flatMap { check in
      check.faults.map { fault in
        let row = fault.row.map { " \($0)" } ?? ""
        return "\(check.subject) \(fault.table)\(row) \(fault.kind.rawValue)"
      }
    }
  }

  /// Changes the file with all triggers and links out of the way, and puts the triggers back.
  func force(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { SpatialFunctions.register(in: $0) }
    try DatabaseQueue(path: temporary.path, configuration: configuration).write { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger[0] as String)\"") }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger[1]) }
    }
  }
}
