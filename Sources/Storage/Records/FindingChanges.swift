internal import GRDB

/// What batches write over in findings, kept so that an undo puts it back.
enum FindingChanges {
  private static let columns =
    "severity, message, file, layer, row, remedy, area_effect_cm2, status, reason, facts, geom"

  /// Keeps a finding as it stands before a batch writes over it.
  static func keep(_ finding: Int64, batch: Int64, _ db: Database) throws {
    try keep("fid = ?", [finding], batch: batch, db)
  }

  private static func keep(
    _ condition: String, _ arguments: [Int64] = [], batch: Int64, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO finding_change (batch, finding, brought_by, \(columns))
        SELECT ?, fid, batch, \(columns) FROM finding WHERE \(condition)
        """
    ).execute(arguments: StatementArguments([batch] + arguments))
  }

  /// Puts back what a batch wrote over, and keeps what stands now under the undo, so that undoing
  /// that brings it back.
  ///
  /// What later batches that count wrote over stays, and so does what somebody has accepted since,
  /// unless it is the merge itself that brought the acceptance.
  static func swap(
    of batch: Int64, into undo: Int64, _ inForce: BatchesInForce, _ db: Database
  ) throws {
    let isLast = """
      NOT EXISTS (SELECT 1 FROM finding_change AS l
        JOIN import_batch AS b ON b.fid = l.batch AND b.reverses IS NULL
        WHERE l.finding = c.finding AND l.batch > c.batch AND l.batch < \(undo)
          AND \(inForce.condition("l.batch")))
      """
    let first = """
      SELECT min(c.fid) FROM finding_change AS c WHERE c.batch = \(batch) AND \(isLast)
      GROUP BY c.finding
      """
    let isAcceptedSince = """
      (finding.status = 'accepted'
        AND (SELECT verb <> 'merge' OR ifnull(finding.decided_at, at) >= at
          FROM import_batch WHERE fid = \(batch)))
      """
    try keep(
      "fid IN (SELECT finding FROM finding_change WHERE fid IN (\(first)))", batch: undo, db)
    try db.execute(
      sql: """
        UPDATE finding SET batch = c.brought_by, severity = c.severity, message = c.message,
          file = c.file, layer = c.layer, row = c.row, remedy = c.remedy,
          area_effect_cm2 = c.area_effect_cm2, facts = c.facts, geom = c.geom,
          status = iif(\(isAcceptedSince), finding.status, c.status),
          reason = iif(\(isAcceptedSince), finding.reason, c.reason),
          decided_at = iif(c.status = 'open' AND NOT \(isAcceptedSince), NULL, finding.decided_at)
        FROM finding_change AS c
        WHERE c.finding = finding.fid AND c.fid IN (\(first));
        """)
  }

  /// Settles the findings of batches that were taken back, for those who look at the map; undoing the
  /// undo puts them back.
  static func settle(
    _ taken: Set<Int64>, into undo: Int64, at moment: Timestamp, _ db: Database
  ) throws {
    for batch in taken.sorted() {
      try keep("batch = ? AND status = 'open'", [batch], batch: undo, db)
      try db.execute(
        sql: """
          UPDATE finding SET status = 'fixed', decided_at = ?,
            reason = 'the batch that brought it was taken back'
          WHERE batch = ? AND status = 'open'
          """, arguments: [moment.description, batch])
    }
  }
}
