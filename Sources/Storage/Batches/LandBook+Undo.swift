internal import GRDB

/// What an undo did to the book.
public struct UndoSummary: Hashable, Sendable {
  /// The number of the undo itself.
  public var batch: Int64
  /// Rows that no longer count, by table.
  public var taken: [String: Int] = [:]
  /// Rows that count again, by table.
  public var restored: [String: Int] = [:]
  /// Rows of the map that somebody had drawn or edited, which stay as they are.
  public var handmade = 0
}

/// Why a batch can't be taken back as it is.
public enum UndoObstacle: Error, Hashable, Sendable {
  /// The book has no such batch.
  case unknown
  /// Another batch has taken it back already.
  case undone(by: Int64)
  /// Later batches brought some of its rows again, which the book did not store twice.
  case repeated(batches: [Int64], rows: Int)
  /// What would come back is in the book already, from another batch.
  case present(batch: Int64)
}

extension LandBook {
  /// Takes a batch back: all reads as if it had never come, and the log tells that it did.
  ///
  /// - Parameters:
  ///   - description: its `reverses` names the batch.
  ///   - withRepeated: takes rows back that later batches brought again.
  /// - Throws: ``UndoObstacle`` where it can't be done; the book is then as it was.
  public func undo(
    _ description: BatchDescription, withRepeated: Bool = false
  ) throws -> UndoSummary {
    try inWriteTransaction { db in
      let before = try BatchesInForce(db)
      let batch = description.reverses ?? 0
      try Self.judge(batch, before, db)
      let writer = try Self.begin(description, db)
      // The undo itself is in force already as the writer looks at the book.
      let after = writer.inForce
      let change = UndoChange(before, after, below: writer.batch)
      if !withRepeated { try change.refuseRepeated(after, db) }
      try change.refuseDoubled(before, db)
      var summary = UndoSummary(batch: writer.batch)
      summary.taken = try change.count(change.taken, db)
      summary.restored = try change.count(change.restored, db)
      try change.setCurrent(after, writer)
      // What the batch wrote over is put back first: only what is its own is settled with it.
      try FindingChanges.swap(of: batch, into: writer.batch, after, db)
      try FindingChanges.settle(change.taken, into: writer.batch, at: writer.at, db)
      var layers = try CurrentLayers(ofBatches: change.taken.union(change.restored), db)
      summary.handmade = try layers.leaveHandmade(drawn: before, db)
      writer.currentLayers = layers
      try writer.finish()
      return (summary, .kept(writer.draft(description)))
    }
  }

  private static func judge(_ batch: Int64, _ inForce: BatchesInForce, _ db: Database) throws {
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM import_batch WHERE fid = ?)", arguments: [batch])
    guard isThere == true else { throw UndoObstacle.unknown }
    guard inForce.holds(batch) else {
      let undoing = try Int64.fetchAll(
        db, sql: "SELECT fid FROM import_batch WHERE reverses = ?", arguments: [batch])
      throw UndoObstacle.undone(by: undoing.first(where: inForce.holds) ?? batch)
    }
  }
}

/// What changes when a batch is taken back.
struct UndoChange {
  /// Batches whose rows no longer count.
  let taken: Set<Int64>
  /// Batches whose rows count again.
  let restored: Set<Int64>

  init(taken: Set<Int64>, restored: Set<Int64>) {
    self.taken = taken
    self.restored = restored
  }

  /// - Parameter batch: the undo itself, which has no rows.
  init(_ before: BatchesInForce, _ after: BatchesInForce, below batch: Int64) {
    let (earlier, later) = (Set(before.undone), Set(after.undone))
    taken = later.subtracting(earlier)
    restored = earlier.subtracting(later)
  }

  private static let tables = [
    "district", "hazard_version", "release_version", "task", "device", "victim",
    "accident", "minefield_record", "zone", "environment_check", "statement", "claim",
    "indicator_code", "indicator", "team", "team_day", "contribution",
  ]

  /// The columns that tell the records of a table apart.
  static let keys: [String: [String]] = [
    "task": ["id", "organisation"], "device": ["id", "organisation"],
    "victim": ["id", "organisation"], "accident": ["id", "organisation"],
    "minefield_record": ["id", "organisation"], "zone": ["id", "organisation"],
    "environment_check": ["id", "organisation"],
    "claim": ["id"], "district": [], "statement": [],
    "indicator_code": ["code"],
    "indicator": [
      "actor", "id", "code", "from_date", "to_date", "district", "sex", "age_group",
    ],
    "team": ["organisation", "id", "from_date"],
    "team_day": ["organisation", "id", "team", "task", "from_date", "to_date"],
    "contribution": ["organisation", "id", "kind"],
  ]

