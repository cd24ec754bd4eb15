internal import GRDB
internal import LandRelease

/// The findings of posting, which have no batch and are found anew each time.
enum PostingFindings {
  /// Replaces those of some records, or all, and keeps what somebody decided about those that are
  /// found again.
  static func replace(
    with findings: [Finding], of records: Set<LedgerRecord>?, _ db: Database
  ) throws {
    let names = records.map { Set($0.map(\.description)) }
    let decided = try decided(of: names, db)
    try delete(of: names, db)
    let insert = try RawStatement(
      db,
      """
      INSERT INTO finding (rule, severity, message, file, layer, row, field, record, remedy,
        area_effect_cm2, status, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for finding in findings {
      bind(finding, to: insert)
      let decision = decided.isEmpty ? nil : decided[finding]
      insert.bind(11, (decision?.status ?? .open).rawValue)
      insert.bind(12, decision?.reason)
      try insert.run()
    }
  }

  private static func decided(
    of names: Set<String>?, _ db: Database
  ) throws -> [Finding: KeptFinding] {
    let kept = try BookReader(db).all(
      FindingRow.select + " WHERE batch IS NULL AND status <> 'open'", [], FindingRow.read)
    var decided: [Finding: KeptFinding] = [:]
    for finding in kept {
      if let names, !names.contains(finding.finding.place.record ?? "") { continue }
      decided[finding.finding] = finding
    }
    return decided
  }

  private static func delete(of names: Set<String>?, _ db: Database) throws {
    guard let names else { return try db.execute(sql: "DELETE FROM finding WHERE batch IS NULL") }
    let delete = try RawStatement(db, "DELETE FROM finding WHERE record = ? AND batch IS NULL")
    for name in names.sorted() {
      delete.bind(1, name)
      try delete.run()
    }
  }

  private static func bind(_ finding: Finding, to insert: RawStatement) {
    let place = finding.place
    insert.bind(1, finding.rule)
    insert.bind(2, finding.severity.rawValue)
    insert.bind(3, finding.message)
    insert.bind(4, place.file)
    insert.bind(5, place.layer)
    insert.bind(6, place.row.map(Int64.init))
    insert.bind(7, place.field)
    insert.bind(8, place.record)
    insert.bind(9, finding.remedy)
    insert.bind(10, finding.areaEffect?.squareCentimetres)
  }
}
