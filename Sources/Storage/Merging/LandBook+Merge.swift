internal import Foundation
internal import GRDB
internal import GeometryValues

/// How another book is to be joined to one.
public struct MergeOrder: Sendable {
  /// What the log says of it; `file` names the other book's.
  public var description: BatchDescription
  /// Whether nothing is to be written.
  public var isDryRun = false
  /// How a conflict is decided, and why; nil leaves it undecided.
  public var decide: @Sendable (MergeConflict) -> (decision: MergeDecision, reason: String)? = {
    _ in nil
  }

  /// Makes an order that decides nothing.
  public init(_ description: BatchDescription) {
    self.description = description
  }
}

extension LandBook {
  /// Joins another book to this one in one transaction, or writes nothing.
  ///
  /// Records are joined by what they say and when it was recorded, never by numbers. Batches of the
  /// other book come with all they brought, under numbers of this one.
  public func merge(_ other: LandBook, _ order: MergeOrder) throws -> MergeSummary {
    try other.inReadTransaction { theirs in
      if order.isDryRun {
        return try inReadTransaction { db in
          try Joining(db: db, other: theirs, order: order).judged().summary
        }
      }
      return try inWriteTransaction { db in
        try Joining(db: db, other: theirs, order: order).run()
      }
    }
  }
}

/// One book being joined to another.
struct Joining {
  let db: Database
  let other: Database
  let order: MergeOrder
  var scope: MergeScope?

  /// A plan with what was decided of its conflicts.
  struct Judged {
    var plan: MergePlan
    var summary: MergeSummary
    var decisions: [(contested: MergePlan.Contested, decision: MergeDecision, reason: String)] = []

    var reasons: [String] { Set(decisions.map(\.reason)).sorted() }
    /// Decisions that take rows back.
    var against: [(contested: MergePlan.Contested, decision: MergeDecision, reason: String)] {
      decisions.filter { !$0.contested.comparison.losing($0.decision).isEmpty }
    }
  }

  func judged() throws -> Judged {
    let plan = try MergePlan(db, other, scope: scope)
    var judged = Judged(plan: plan, summary: MergeSummary())
    for contested in plan.contested {
      guard let (decision, reason) = order.decide(contested.conflict) else {
        judged.summary.undecided += 1
        continue
      }
      judged.decisions.append((contested, decision, reason))
    }
    judged.summary.lines = plan.lines
    judged.summary.conflicts = plan.contested.map(\.conflict)
    judged.summary.batches = plan.batches.count
    judged.summary.rows = plan.rows.values.reduce(0) { $0 + $1.count }
    judged.summary.findings = try FindingDecisions(db: db, other: other, titles: scope?.titles)
      .coming(with: []).count
    judged.summary.isNothing = plan.isNothing && judged.summary.findings == 0
    return judged
  }

  func run() throws -> (MergeSummary, WriteOutcome) {
    let judged = try judged()
    var summary = judged.summary
    if summary.undecided > 0 || summary.isNothing { return (summary, .leftAsItWas) }
    let numbers = try Numbers(db, other, judged)
    // What the layers were drawn of.
    let before = try BatchesInForce(db, through: numbers.first - 1)
    let source = try MergeWriting.Source(
      name: BookIdentity(other).name, head: BookReader(other).logHead()?.hash ?? "")
    let moments = try Moments(db, other, order.description.at, count: numbers.own)
    try begin(numbers.merge, moments.last, source)
    let writer = try BatchWriter(db, batch: numbers.merge, at: moments.last, takesEdits: true)
    var writing = MergeWriting(
      db, other, judged.plan, source, merge: numbers.merge, first: numbers.first)
    try writing.run(writer, isWhole: scope == nil)
    summary.findings = try FindingDecisions(db: db, other: other, titles: scope?.titles).take(
      into: numbers.merge, numbers: writing.numbers)
    let decided = try decide(judged, writer, numbers, moments, source)
    summary.decided = decided.count
    summary.handmade = try settle(writing.written.union(decided.written), before, writer)
    summary.rows = writing.copied
    summary.batch = numbers.merge
    try close(numbers.merge, summary)
    return (summary, .kept(draft(writer, source, summary)))
  }

  /// - Returns: how many decisions something was written for, and the batches.
  private func decide(
    _ judged: Judged, _ writer: BatchWriter, _ numbers: Numbers, _ moments: Moments,
    _ source: MergeWriting.Source
  ) throws -> (count: Int, written: Set<Int64>) {
    var (count, written): (Int, Set<Int64>) = (0, [])
    for (place, reason) in judged.reasons.enumerated() {
      let (batch, at) = (numbers.firstDecision + Int64(place), moments.all[place])
      try insertDecisions(batch, at, reason, numbers.merge, source)
      let decider = try BatchWriter(db, batch: batch, at: at, isByHand: true, takesEdits: true)
      let decision = ConflictDecision(db: db, other: other, writer: decider, at: at.description)
      for item in judged.decisions
      where item.reason == reason && item.contested.table.choice != .each {
        if try decision.write(item.contested, item.decision) { count += 1 }
      }
      try decider.finish()
      written.insert(batch)
    }
    let against = judged.against
    var withdrawal = RowWithdrawal(
      db, writer, reason: Set(against.map(\.reason)).sorted().joined(separator: "; "))
    for item in against {
      try withdrawal.note(item.contested, item.contested.comparison.losing(item.decision))
    }
    try withdrawal.run(
      first: numbers.firstWithdrawal, moments: moments.all.dropFirst(judged.reasons.count))
    return (count + against.count, written.union(withdrawal.written))
  }