  func count(_ batches: Set<Int64>, _ db: Database) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in Self.tables {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \"\(table)\" WHERE batch IN (\(Self.list(batches)))")
      if let count, count > 0 { counts[table] = count }
    }
    return counts
  }

  /// - Throws: ``UndoObstacle/repeated(batches:rows:)``.
  func refuseRepeated(_ after: BatchesInForce, _ db: Database) throws {
    var (batches, count): (Set<Int64>, Int) = ([], 0)
    for table in Self.tables {
      let repeated = """
        FROM unchanged_row AS u JOIN "\(table)" AS t ON t.fid BETWEEN u.first_row AND u.last_row
        WHERE u.table_name = '\(table)' AND t.batch IN (\(Self.list(taken)))
          AND u.batch <> t.batch AND \(after.condition("u.batch"))
        """
      batches.formUnion(try Int64.fetchAll(db, sql: "SELECT DISTINCT u.batch \(repeated)"))
      count += try Int.fetchOne(db, sql: "SELECT count(DISTINCT t.fid) \(repeated)") ?? 0
    }
    if count > 0 { throw UndoObstacle.repeated(batches: batches.sorted(), rows: count) }
  }

  /// What counts only once must not come back beside itself.
  ///
  /// - Throws: ``UndoObstacle/present(batch:)``.
  func refuseDoubled(_ before: BatchesInForce, _ db: Database) throws {
    guard !restored.isEmpty else { return }
    for (table, same) in [
      ("statement", "a.content_hash = b.content_hash"),
      (
        "district",
        """
        a.boundary_set = b.boundary_set AND a.code = b.code
          AND ifnull(a.valid_from <= b.valid_to, 1) AND ifnull(b.valid_from <= a.valid_to, 1)
        """
      ),
    ] {
      let present = try Int64.fetchOne(
        db,
        sql: """
          SELECT b.batch FROM "\(table)" AS a JOIN "\(table)" AS b ON \(same)
          WHERE a.batch IN (\(Self.list(restored))) AND \(before.condition("b.batch"))
            AND b.batch NOT IN (\(Self.list(taken)))
          LIMIT 1
          """)
      if let present { throw UndoObstacle.present(batch: present) }
    }
  }

  /// Says anew which rows are current, for every record that the batches touch.
  func setCurrent(_ after: BatchesInForce, _ writer: BatchWriter) throws {
    let (db, touched) = (writer.db, Self.list(taken.union(restored)))
    for (table, key) in Self.keys.sorted(by: { $0.key < $1.key }) {
      let current = Self.current(table, key, after)
      let columns =
        key.isEmpty
        ? "batch" : Self.canBeEmpty(table) ? "fid" : "(\(key.joined(separator: ", ")))"
      let list =
        key.isEmpty
        ? touched
        : Self.canBeEmpty(table)
          ? Self.rows(of: table, key, like: touched)
          : "SELECT \(key.joined(separator: ", ")) FROM \(table) WHERE batch IN (\(touched))"
      try db.execute(
        sql: "UPDATE \(table) SET is_current = \(current) WHERE \(columns) IN (\(list))")
    }
    try db.execute(
      sql: """
        UPDATE book SET default_boundary_set =
          (SELECT boundary_set FROM district WHERE \(after.condition()) ORDER BY fid LIMIT 1)
        WHERE EXISTS (SELECT 1 FROM district WHERE batch IN (\(touched)))
        """)
  }

  /// Whether a column of the key can be empty, which is like nothing but itself.
  private static func canBeEmpty(_ table: String) -> Bool {
    table == "indicator" || table == "team"
  }

  /// The rows of every record that batches have a row of, empty columns being alike.
  private static func rows(of table: String, _ key: [String], like batches: String) -> String {
    let same = key.map { "o.\($0) IS n.\($0)" }.joined(separator: " AND ")
    return
      "SELECT o.fid FROM \(table) AS n JOIN \(table) AS o ON \(same) WHERE n.batch IN (\(batches))"
  }

  /// The SQL that is true of the rows that are current: the newest of each key that counts.
  static func current(_ table: String, _ key: [String], _ inForce: BatchesInForce) -> String {
    if key.isEmpty { return inForce.condition() }
    let same = key.map { "o.\($0) IS \(table).\($0)" }.joined(separator: " AND ")
    guard inForce.hasMerged else {
      return """
        (fid IS (SELECT max(o.fid) FROM \(table) AS o
          WHERE \(same) AND \(inForce.condition("o.batch"))))
        """
    }
    // What came by a merge was recorded before rows of lower numbers.
    return """
      (fid IS (SELECT o.fid FROM \(table) AS o JOIN import_batch AS b ON b.fid = o.batch
        WHERE \(same) AND \(inForce.condition("o.batch"))
        ORDER BY ifnull(b.origin_at, b.at) DESC, o.fid DESC LIMIT 1))
      """
  }

  private static func list(_ batches: Set<Int64>) -> String {
    batches.sorted().map { "\($0)" }.joined(separator: ", ")
  }
}
