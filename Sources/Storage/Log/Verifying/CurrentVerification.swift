internal import GRDB

/// Works out anew which rows count, and what the summary of the ledger must say.
enum CurrentVerification {
  /// The columns `is_current`.
  static func check(_ db: Database) -> LogCheck {
    var check = LogCheck(.current)
    let names = RowNames(db: db)
    for (table, key) in UndoChange.keys.sorted(by: { $0.key < $1.key }) {
      check.run(table) { check in
        let inForce = try BatchesInForce(db)
        check.held += try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0
        let rows = try Int64.fetchAll(
          db,
          sql: """
            SELECT fid FROM "\(table)"
            WHERE is_current IS NOT \(UndoChange.current(table, key, inForce)) ORDER BY fid
            """)
        for row in rows {
          check.add(
            LogFault(
              .changed, table, row: row, record: names.name(table, row), detail: "is_current"))
        }
      }
    }
    return check
  }

  /// The summary that reports read, held against the parts of the ledger.
  static func sums(_ db: Database) -> LogCheck {
    var check = LogCheck(.sums)
    check.run("movement_sum") { check in
      check.held = try Int.fetchOne(db, sql: "SELECT count(*) FROM movement_sum") ?? 0
      for fault in try BookReader(db).summaryFaults() {
        check.add(LogFault(.changed, "movement_sum", detail: fault))
      }
    }
    return check
  }
}
