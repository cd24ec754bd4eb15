internal import GRDB

extension LandBook {
  /// Draws hazards by the versions given, in place of later ones that wait to be confirmed.
  ///
  /// What is open in the ledger is what the map shows; the versions that wait stay in
  /// `hazard_version`.
  public func drawHazards(by versions: [Int64]) throws {
    guard !versions.isEmpty else { return }
    try inWriteTransaction { db in
      let statement = try db.makeStatement(sql: Self.drawingSQL)
      for version in versions { try statement.execute(arguments: [version]) }
      return ((), .commit)
    }
  }

  private static let drawingSQL = """
    INSERT OR REPLACE INTO hazard
    SELECT h.fid, v.organisation, v.id,
      CASE WHEN v.status IN ('closed', 'withdrawn') THEN 'given_up' ELSE v.class END,
      v.class, v.status, v.reason, v.contamination, v.date, v.district, v.evidence_date, v.reopens,
      v.origin, v.source, v.reported_area_cm2 / 10000.0, v.area_cm2 / 10000.0, v.recorded_at,
      v.content_hash, v.fid, ifnull(v.geom, h.geom)
    FROM hazard_version AS v JOIN hazard AS h ON h.id = v.id AND h.organisation = v.organisation
    WHERE v.fid = ?
    """
}
