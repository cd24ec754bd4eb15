internal import GRDB

/// A table that the log covers, and how.
struct LoggedTable: Hashable {
  let name: String
  /// Columns that are worked out from other rows, which a digest leaves out.
  var derived: Set<String> = []

  /// Tables whose rows never change once they are written.
  static let fixed = [
    LoggedTable(name: "import_batch"), LoggedTable(name: "refused_row"),
    LoggedTable(name: "district", derived: ["is_current"]),
    LoggedTable(name: "hazard_version"), LoggedTable(name: "release_version"),
    LoggedTable(name: "task", derived: ["is_current"]),
    LoggedTable(name: "device", derived: ["is_current"]),
    LoggedTable(name: "victim", derived: ["is_current"]),
    LoggedTable(name: "minefield_record", derived: ["is_current"]),
    LoggedTable(name: "zone", derived: ["is_current"]),
    LoggedTable(name: "environment_check", derived: ["is_current"]),
    LoggedTable(name: "statement", derived: ["is_current"]),
    LoggedTable(name: "claim", derived: ["is_current"]),
    LoggedTable(name: "unchanged_row"), LoggedTable(name: "finding_change"),
    LoggedTable(name: "mapping_profile"), LoggedTable(name: "closing"),
    LoggedTable(name: "closing_balance"),
    LoggedTable(name: "accident", derived: ["is_current"]),
    LoggedTable(name: "indicator_code", derived: ["is_current"]),
    LoggedTable(name: "indicator", derived: ["is_current"]),
    LoggedTable(name: "team", derived: ["is_current"]),
    LoggedTable(name: "team_day", derived: ["is_current"]),
    LoggedTable(name: "contribution", derived: ["is_current"]),
  ]

  /// Tables of a few rows, which are looked at before each write.
  static let small = ["book", "ledger", "rulebook_run", "layer"].map { LoggedTable(name: $0) }

  /// Tables that are written whole, or only added to.
  static let touched = [
    "ledger_district", "ledger_day", "transition", "release_profile", "remaining",
  ].map { LoggedTable(name: $0) }

  /// Findings change when somebody decides about them.
  static let finding = LoggedTable(name: "finding")

  /// Whether the book has the table: a migration of an earlier step does not.
  func exists(_ db: Database) throws -> Bool { try db.tableExists(name) }

  /// The number of the last row; 0 in an empty table.
  func lastRow(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(fid) FROM \"\(name)\"")) ?? 0
  }

  /// The last row that the log covers; 0 where it covers none.
  func lastLogged(_ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        SELECT first_row + length(digests) / 16 - 1 FROM row_digest WHERE table_name = ?
        ORDER BY first_row DESC LIMIT 1
        """)
    return try Int64.fetchOne(statement, arguments: [name]) ?? 0
  }
}
