internal import GRDB

/// What rows of a table look like, to know them again on a page that no table names.
struct TableShape {
  struct Column {
    var name: String
    /// What SQLite turns values into, by the declared type.
    var type: String
    var isNotNull: Bool
    var hasDefault: Bool
  }

  let name: String
  let columns: [Column]
  /// Columns that every row has: those after were added to the table later.
  private let least: Int

  init(_ name: String, _ db: Database) throws {
    self.name = name
    let rows = try Row.fetchAll(db, sql: "PRAGMA table_info(\"\(name)\")")
    columns = rows.map { row in
      Column(
        name: row["name"], type: (row["type"] as String).uppercased(),
        isNotNull: (row["notnull"] as Int) != 0, hasDefault: row["dflt_value"] as String? != nil)
    }
    least = 1 + (columns.lastIndex { $0.isNotNull && !$0.hasDefault } ?? 0)
  }

  /// Whether a row can be one of the table.
  func fits(_ record: RawRecord) -> Bool {
    guard record.row > 0, record.values.count >= least, record.values.count <= columns.count else {
      return false
    }
    return zip(columns, record.values).enumerated().allSatisfy { place, pair in
      let (column, value) = pair
      // The number of the row stands in its cell alone.
      if place == 0 { return value.isNull }
      switch value.storage {
      case .null: return !column.isNotNull
      case .int64: return ["INTEGER", "BOOLEAN", "DOUBLE", "TINYINT"].contains(column.type)
      case .double: return column.type == "DOUBLE"
      case .string: return ["TEXT", "DATE", "DATETIME"].contains(column.type)
      case .blob(let bytes):
        return column.type == "BLOB" || bytes.starts(with: [UInt8(ascii: "G"), UInt8(ascii: "P")])
      }
    }
  }
}
