internal import GRDB
internal import LandRelease

/// Rows of the layers that somebody has drawn or edited in a map program.
enum HandmadeRows {
  /// Takes the version off the rows of some records that no longer say what their version says.
  ///
  /// - Returns: the records of these rows, and of those that never had a version.
  static func release(
    of keys: Set<RecordKey>, in layer: String, _ db: Database
  ) throws -> Set<RecordKey> {
    let found = try find(of: keys, in: layer, db)
    let loosen = try db.makeStatement(
      sql: """
        UPDATE "\(layer)" SET version = NULL, content_hash = NULL
        WHERE organisation = ? AND id = ? AND version IS NOT NULL
        """)
    for key in found { try loosen.execute(arguments: [key.organisation, key.id]) }
    return found
  }

  /// The records among some whose rows no longer say what a version says.
  static func find(
    of keys: Set<RecordKey>, in layer: String, _ db: Database
  ) throws -> Set<RecordKey> {
    if keys.isEmpty { return [] }
    let select = try db.makeStatement(sql: sql(of: layer))
    return try keys.filter { key in
      try Bool.fetchOne(select, arguments: [key.organisation, key.id]) == true
    }
  }

  /// A row that came without a polygon shows the one before it, which any version may have.
  private static func sql(of layer: String) -> String {
    let same = columns[layer, default: []].map { "l.\($0) IS v.\($0)" }.joined(separator: " AND ")
    return """
      SELECT v.fid IS NULL OR NOT ifnull(\(same)
        AND (l.geom IS v.geom OR l.geom IN (SELECT geom FROM \(layer)_version AS o
          WHERE o.id = l.id AND o.organisation = l.organisation)), 0)
      FROM "\(layer)" AS l LEFT JOIN \(layer)_version AS v ON v.fid = l.version
      WHERE l.organisation = ? AND l.id = ?
      """
  }

  /// The columns that a layer has from the version as they stand there.
  static let columns = [
    "hazard": [
      "class", "status", "reason", "contamination", "date", "district", "evidence_date",
      "reopens", "origin", "source", "sensitivity",
    ],
    "release": [
      "kind", "activity", "stage", "review", "revoked_on", "contamination", "date", "approved_on",
      "district", "task", "release_method", "operator", "donor", "depth_cm", "land_use",
      "handed_over_on", "sensitivity",
    ],
  ]
}
