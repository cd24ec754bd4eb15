internal import GRDB
public import LandRelease

/// By what means and how far a ledger was posted.
public struct Posting: Hashable, Sendable {
  /// When it was posted.
  public var at: Timestamp
  /// The last batch that was read.
  public var throughBatch: Int64?
  /// The set that movements were split by.
  public var boundarySet: String?
  /// The equal-area plane of the overlap arithmetic, in words.
  public var plane: String?
  /// The version of the program that posted.
  public var programVersion: String

  /// Makes a posting of its parts.
  public init(
    at: Timestamp, throughBatch: Int64?, boundarySet: String?, plane: String?,
    programVersion: String
  ) {
    self.at = at
    self.throughBatch = throughBatch
    self.boundarySet = boundarySet
    self.plane = plane
    self.programVersion = programVersion
  }
}

extension LandBook {
  /// Replaces the whole ledger and the findings of posting, in one transaction.
  ///
  /// What somebody decided about a finding that is found again stays with it.
  public func replaceLedger(
    with movements: some Sequence<Movement>, posting: Posting, findings: [Finding]
  ) throws {
    try inWriteTransaction { db in
      let guards = try LedgerGuards(db)
      try guards.lift(db)
      // Without a trigger on it, SQLite drops the whole table's pages at once.
      try db.execute(sql: "DELETE FROM movement")
      var insertion = try MovementInsertion(db)
      for movement in movements { try insertion.insert(movement, db) }
      try guards.restore(db)
      try Self.conclude(posting, findings, replacing: nil, db)
      return ((), .commit)
    }
  }

  /// Replaces the movements and findings of some records and leaves the others as they are.
  public func replaceMovements(
    of records: Set<LedgerRecord>, with movements: some Sequence<Movement>, posting: Posting,
    findings: [Finding]
  ) throws {
    try inWriteTransaction { db in
      try db.execute(sql: "UPDATE ledger SET posting = 1")
      let delete = try db.makeStatement(
        sql: "DELETE FROM movement WHERE record = ? AND organisation = ? AND record_type = ?")
      for record in records.sorted() {
        try delete.execute(
          arguments: [record.key.id, record.key.organisation, record.type.rawValue])
      }
      var insertion = try MovementInsertion(db)
      for movement in movements { try insertion.insert(movement, db) }
      try Self.conclude(posting, findings, replacing: records, db)
      return ((), .commit)
    }
  }

  private static func conclude(
    _ posting: Posting, _ findings: [Finding], replacing records: Set<LedgerRecord>?,
    _ db: Database
  ) throws {
    try replaceFindings(with: findings, of: records, db)
    try db.execute(
      sql: """
        UPDATE ledger SET posted_at = ?, posted_through_batch = ?, boundary_set = ?, plane = ?,
          program_version = ?, posting = 0
        """,
      arguments: [
        posting.at.description, posting.throughBatch, posting.boundarySet, posting.plane,
        posting.programVersion,
      ])
    for table in ["movement", "ledger", "finding"] {
      try BookContents.touch(db, table, at: posting.at)
    }
  }

  private static func replaceFindings(
    with findings: [Finding], of records: Set<LedgerRecord>?, _ db: Database
  ) throws {
    let names = records.map { Set($0.map(\.description)) }
    let reader = BookReader(db)
    var decided: [Finding: KeptFinding] = [:]
    for kept in try reader.findings() where kept.batch == nil {
      if let names, !names.contains(kept.finding.place.record ?? "") { continue }
      if kept.status != .open { decided[kept.finding] = kept }
      try db.cachedStatement(sql: "DELETE FROM finding WHERE fid = ?")
        .execute(arguments: [kept.id])
    }
    for finding in findings {
      let decision = decided[finding]
      try FindingRow.insert(
        finding, batch: nil, status: decision?.status ?? .open, reason: decision?.reason, db)
    }
  }
}

/// A record whose movements stand in the ledger.
public struct LedgerRecord: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whether it is a hazard or a release.
  public var type: EventReference.RecordType
  /// What names it.
  public var key: RecordKey

  /// Makes a reference of its parts.
  public init(type: EventReference.RecordType, key: RecordKey) {
    self.type = type
    self.key = key
  }

  /// As findings name it: `hazard ID` or `release ORG/ID`.
  public var description: String { "\(type.rawValue) \(key)" }

  /// By type, then key.
  public static func < (left: LedgerRecord, right: LedgerRecord) -> Bool {
    (left.type.rawValue, left.key) < (right.type.rawValue, right.key)
  }
}

/// The triggers and indexes of `movement`, put aside while all of it is written anew.
private struct LedgerGuards {
  private let parts: [(type: String, name: String, sql: String)]

  init(_ db: Database) throws {
    parts = try Row.fetchAll(
      db,
      sql: """
        SELECT type, name, sql FROM sqlite_master
        WHERE tbl_name = 'movement' AND type IN ('trigger', 'index') AND sql IS NOT NULL
        """
    ).map { ($0[0], $0[1], $0[2]) }
  }

  func lift(_ db: Database) throws {
    for part in parts { try db.execute(sql: "DROP \(part.type) \"\(part.name)\"") }
  }

  func restore(_ db: Database) throws {
    for part in parts { try db.execute(sql: part.sql) }
  }
}
