internal import GRDB
internal import LandRelease

/// Rows of the layers that somebody has drawn or edited in a map program.
enum HandmadeRows {
  /// Takes the version off the rows of some records that no longer say what their version says.
  ///
  /// - Parameter drawn: the batches that counted when the layer was drawn.
  /// - Returns: the records of these rows, and of those that never had a version.
  static func release(
    of keys: Set<RecordKey>, in layer: String, drawn: BatchesInForce, _ db: Database
  ) throws -> Set<RecordKey> {
    let found = try find(of: keys, in: layer, drawn: drawn, db)
    let loosen = try db.makeStatement(
      sql: """
        UPDATE "\(layer)" SET version = NULL, content_hash = NULL
        WHERE organisation = ? AND id = ? AND version IS NOT NULL
        """)
    for key in found { try loosen.execute(arguments: [key.organisation, key.id]) }
    return found
  }

  /// The records among some whose rows no longer say what their version says.
  static func find(
    of keys: Set<RecordKey>, in layer: String, drawn: BatchesInForce, _ db: Database
  ) throws -> Set<RecordKey> {
    if keys.isEmpty { return [] }
    let rows = LayerComparison(layer, drawn).sql("l.fid") + " WHERE l.organisation = ? AND l.id = ?"
    let select = try db.makeStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM (\(rows)) WHERE NOT is_as_stored)")
    return try keys.filter { key in
      try Bool.fetchOne(select, arguments: [key.organisation, key.id]) == true
    }
  }
}
