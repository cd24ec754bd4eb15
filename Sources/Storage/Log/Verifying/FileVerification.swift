internal import GRDB

/// What SQLite itself finds wrong with the file.
enum FileVerification {
  static func check(_ db: Database) -> LogCheck {
    var check = LogCheck(.file)
    check.run("the file") { check in
      check.held = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let answers = try Row.fetchCursor(db, sql: "PRAGMA integrity_check(100)")
      while let answer = try answers.next() {
        let words = String.fromDatabaseValue(answer[0]) ?? ""
        if words != "ok" { check.add(LogFault(.changed, "the file", detail: words)) }
      }
    }
    return check
  }
}
