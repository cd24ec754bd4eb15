internal import GRDB
internal import LandRelease

/// The tables of a book that a copy elsewhere needs, read from an empty book of the same steps.
enum MirroredTables {
  /// What the file format keeps for itself; making a book makes it.
  private static let leftOut = [
    "grdb_migrations", "gpkg_spatial_ref_sys", "gpkg_geometry_columns", "gpkg_extensions",
  ]

  static func all(_ db: Database) throws -> [TableLayout] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree_%'
          AND name NOT LIKE 'sqlite_%' ORDER BY rootpage
        """)
    return try rows.compactMap { row in
      let name: String = try row.decode(atIndex: 0)
      return leftOut.contains(name) ? nil : try layout(name, row.decode(atIndex: 1), db)
    }
  }

  private static func layout(
    _ name: String, _ sql: String, _ db: Database
  ) throws -> TableLayout {
    var key: String?
    var columns: [TableLayout.Column] = []
    for row in try Row.fetchAll(db, sql: "SELECT * FROM pragma_table_info(?)", arguments: [name]) {
      let column = TableLayout.Column(
        name: row["name"], kind: kind(of: row["type"]),
        isRequired: row["notnull"] as Int != 0 || row["pk"] as Int != 0)
      if row["pk"] as Int != 0, column.kind == .integer { key = column.name }
      columns.append(column)
    }
    if key == nil {
      // The place of a row is the only number it has.
      columns.insert(.init(name: "rowid", kind: .integer, isRequired: true), at: 0)
    }
    return TableLayout(
      name: name, key: key ?? "rowid", columns: columns, indices: try indices(of: name, db),
      references: try references(of: name, db), declaration: sql, about: try about(name, db))
  }

  private static func kind(of type: String) -> TableLayout.Kind {
    switch type.uppercased() {
    case "INTEGER": .integer
    case "DOUBLE": .number
    case "BOOLEAN": .truth
    case "DATE": .date
    case "DATETIME": .moment
    case "BLOB": .bytes
    case "POINT", "MULTIPOLYGON", "GEOMETRY": .geometry(type.uppercased())
    default: .text
    }
  }

  private static func indices(of table: String, _ db: Database) throws -> [TableLayout.Index] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, "unique", origin FROM pragma_index_list(?)
        WHERE origin <> 'pk' AND partial = 0 ORDER BY name
        """, arguments: [table])
    return try rows.map { row in
      let name: String = row["name"]
      let columns = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_index_info(?) ORDER BY seqno", arguments: [name])
      let isOwn = row["origin"] as String == "c"
      return TableLayout.Index(
        name: isOwn ? name : "\(table)_\(columns.joined(separator: "_"))_unique",
        columns: columns, isUnique: row["unique"] as Int != 0)
    }
  }

  private static func references(
    of table: String, _ db: Database
  ) throws -> [TableLayout.Reference] {
    try Row.fetchAll(
      db, sql: "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY 1",
      arguments: [table]
    ).compactMap { row in
      let other: String = row["table"]
      if leftOut.contains(other) { return nil }
      return TableLayout.Reference(
        column: row["from"], table: other, target: row["to"] as String? ?? "fid")
    }
  }

  private static func about(_ table: String, _ db: Database) throws -> String {
    try String.fetchOne(
      db, sql: "SELECT description FROM gpkg_contents WHERE table_name = ?", arguments: [table])
      ?? ""
  }

  /// Tables whose rows name tables: those that other programs added are not the book's own.
  static func naming(_ table: String) -> String? {
    switch table {
    case "gpkg_contents": "table_name"
    case "layer_styles": "f_table_name"
    default: nil
    }
  }

  /// What a row must be to be the book's own; the names of its tables are a parameter.
  static func condition(_ table: String) -> String {
    naming(table).map { "\($0) IN (SELECT value FROM json_each(?))" } ?? "1"
  }

  /// The names of all tables and views, as JSON.
  static func names(_ db: Database) throws -> String {
    JSONText.write(
      list: try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"))
  }
}
