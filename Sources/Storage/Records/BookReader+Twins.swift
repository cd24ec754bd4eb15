internal import Foundation
internal import GRDB
public import GeometryValues
public import LandRelease

extension BookReader {
  /// What the rules ask of a stored version that shares its polygon with another.
  ///
  /// - Returns: the record with its measured area and polygon; nil where the book has no such row.
  public func twin(
    _ type: EventReference.RecordType, version: Int64
  ) throws -> (record: PolygonTwins.Record, area: Area?)? {
    let sql =
      type == .hazard
      ? """
      SELECT organisation, id, date, class || ' ' || contamination, NULL, area_cm2,
        status IS NOT 'withdrawn'
      FROM hazard_version WHERE fid = ?
      """
      : """
      SELECT organisation, id, date,
        kind || ' ' || ifnull(activity, '') || ' ' || ifnull(contamination, ''), task, area_cm2,
        review = 'accepted'
      FROM release_version WHERE fid = ?
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [version]) else { return nil }
    let record = try PolygonTwins.Record(
      type: type,
      key: RecordKey(organisation: row.decode(atIndex: 0), id: row.decode(atIndex: 1)),
      date: row.decode(String?.self, atIndex: 2).flatMap { CalendarDate($0) },
      work: row.decode(atIndex: 3), task: row.decode(atIndex: 4), counts: row.decode(atIndex: 6))
    let area = try row.decode(Int64?.self, atIndex: 5)
    return (record, area.map(Area.init(squareCentimetres:)))
  }

  /// Calls the body with a version of a batch and one of an earlier batch that has its area, to the
  /// square centimetre: those that can have the same polygon.
  ///
  /// - Parameter isFew: whether to look each up by its place; else all areas are compared.
  public func forEachVersionOfSameArea(
    _ type: EventReference.RecordType, batch: Int64, isFew: Bool,
    _ body: (_ new: Int64, _ old: Int64) throws -> Void
  ) throws {
    let table = "\(type.rawValue)_version"
    let near =
      isFew
      ? """
      JOIN "rtree_\(table)_geom" AS r
        ON r.minx BETWEEN ST_MinX(n.geom) - 1e-4 AND ST_MinX(n.geom) + 1e-4
        AND r.maxx BETWEEN ST_MaxX(n.geom) - 1e-4 AND ST_MaxX(n.geom) + 1e-4
        AND r.miny BETWEEN ST_MinY(n.geom) - 1e-4 AND ST_MinY(n.geom) + 1e-4
        AND r.maxy BETWEEN ST_MaxY(n.geom) - 1e-4 AND ST_MaxY(n.geom) + 1e-4
      JOIN \(table) AS o ON o.fid = r.id
      """
      : "JOIN \(table) AS o ON o.area_cm2 = n.area_cm2"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT n.fid, o.fid FROM \(table) AS n \(near)
        WHERE n.batch = ?1 AND n.area_cm2 IS NOT NULL AND o.batch < ?1
          AND \(inForce().condition("o.batch"))
          AND o.area_cm2 = n.area_cm2 AND (o.id <> n.id OR o.organisation <> n.organisation)
        """, arguments: [batch])
    while let row = try rows.next() { try body(row.decode(atIndex: 0), row.decode(atIndex: 1)) }
  }

  /// The polygon of a stored version; nil without one.
  public func polygon(
    _ type: EventReference.RecordType, version: Int64
  ) throws -> MultiPolygon? {
    let blob = try Data.fetchOne(
      db, sql: "SELECT geom FROM \(type.rawValue)_version WHERE fid = ?", arguments: [version])
    return try blob.flatMap { try GeoPackageBlob.polygons($0) }
  }

  /// Whether an earlier batch brought hazards or releases.
  public func hasVersions(before batch: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM hazard_version WHERE batch < ?1)
          OR EXISTS (SELECT 1 FROM release_version WHERE batch < ?1)
        """, arguments: [batch]) == true
  }
}
