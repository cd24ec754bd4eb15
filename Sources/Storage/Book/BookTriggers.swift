internal import GRDB

/// Holds the triggers of a book against those a new book has.
///
/// A trigger that somebody else added to a table of ours could change what a write does, so that
/// such a book is refused. Tables, views and columns that others added stay.
struct BookTriggers {
  private struct Trigger {
    var table: String
    var sql: String

    /// GDAL and QGIS keep the number of rows of a layer by two triggers of this form.
    var isCountOfRows: Bool {
      [("insert", "+"), ("delete", "-")].contains { event, sign in
        sql == "createtriggertrigger_\(event)_feature_count_\(table)after\(event)on\(table)"
          + "beginupdategpkg_ogr_contentssetfeature_count=feature_count\(sign)1"
          + "wherelower(table_name)=lower(\(table));end"
      }
    }
  }

  private let tables: Set<String>
  private let triggers: [String: Trigger]

  /// Those of a new book.
  init() throws {
    let queue = try DatabaseQueue()
    try BookSchema.migrator.migrate(queue)
    (tables, triggers) = try queue.read { db in
      let tables = try String.fetchSet(
        db, sql: "SELECT lower(name) FROM sqlite_master WHERE type = 'table'")
      return (tables, try Self.triggers(db, on: tables))
    }
  }

  func judge(_ db: Database, path: String) throws {
    let found = try Self.triggers(db, on: tables)
    for (name, trigger) in found.sorted(by: { $0.key < $1.key })
    where triggers[name]?.sql != trigger.sql && !trigger.isCountOfRows {
      throw BookError(
        .altered, path: path, "the book has a trigger \(name) that Landbook did not make",
        remedy: "restore a copy, or remove the trigger if you know what it is for")
    }
    if let lost = triggers.keys.sorted().first(where: { found[$0] == nil }) {
      throw BookError(
        .altered, path: path, "the book has lost its trigger \(lost)", remedy: "restore a copy")
    }
  }

  /// The triggers on the tables, their text without blanks, quotes and case.
  private static func triggers(
    _ db: Database, on tables: Set<String>
  ) throws -> [String: Trigger] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, lower(tbl_name), lower(sql) FROM sqlite_master WHERE type = 'trigger'")
    var triggers: [String: Trigger] = [:]
    for row in rows {
      let (name, table, sql): (String, String, String) = (row[0], row[1], row[2])
      if tables.contains(table) {
        triggers[name] = Trigger(table: table, sql: sql.filter { !" \n\t\r\"'`".contains($0) })
      }
    }
    return triggers
  }
}
