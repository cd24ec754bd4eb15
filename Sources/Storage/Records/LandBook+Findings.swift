internal import GRDB
public import LandRelease

/// Names findings of a book: by the number that lists show, or by rule and record.
public enum FindingName: Hashable, Sendable {
  /// The row in the book.
  case number(Int64)
  /// Every finding of a rule about a record.
  case rule(String, record: String)

  var subject: String {
    switch self {
    case .number(let number): "finding \(number)"
    case .rule(let code, let record): "findings \(code) of \(record)"
    }
  }

  var condition: (sql: String, arguments: StatementArguments) {
    switch self {
    case .number(let number): ("fid = ?", [number])
    case .rule(let code, let record):
      ("rule = ? AND (record = ? OR record LIKE '% ' || ?)", [code, record, record])
    }
  }
}

extension LandBook {
  /// Accepts open findings, with the reason; they stay accepted for as long as they say the same.
  ///
  /// - Returns: how many there were.
  public func acceptFindings(
    _ name: FindingName, reason: String, actor: String?, at moment: Timestamp
  ) throws -> Int {
    try decide(name, from: "open", to: .accepted, reason: reason, actor, moment)
  }

  /// Opens accepted findings again.
  ///
  /// - Returns: how many there were.
  public func reopenFindings(
    _ name: FindingName, reason: String?, actor: String?, at moment: Timestamp
  ) throws -> Int {
    try decide(name, from: "accepted", to: .open, reason: reason, actor, moment)
  }

  private func decide(
    _ name: FindingName, from before: String, to status: KeptFinding.Status, reason: String?,
    _ actor: String?, _ moment: Timestamp
  ) throws -> Int {
    try inWriteTransaction { db in
      let condition = name.condition
      try db.execute(
        sql: """
          UPDATE finding SET status = ?, reason = ?, actor = ?, decided_at = ?
          WHERE status = '\(before)' AND \(condition.sql)
          """,
        arguments: [status.rawValue, reason, actor, moment.description] + condition.arguments)
      let count = db.changesCount
      guard count > 0 else { return (0, .leftAsItWas) }
      try BookContents.touch(db, "finding", at: moment)
      var draft = LogDraft(at: moment, actor: actor, verb: "decide", subject: name.subject)
      draft.about = ["findings": "\(count)", "status": status.rawValue]
      draft.about["reason"] = reason
      return (count, .kept(draft))
    }
  }

  /// Meets what the rules find in the whole book, and marks as fixed what they find no longer.
  ///
  /// - Parameters:
  ///   - rules: the codes of the rules that were run.
  ///   - throughBatch: the last batch that they have seen.
  public func replaceFindings(
    of rules: Set<String>, with findings: [Finding], at moment: Timestamp, throughBatch: Int64?,
    programVersion: String
  ) throws {
    try inWriteTransaction { db in
      let writer = try FindingWriter(db, batch: nil, at: moment)
      for finding in findings { try writer.add(finding) }
      try writer.fixOthers(of: rules, records: nil)
      try writer.finish()
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO rulebook_run (fid, at, through_batch, program_version)
          VALUES (1, ?, ?, ?)
          """, arguments: [moment.description, throughBatch ?? 0, programVersion])
      try BookContents.touch(db, "rulebook_run", at: moment)
      let draft = LogDraft(
        at: moment, verb: "check", subject: "rules over the whole book",
        about: ["findings": "\(findings.count)", "program": programVersion],
        rewritten: ["rulebook_run"])
      return ((), .kept(draft))
    }
  }
}

extension BookReader {
  /// The last batch that the rules over the whole book have seen; nil where they never ran.
  public func rulebookBatch() throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT through_batch FROM rulebook_run")
  }
}
