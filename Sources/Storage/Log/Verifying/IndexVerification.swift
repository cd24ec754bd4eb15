internal import Foundation
internal import GRDB
internal import GeometryValues

/// Holds the spatial index of a table against the boxes of its rows.
enum IndexVerification {
  static func check(_ db: Database) -> LogCheck {
    var check = LogCheck(.index)
    check.run("gpkg_geometry_columns") { check in
      // What the book says of itself may have been changed.
      let tables = try KnownSchema.current().read {
        try String.fetchAll($0, sql: "SELECT table_name FROM gpkg_geometry_columns ORDER BY 1")
      }
      for table in tables {
        check.run(SpatialIndex(table: table).name) { try hold(table, db, &$0) }
      }
    }
    return check
  }

  private static func hold(_ table: String, _ db: Database, _ check: inout LogCheck) throws {
    let name = SpatialIndex(table: table).name
    let answer = try String.fetchOne(db, sql: "SELECT rtreecheck(?)", arguments: [name]) ?? ""
    guard answer == "ok" else {
      return check.add(LogFault(.changed, name, detail: String(answer.prefix(200))))
    }
    let rows = try DirectStatement(
      db,
      """
      SELECT t.fid, t.geom, r.id IS NOT NULL, r.minx, r.maxx, r.miny, r.maxy
      FROM "\(table)" AS t LEFT JOIN "\(name)" AS r ON r.id = t.fid WHERE t.geom IS NOT NULL
      """)
    var indexed = 0
    while try rows.next() {
      check.held += 1
      let box = rows.bytes(1).flatMap { try? GeoPackageBlob.envelope($0) } ?? Envelope()
      let isThere = rows.integer(2) != 0
      indexed += isThere ? 1 : 0
      if isThere == box.isEmpty {
        check.add(LogFault(isThere ? .added : .missing, name, row: rows.integer(0)))
      } else if isThere, !isAround(box, rows) {
        check.add(LogFault(.changed, name, row: rows.integer(0), detail: "the box of its polygon"))
      }
    }
    rows.reset()
    let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(name)_rowid\"") ?? 0
    if all != indexed {
      check.add(LogFault(.added, name, detail: "\(all) boxes, of \(indexed) rows"))
    }
  }

  /// Boxes are rounded outward to single precision, by more or less.
  private static func isAround(_ box: Envelope, _ row: DirectStatement) -> Bool {
    func isNear(_ outer: Double, _ inner: Double) -> Bool {
      let distance = inner - outer
      return distance >= 0 && distance <= abs(inner) * 0x1p-20 + 1e-30
    }
    return isNear(row.number(3), box.minX) && isNear(-row.number(4), -box.maxX)
      && isNear(row.number(5), box.minY) && isNear(-row.number(6), -box.maxY)
  }
}
