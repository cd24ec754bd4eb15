internal import GRDB

/// The R-tree of one feature table and the triggers that keep it (GeoPackage 1.3, annex F.3).
///
/// The triggers of 1.3 break an upsert on the table, so that Landbook never uses one.
struct SpatialIndex {
  let table: String

  var name: String { "rtree_\(table)_geom" }

  func create(_ db: Database) throws {
    try db.execute(sql: "CREATE VIRTUAL TABLE \"\(name)\" USING rtree(id, minx, maxx, miny, maxy)")
    try createTriggers(db)
    try db.execute(
      sql: """
        INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
        VALUES (?, 'geom', 'gpkg_rtree_index',
          'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [table])
  }

  func createTriggers(_ db: Database) throws {
    for trigger in triggers { try db.execute(sql: trigger.sql) }
  }

  func dropTriggers(_ db: Database) throws {
    for trigger in triggers {
      try db.execute(sql: "DROP TRIGGER IF EXISTS \"\(trigger.name)\"")
    }
  }

  private var triggers: [(name: String, sql: String)] {
    let add = """
      INSERT OR REPLACE INTO "\(name)" VALUES (NEW.fid,
          ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom))
      """
    let isThere = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let isGone = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    let remove = "DELETE FROM \"\(name)\" WHERE id = OLD.fid"
    let removeBoth = "DELETE FROM \"\(name)\" WHERE id IN (OLD.fid, NEW.fid)"
    return [
      trigger("insert", "INSERT", when: isThere, [add]),
      trigger("update1", "UPDATE OF geom", when: "OLD.fid = NEW.fid AND \(isThere)", [add]),
      trigger("update2", "UPDATE OF geom", when: "OLD.fid = NEW.fid AND \(isGone)", [remove]),
      trigger("update3", "UPDATE", when: "OLD.fid != NEW.fid AND \(isThere)", [remove, add]),
      trigger("update4", "UPDATE", when: "OLD.fid != NEW.fid AND \(isGone)", [removeBoth]),
      trigger("delete", "DELETE", when: "OLD.geom NOT NULL", [remove]),
    ]
  }

  private func trigger(
    _ suffix: String, _ event: String, when condition: String, _ statements: [String]
  ) -> (name: String, sql: String) {
    let name = "\(name)_\(suffix)"
    let body = statements.map { "  \($0);" }.joined(separator: "\n")
    return (
      name,
      """
      CREATE TRIGGER "\(name)" AFTER \(event) ON "\(table)" WHEN \(condition)
      BEGIN
      \(body)
      END
      """
    )
  }
}
