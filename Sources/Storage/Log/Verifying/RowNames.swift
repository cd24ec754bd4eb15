internal import GRDB
internal import LandRelease

/// Names the record of a row, as far as it can be read.
struct RowNames {
  let db: Database

  func name(_ table: String, _ row: Int64) -> String? {
    switch table {
    case "hazard_version", "release_version":
      record(table, "fid", row) ?? record(LoggedLayer.layer(of: table), "version", row)
    case "hazard", "release", "task", "device", "victim", "accident", "minefield_record", "zone",
      "environment_check", "team", "contribution":
      record(table, "fid", row)
    case "district": text("SELECT code FROM district WHERE fid = ?", row).map { "district \($0)" }
    case "claim": text("SELECT id FROM claim WHERE fid = ?", row).map { "claim \($0)" }
    case "indicator":
      text("SELECT code FROM indicator WHERE fid = ?", row).map { "indicator \($0)" }
    case "indicator_code":
      text("SELECT code FROM indicator_code WHERE fid = ?", row).map { "indicator code \($0)" }
    case "team_day":
      text("SELECT team FROM team_day WHERE fid = ?", row).map { "team day of \($0)" }
    case "import_batch": "batch \(row)"
    case "closing": text("SELECT period FROM closing WHERE fid = ?", row).map { "period \($0)" }
    case "finding":
      text("SELECT rule || ifnull(' ' || record, '') FROM finding WHERE fid = ?", row)
    default: nil
    }
  }

  /// The record behind an event of the ledger.
  func name(ofEvent number: Int64) -> String? {
    name(number & 1 == 1 ? "release_version" : "hazard_version", number >> 2)
  }

  private func record(_ table: String, _ column: String, _ row: Int64) -> String? {
    let sql = "SELECT organisation, id FROM \"\(table)\" WHERE \(column) = ?"
    guard let found = try? Row.fetchOne(db, sql: sql, arguments: [row]),
      let organisation = String.fromDatabaseValue(found[0]),
      let id = String.fromDatabaseValue(found[1])
    else { return nil }
    let key = RecordKey(organisation: organisation, id: id)
    return "\(table.replacing("_version", with: "").replacing("_", with: " ")) \(key)"
  }

  private func text(_ sql: String, _ row: Int64) -> String? {
    (try? String.fetchOne(db, sql: sql, arguments: [row])) ?? nil
  }
}

/// The layers that a map shows, which programs may edit.
enum LoggedLayer {
  static func layer(of versions: String) -> String { versions.replacing("_version", with: "") }
}
