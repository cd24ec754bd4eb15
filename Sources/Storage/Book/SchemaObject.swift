internal import GRDB

/// A table, view, index or trigger as the file names it.
struct SchemaObject {
  var type: String
  /// In small letters, as SQLite compares names.
  var name: String
  /// The table that an index or a trigger is of.
  var table: String
  var sql: String

  /// By type and name; what SQLite makes by itself is left out.
  static func all(_ db: Database) throws -> [String: SchemaObject] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT ifnull(CAST(type AS TEXT), ''), ifnull(lower(CAST(name AS TEXT)), ''),
          ifnull(lower(CAST(tbl_name AS TEXT)), ''), CAST(sql AS TEXT)
        FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """)
    var objects: [String: SchemaObject] = [:]
    while let row = try rows.next() {
      let object = try SchemaObject(
        type: row.decode(atIndex: 0), name: row.decode(atIndex: 1),
        table: row.decode(atIndex: 2), sql: row.decode(atIndex: 3))
      objects["\(object.type) \(object.name)"] = object
    }
    return objects
  }

  var isVirtual: Bool {
    type == "table" && SchemaText(sql).words.prefix(2) == ["create", "virtual"]
  }

  /// GDAL and QGIS keep the number of rows of a layer by two triggers of this form.
  var isCountOfRows: Bool {
    let words = SchemaText(sql).words
    return [("insert", "+"), ("delete", "-")].contains { event, sign in
      words
        == SchemaText(
          """
          CREATE TRIGGER trigger_\(event)_feature_count_\(table) AFTER \(event) ON \(table)
          BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1
          WHERE lower(table_name) = lower('\(table)'); END
          """
        ).words
    }
  }

  /// An index of columns alone, which refuses no row and calls no function.
  var isPlainIndex: Bool {
    let words = SchemaText(sql).words
    guard type == "index", words.starts(with: ["create", "index"]),
      let open = words.firstIndex(of: "(")
    else { return false }
    let rest = words[(open + 1)...]
    return rest.last == ")"
      && rest.dropLast().allSatisfy { $0 != "(" && $0 != ")" && $0 != "where" }
  }
}
