internal import GRDB
internal import LandRelease

extension LandBook {
  /// Draws hazards by the versions given, in place of later ones that wait to be confirmed.
  ///
  /// What is open in the ledger is what the map shows; the versions that wait stay in
  /// `hazard_version`.
  static func drawHazards(by versions: [Int64], _ db: Database) throws {
    guard !versions.isEmpty else { return }
    let inForce = try BatchesInForce(db)
    let statement = try db.makeStatement(sql: drawingSQL(inForce))
    let find = try db.makeStatement(
      sql: "SELECT organisation, id FROM hazard_version WHERE fid = ?")
    for version in versions {
      guard let row = try Row.fetchOne(find, arguments: [version]) else { continue }
      // What somebody has drawn or edited by hand stays until it is adopted or put back.
      let key = RecordKey(organisation: row[0], id: row[1])
      guard try HandmadeRows.find(of: [key], in: "hazard", drawn: inForce, db).isEmpty else {
        continue
      }
      try statement.execute(arguments: [version])
    }
  }

  private static func drawingSQL(_ inForce: BatchesInForce) -> String {
    """
    INSERT OR REPLACE INTO hazard
    SELECT h.fid, v.organisation, v.id,
      CASE WHEN v.status IN ('closed', 'withdrawn') THEN 'given_up' ELSE v.class END,
      v.class, v.status, v.reason, v.contamination, v.date, v.district, v.evidence_date, v.reopens,
      v.origin, v.source, v.reported_area_cm2 / 10000.0,
      \(DrawnPolygon.sql("area_cm2", inForce)) / 10000.0, v.recorded_at, v.content_hash, v.fid,
      \(DrawnPolygon.sql("geom", inForce)), v.sensitivity
    FROM hazard_version AS v JOIN hazard AS h ON h.id = v.id AND h.organisation = v.organisation
    WHERE v.fid = ? AND h.version IS NOT v.fid
    """
  }
}
