internal import Foundation
internal import GRDB

/// What a write found in the book, and what it touched.
struct WriteWatch {
  /// The last row of each table whose rows never change.
  let lastRows: [String: Int64]
  /// The digests of tables of a few rows, as they were.
  private let found: [String: String]
  /// What the last entry says of small tables.
  let lastState: [String: String]
  let touched: TouchedRows
  private let findings: FindingsBefore

  /// - Throws: ``BookError`` of kind `altered` where rows that the log covers are gone: their
  ///   numbers would be given to others.
  init(_ db: Database) throws {
    var rows: [String: Int64] = [:]
    for table in LoggedTable.fixed where try table.exists(db) {
      let (last, logged) = (try table.lastRow(db), try table.lastLogged(db))
      guard last >= logged else {
        throw BookError(
          .altered, path: BookError.somewhere,
          "\(table.name) has lost rows: its log goes to row \(logged), the table to \(last)",
          remedy: "run landbook verify to see what is missing, and restore a copy")
      }
      rows[table.name] = last
    }
    lastRows = rows
    lastState = try LogChain.lastState(db)
    // Ground that is open is always drawn whole.
    found = try (LoggedTable.small + LoggedTable.touched).reduce(into: [:]) { found, table in
      guard table.name != "remaining", try table.exists(db) else { return }
      found[table.name] = ContentHash.hexadecimal(try LogChain.digest(of: table, db))
    }
    findings = try FindingsBefore(db)
    touched = TouchedRows(db)
  }

  /// Whether a table was not as it was logged: another program has changed it.
  func isAltered(_ table: String, _ db: Database) throws -> Bool {
    guard let now = found[table],
      let logged = try lastState[table] ?? LogChain.lastState(of: table, db)
    else { return false }
    return now != logged
  }

  /// Listens no longer.
  ///
  /// - Returns: the digests of findings that were changed, as they were.
  func end() throws -> [Int64: Data] {
    touched.stop()
    let digests = try findings.digests()
    try findings.end()
    return digests
  }
}
