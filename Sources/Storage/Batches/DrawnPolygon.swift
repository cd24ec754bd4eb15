/// The polygon that a version of a hazard is drawn with: its own, or where it has none that of the
/// latest version before it that has one, as ``CurrentLayers`` draws the latest.
enum DrawnPolygon {
  /// The SQL of a column of the version that has the polygon, for the version `v`.
  ///
  /// - Parameter inForce: which versions count.
  static func sql(_ column: String, _ inForce: BatchesInForce) -> String {
    """
    iif(v.geom IS NOT NULL, v.\(column), ifnull((
      SELECT \(column) FROM (
        SELECT *, row_number() OVER (
          PARTITION BY day ORDER BY recorded_at DESC, content_hash DESC) AS place
        FROM (
          SELECT w.geom, w.area_cm2, ifnull(w.date, '') AS day, w.recorded_at, w.content_hash,
            min(w.content_hash) OVER moment = max(w.content_hash) OVER moment AS agrees
          FROM hazard_version AS w
          WHERE w.id = v.id AND w.organisation = v.organisation AND \(inForce.condition("w.batch"))
          WINDOW moment AS (PARTITION BY w.date, w.recorded_at))
        WHERE agrees)
      WHERE place = 1 AND geom IS NOT NULL AND day <= ifnull(v.date, '')
      ORDER BY day DESC LIMIT 1), v.\(column)))
    """
  }
}