  /// Says anew what counts of every record that the batches touch, and what a map shows of it.
  private func settle(
    _ written: Set<Int64>, _ before: BatchesInForce, _ writer: BatchWriter
  ) throws -> Int {
    let after = try BatchesInForce(db)
    let toggled = Set(before.undone).symmetricDifference(after.undone).subtracting(written)
    let taken = toggled.filter { !after.holds($0) }
    try UndoChange(taken: written.union(taken), restored: toggled.subtracting(taken))
      .setCurrent(after, writer)
    try FindingChanges.settle(taken, into: writer.batch, at: writer.at, db)
    let renewed = try BatchWriter(db, batch: writer.batch, at: writer.at, takesEdits: true)
    var layers = try CurrentLayers(ofBatches: written.union(toggled), db)
    let handmade = try layers.leaveEdited(before: before, db)
    // Indexes of the layers are kept by the writer that wrote the rows.
    try layers.rewrite(renewed)
    try renewed.finishIndexes()
    try writer.finishIndexes()
    return handmade
  }

  private func begin(_ batch: Int64, _ at: Timestamp, _ source: MergeWriting.Source) throws {
    let description = order.description
    try db.execute(
      sql: """
        INSERT INTO import_batch (fid, at, actor, verb, record_type, file, file_sha256, reason,
          origin_book, origin_head)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch, at.description, description.actor, description.verb, description.recordType,
        description.file.map { URL(fileURLWithPath: $0).lastPathComponent }, description.fileHash,
        description.reason, source.name, source.head,
      ])
  }

  private func insertDecisions(
    _ batch: Int64, _ at: Timestamp, _ reason: String, _ merge: Int64,
    _ source: MergeWriting.Source
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO import_batch (fid, at, actor, verb, record_type, layer, reason, merged_by)
        VALUES (?, ?, ?, 'decide', 'conflicts', ?, ?, ?)
        """,
      arguments: [
        batch, at.description, order.description.actor, "conflicts of \(source.name)",
        reason, merge,
      ])
  }

  private func close(_ batch: Int64, _ summary: MergeSummary) throws {
    try db.execute(
      sql: """
        UPDATE import_batch SET rows_in = ?1, rows_stored = ?1, committed = 1 WHERE fid = ?2
        """, arguments: [summary.rows, batch])
  }

  private func draft(
    _ writer: BatchWriter, _ source: MergeWriting.Source, _ summary: MergeSummary
  ) -> LogDraft {
    var draft = writer.draft(order.description)
    draft.at = writer.at
    draft.about["book"] = source.name
    draft.about["book_head"] = source.head
    draft.about["batches"] = "\(summary.batches)"
    draft.about["rows"] = "\(summary.rows)"
    if !summary.conflicts.isEmpty { draft.about["conflicts"] = "\(summary.conflicts.count)" }
    return draft
  }
}

extension Joining {
  /// The numbers of the batches of a merge, which itself comes last.
  fileprivate struct Numbers {
    let first: Int64
    let firstDecision: Int64
    let firstWithdrawal: Int64
    let merge: Int64

    /// How many of them are of the merge itself.
    let own: Int

    init(_ db: Database, _ other: Database, _ judged: Judged) throws {
      let last = try Int64.fetchOne(db, sql: "SELECT ifnull(max(fid), 0) FROM import_batch") ?? 0
      let withdrawals = try RowWithdrawal.mostBatches(judged.against.map(\.contested), db, other)
      first = last + 1
      firstDecision = first + Int64(MergeWriting.batchCount(judged.plan))
      firstWithdrawal = firstDecision + Int64(judged.reasons.count)
      merge = firstWithdrawal + Int64(withdrawals)
      own = judged.reasons.count + withdrawals + 1
    }
  }

  /// The moments of decisions and of the merge: after everything that either book recorded.
  fileprivate struct Moments {
    let all: [Timestamp]
    let last: Timestamp

    init(_ db: Database, _ other: Database, _ now: Timestamp, count: Int) throws {
      let sql = """
        SELECT max(at) FROM (
          SELECT max(at) AS at FROM import_batch UNION ALL
          SELECT max(recorded_at) FROM hazard_version UNION ALL
          SELECT max(recorded_at) FROM release_version)
        """
      let latest = try [db, other].compactMap {
        try String.fetchOne($0, sql: sql).flatMap { Timestamp($0) }
      }.max()
      // Moments of batches of the other book may be moved on by some.
      let first = max(now.milliseconds, (latest?.milliseconds ?? 0) + 1000)
      all = (0..<Int64(count)).map { Timestamp(milliseconds: first + $0) }
      last = all.last ?? now
    }
  }
}

extension CurrentLayers {
  /// Leaves edited records out.
  ///
  /// - Returns: how many there are.
  fileprivate mutating func leaveEdited(before: BatchesInForce, _ db: Database) throws -> Int {
    let count = self.count
    try leaveEdited(drawn: before, db)
    return count - self.count
  }
}
