internal import GRDB
public import LandRelease

extension LandBook {
  /// Replaces the whole ledger and the findings of posting, in one transaction.
  ///
  /// What somebody decided about a finding that is found again stays with it.
  ///
  /// - Parameters:
  ///   - ledger: its events ascending by ``PostedEvent/id``.
  ///   - drawn: the versions that hazards are drawn by in place of later ones that wait.
  public func replaceLedger(
    with ledger: PostedLedger, posting: Posting, findings: [Finding], drawing drawn: [Int64] = []
  ) throws {
    try inWriteTransaction { db in
      try Self.writeLedger(ledger, db)
      try RemainingLayer(db).empty(at: posting.at)
      try Self.drawHazards(by: drawn, db)
      try Self.conclude(posting, findings, replacing: nil, db)
      let rewritten = LedgerGuards.tables + LoggedTable.touched.map(\.name) + ["ledger"]
      return ((), .kept(posting.draft(ledger, removed: nil, rewritten: Set(rewritten))))
    }
  }

  /// Replaces some events by others and leaves the rest of the ledger as it is.
  ///
  /// - Parameters:
  ///   - removed: the ids of events that go; those that the ledger does not hold are passed over.
  ///   - ledger: the events that come, ascending by ``PostedEvent/id``, with districts and
  ///     profiles of its own numbering.
  ///   - records: the records whose findings of posting are replaced by those given.
  ///   - drawn: the versions that hazards are drawn by in place of later ones that wait.
  public func replaceEvents(
    _ removed: [Int64], with ledger: PostedLedger, posting: Posting, findings: [Finding],
    ofRecords records: Set<LedgerRecord>, drawing drawn: [Int64] = []
  ) throws {
    try inWriteTransaction { db in
      try db.execute(sql: "UPDATE ledger SET posting = 1")
      // What another program put in the place of an event that comes must not count as its own.
      var summary = try LedgerDeletion(db).run(removed + ledger.events.map(\.id))
      try summary.add(LedgerInsertion(ledger, db).write(db))
      try summary.merge(db)
      // In the same transaction: a map of ground that has moved since would mislead.
      if !removed.isEmpty || !ledger.events.isEmpty {
        try RemainingLayer(db).empty(at: posting.at)
      }
      try Self.drawHazards(by: drawn, db)
      try Self.conclude(posting, findings, replacing: records, db)
      let draft = posting.draft(
        ledger, removed: removed.count, rewritten: ["remaining"])
      return ((), .kept(draft))
    }
  }

  private static func writeLedger(_ ledger: PostedLedger, _ db: Database) throws {
    let guards = try LedgerGuards(db)
    try guards.lift(db)
    // Without a trigger on it, SQLite drops a table's pages at once.
    for table in LedgerGuards.tables { try db.execute(sql: "DELETE FROM \(table)") }
    try LedgerLookups.clear(db)
    try LedgerInsertion(ledger, db).write(db).write(db)
    try guards.restore(db)
  }

  private static func conclude(
    _ posting: Posting, _ findings: [Finding], replacing records: Set<LedgerRecord>?,
    _ db: Database
  ) throws {
    try PostingFindings.replace(with: findings, of: records, at: posting.at, db)
    try db.execute(
      sql: """
        UPDATE ledger SET posted_at = ?, posted_through_batch = ?, boundary_set = ?, plane = ?,
          program_version = ?, widest_bend = ?, posting = 0
        """,
      arguments: [
        posting.at.description, posting.throughBatch, posting.boundarySet, posting.plane,
        posting.programVersion, posting.widestBend,
      ])
    for table in LedgerGuards.tables + LedgerLookups.tables + ["movement", "ledger", "finding"] {
      try BookContents.touch(db, table, at: posting.at)
    }
  }
}

extension Posting {
  /// - Parameter removed: how many events went; nil is the whole ledger.
  fileprivate func draft(
    _ ledger: PostedLedger, removed: Int?, rewritten: Set<String>
  ) -> LogDraft {
    var draft = LogDraft(
      at: at, verb: "post", subject: throughBatch.map { "ledger through batch \($0)" } ?? "ledger",
      rewritten: rewritten)
    draft.about = [
      "program": programVersion, "events": "\(ledger.events.count)",
      "parts": "\(ledger.parts.count)",
    ]
    draft.about["removed"] = removed.map { "\($0)" } ?? "all"
    return draft
  }
}
