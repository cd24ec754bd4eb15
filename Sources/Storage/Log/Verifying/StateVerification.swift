internal import Crypto
internal import GRDB

/// Holds small tables against what was last logged of them.
enum StateVerification {
  static func check(_ db: Database, _ log: ReadLog) -> LogCheck {
    var check = LogCheck(.state)
    for table in LoggedTable.small + LoggedTable.touched {
      check.run(table.name) { check in
        check.held += try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table.name)\"") ?? 0
        let digest = ContentHash.hexadecimal(try LogChain.digest(of: table, db))
        guard digest != log.state(of: table.name) else { return }
        check.add(
          LogFault(.changed, table.name, broughtBy: log.entry(ofState: table.name)))
      }
    }
    return check
  }
}
