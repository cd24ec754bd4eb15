internal import Crypto
internal import Foundation
internal import GRDB

/// Writes entries of the log: the only place that does.
struct LogChain {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Closes a write with its entry.
  ///
  /// What other programs changed stays as it was logged, so that it is found: an entry takes in what
  /// its own write touched and nothing else.
  ///
  /// - Parameter watch: what the write found and touched; nil covers all that the book holds.
  func append(_ draft: LogDraft, _ watch: WriteWatch?) throws {
    let before = try watch?.end()
    var content = LogContent()
    content.about = draft.about.isEmpty ? nil : draft.about
    content.rows = try rows(since: watch?.lastRows ?? [:])
    content.state = try state(watch, draft.rewritten)
    content.buckets = try buckets(draft, watch?.touched, before ?? [:])
    if content.buckets?["ledger"] != nil {
      content.about = try (content.about ?? [:]).merging(standing()) { $1 }
    }
    try insert(draft, content)
  }

  /// What the last entry says of small tables.
  static func lastState(_ db: Database) throws -> [String: String] {
    let content = try String.fetchOne(
      db, sql: "SELECT content FROM log_entry ORDER BY seq DESC LIMIT 1")
    return content.flatMap { JSONText.read($0, as: LogContent.self)?.state } ?? [:]
  }

  /// What was last logged of the ledger or the findings.
  static func lastBuckets(_ part: BucketedPart, _ db: Database) throws -> LogContent.Buckets? {
    try lastContent(with: "buckets.\(part.rawValue)", db)?.buckets?[part.rawValue]
  }

  /// What was last logged of a table.
  static func lastState(of table: String, _ db: Database) throws -> String? {
    try lastContent(with: "state.\(table)", db)?.state?[table]
  }

  private static func lastContent(with path: String, _ db: Database) throws -> LogContent? {
    let content = try String.fetchOne(
      db,
      sql: """
        SELECT content FROM log_entry
        WHERE iif(json_valid(content), json_type(content, ?), NULL) IS NOT NULL
        ORDER BY seq DESC LIMIT 1
        """, arguments: ["$.\(path)"])
    return content.flatMap { JSONText.read($0, as: LogContent.self) }
  }

  /// How the ledger can be worked out anew: through which batch, in which districts.
  private func standing() throws -> [String: String] {
    let names = ["boundary_set", "plane", "posted_through_batch"]
    let list = names.map { "CAST(\($0) AS TEXT)" }.joined(separator: ", ")
    guard let row = try Row.fetchOne(db, sql: "SELECT \(list) FROM ledger") else { return [:] }
    return try names.indices.reduce(into: [:]) { words, place in
      words[names[place]] = try row.decode(String?.self, atIndex: place)
    }
  }

  private func rows(since before: [String: Int64]) throws -> [String: LogContent.Rows]? {
    var rows: [String: LogContent.Rows] = [:]
    let digests = try RowDigests(db)
    for table in LoggedTable.fixed where try table.exists(db) {
      let (first, last) = (before[table.name, default: 0] + 1, try table.lastRow(db))
      if first <= last { rows[table.name] = try digests.write(table, first...last) }
    }
    return rows.isEmpty ? nil : rows
  }

  private func state(
    _ watch: WriteWatch?, _ rewritten: Set<String>
  ) throws -> [String: String] {
    var state: [String: String] = [:]
    let last = watch?.lastState ?? [:]
    for table in LoggedTable.small + LoggedTable.touched where try table.exists(db) {
      let name = table.name
      let isOurs =
        try rewritten.contains(name)
        || watch.map { try $0.touched.tables.contains(name) && !$0.isAltered(name, db) } ?? true
      if isOurs {
        state[name] = ContentHash.hexadecimal(try Self.digest(of: table, db))
      } else if LoggedTable.small.contains(table) {
        state[name] = last[name]
      }
    }
    return state
  }

  /// SHA-256 over the digests of a table's rows in order of number.
  static func digest(of table: LoggedTable, _ db: Database) throws -> SHA256Digest {
    let form = try RowForm(db, table.name, leftOut: table.derived)
    form.begin(.min, .max)
    var hash = SHA256()
    while let (_, digest) = try form.next() {
      digest.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    return hash.finalize()
  }

  private func buckets(
    _ draft: LogDraft, _ touched: TouchedRows?, _ before: [Int64: Data]
  ) throws -> [String: LogContent.Buckets]? {
    var roots: [String: LogContent.Buckets] = [:]
    let events = draft.rewritten.contains("ledger_event") ? nil : touched?.events
    if events?.isEmpty != true {
      let change = BucketChange(part: .ledger, db: db, touched: events, before: nil)
      let made = try LedgerBuckets(db)
      roots["ledger"] = try change.write(all: { try LedgerBuckets.all(db) }, items: made.items)
    }
    let findings = touched.map { $0.findings.union(draft.adoptedFindings) }
    if findings?.isEmpty != true {
      let change = BucketChange(
        part: .finding, db: db, touched: findings,
        before: before.filter { !draft.adoptedFindings.contains($0.key) })
      let made = try FindingBuckets(db)
      roots["finding"] = try change.write(all: { try FindingBuckets.all(db) }, items: made.items)
    }
    return roots.isEmpty ? nil : roots
  }

  private func insert(_ draft: LogDraft, _ content: LogContent) throws {
    let last = try Row.fetchOne(
      db, sql: "SELECT seq, hash FROM log_entry ORDER BY seq DESC LIMIT 1")
    var entry = LogEntry(
      sequence: (last?[0] ?? Int64(0)) + 1, at: draft.at.description, actor: draft.actor,
      verb: draft.verb, subject: draft.subject, content: JSONText.write(content),
      previousHash: last?[1] ?? "", hash: "")
    entry.hash = entry.computedHash
    try db.execute(
      sql: """
        INSERT INTO log_entry (seq, at, actor, verb, subject, content, previous_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.sequence, entry.at, entry.actor, entry.verb, entry.subject, entry.content,
        entry.previousHash, entry.hash,
      ])
    try BookContents.touch(db, "log_entry", at: draft.at)
  }
}
