internal import GRDB

/// A table that a GeoPackage of somebody else lists, with or without geometry.
public struct ForeignLayer: Hashable, Sendable {
  /// The coordinate reference that a layer's geometries are in.
  public struct Reference: Hashable, Sendable {
    /// `EPSG:32638`, where the file names an authority.
    public var authority: String?
    /// Well-known text as the file gives it.
    public var definition: String?
  }

  /// The table or view.
  public var name: String
  /// The title by which its maker calls it.
  public var title: String?
  /// The columns whose cells are read; geometry and columns of bytes are not among them.
  public var columns: [String]
  /// None for a table without geometry.
  public var geometryColumn: String?
  /// As the file spells it: `MULTIPOLYGON`.
  public var geometryType: String?
  /// None where the file says that it is undefined.
  public var reference: Reference?

  var rowNumber: String?
  var isView: Bool
  /// Whether the file says that it has geometry and not in which column.
  public var hasLostGeometry = false

  var lastRowQuery: String { "SELECT max(rowid) FROM \(name.asIdentifier)" }
  var count: String { "SELECT count(*) FROM \(name.asIdentifier)" }

  var query: String {
    let selected = [rowNumber, geometryColumn].map { $0.map(\.asIdentifier) ?? "NULL" }
    let all = selected + columns.map(\.asIdentifier)
    return "SELECT \(all.joined(separator: ", ")) FROM \(name.asIdentifier)"
  }
}

extension ForeignLayer {
  /// Every table and view that the file lists; what it doesn't list stays unread.
  static func all(_ db: Database) throws -> [ForeignLayer] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.table_name, c.identifier, g.column_name, g.geometry_type_name, g.srs_id, m.type,
          m.sql, c.data_type
        FROM gpkg_contents AS c JOIN sqlite_master AS m ON lower(m.name) = lower(c.table_name)
          LEFT JOIN gpkg_geometry_columns AS g ON lower(g.table_name) = lower(c.table_name)
        WHERE m.type IN ('table', 'view') ORDER BY c.rowid
        """)
    return try rows.compactMap { row in
      let texts = (0..<8).map { String.fromDatabaseValue(row[$0]) }
      guard let name = texts[0], let kind = texts[7], kind == "features" || kind == "attributes"
      else { return nil }
      // A virtual table runs code of a module that the file chooses.
      if texts[6]?.uppercased().hasPrefix("CREATE VIRTUAL") ?? true { return nil }
      var layer = ForeignLayer(
        name: name, title: texts[1], columns: [], geometryColumn: texts[2],
        geometryType: texts[3], isView: texts[5] == "view")
      layer.reference = try Int64.fromDatabaseValue(row[4]).flatMap { try reference($0, db) }
      layer.hasLostGeometry = kind == "features" && layer.geometryColumn == nil
      try layer.readColumns(db)
      return layer
    }
  }

  private mutating func readColumns(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "PRAGMA table_info(\(name.asIdentifier))")
    for row in rows {
      guard let column = String.fromDatabaseValue(row["name"]) else { continue }
      let type = String.fromDatabaseValue(row["type"])?.uppercased() ?? ""
      if column.lowercased() == geometryColumn?.lowercased() {
        geometryColumn = column
        continue
      }
      if rowNumber == nil && type == "INTEGER" && (isView || Int.fromDatabaseValue(row["pk"]) == 1)
      {
        rowNumber = column
        // The usual names say nothing; another one can be the record's own id.
        if ["fid", "ogc_fid", "rowid"].contains(column.lowercased()) { continue }
      }
      if !type.hasPrefix("BLOB") { columns.append(column) }
    }
  }

  private static func reference(_ id: Int64, _ db: Database) throws -> Reference? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys
        WHERE srs_id = ?
        """, arguments: [id])
    guard let row, let organisation = String.fromDatabaseValue(row[0]) else { return nil }
    let definition = String.fromDatabaseValue(row[2])
    let number = Int64.fromDatabaseValue(row[1])
    let isNamed = !["NONE", "UNDEFINED", "CUSTOM", ""].contains(organisation.uppercased())
    let reference = Reference(
      authority: isNamed ? number.map { "\(organisation.uppercased()):\($0)" } : nil,
      definition: definition?.lowercased() == "undefined" ? nil : definition)
    return reference.authority == nil && reference.definition == nil ? nil : reference
  }
}

extension String {
  /// In double quotes, with those within it doubled, so that SQL takes it for a name alone.
  fileprivate var asIdentifier: String { "\"\(replacing("\"", with: "\"\""))\"" }
}
