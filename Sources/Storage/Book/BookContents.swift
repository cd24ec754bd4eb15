internal import GRDB
internal import GeometryValues

/// What `gpkg_contents` says of a table: its extent, its last change and its description.
enum BookContents {
  static func markSynthetic(_ db: Database) throws {
    try db.execute(sql: "UPDATE book SET is_synthetic = 1")
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET description = 'SYNTHETIC. ' || description
        WHERE description NOT LIKE 'SYNTHETIC%'
        """)
  }

  static func touch(_ db: Database, _ table: String, at moment: Timestamp) throws {
    try db.execute(
      sql: "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?",
      arguments: [moment.description, table])
  }

  /// Widens the extent of a layer, or sets it anew where everything in it was measured.
  static func extend(
    _ db: Database, _ table: String, by box: Envelope, replacing: Bool
  ) throws {
    guard !box.isEmpty else { return }
    let extent =
      replacing
      ? "min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4"
      : """
      min_x = min(ifnull(min_x, ?1), ?1), min_y = min(ifnull(min_y, ?2), ?2),
      max_x = max(ifnull(max_x, ?3), ?3), max_y = max(ifnull(max_y, ?4), ?4)
      """
    try db.execute(
      sql: "UPDATE gpkg_contents SET \(extent) WHERE table_name = ?5",
      arguments: [box.minX, box.minY, box.maxX, box.maxY, table])
  }
}
