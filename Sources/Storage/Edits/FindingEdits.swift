internal import GRDB

/// A finding that is not as it was last logged.
public struct FindingEdit: Hashable, Sendable {
  /// Its number, as lists show it.
  public var number: Int64
  /// What it says now, such as `LR07 hazard H1`; nil where it was deleted.
  public var name: String?
  /// What was decided about it, by what stands there now.
  public var decision: String?
}

extension BookReader {
  /// Findings that another program changed, made or deleted.
  public func findingEdits() throws -> [FindingEdit] {
    guard try db.tableExists("log_bucket") else { return [] }
    var verification = BucketVerification(db, .finding, ReadLog(db))
    verification.run()
    let select = try db.makeStatement(
      sql: """
        SELECT rule || ifnull(' ' || record, ''), status || ifnull(': ' || reason, '')
        FROM finding WHERE fid = ?
        """)
    return try verification.check.faults.compactMap { fault in
      guard fault.table == "finding", let number = fault.row else { return nil }
      let row = try Row.fetchOne(select, arguments: [number])
      return FindingEdit(
        number: number, name: try row?.decode(atIndex: 0), decision: try row?.decode(atIndex: 1))
    }
  }
}

extension LandBook {
  /// Takes what another program decided about findings into the log.
  public func adoptFindings(
    _ edits: [FindingEdit], at moment: Timestamp, actor: String?, reason: String?
  ) throws {
    if edits.isEmpty { return }
    try inWriteTransaction { db in
      var draft = LogDraft(
        at: moment, actor: actor, verb: "adopt", subject: "findings: \(edits.count)")
      draft.about["reason"] = reason
      draft.adoptedFindings = Set(edits.map(\.number))
      for edit in edits {
        draft.about["finding \(edit.number)"] =
          edit.name.map { "\($0), \(edit.decision ?? "")" } ?? "deleted"
        try db.execute(
          sql: """
            UPDATE finding SET actor = ifnull(actor, ?),
              decided_at = iif(status = 'open', decided_at, ifnull(decided_at, ?))
            WHERE fid = ?
            """, arguments: [actor, moment.description, edit.number])
      }
      return ((), .kept(draft))
    }
  }
}
