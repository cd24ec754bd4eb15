internal import Foundation
internal import GRDB

extension LandBook {
  /// Writes one batch of records in one transaction.
  ///
  /// Nothing is kept if the body throws, in a dry run, or where the batch brings nothing new; the
  /// summary then names no batch.
  public func write<Value>(
    _ description: BatchDescription, dryRun: Bool = false,
    _ body: (BatchWriter) throws -> Value
  ) throws -> (Value, BatchSummary) {
    try inWriteTransaction { db in
      let writer = try Self.begin(description, db)
      let value = try body(writer)
      var summary = writer.summary
      let isKept = !dryRun && writer.isWorthKeeping
      guard isKept else {
        summary.batch = nil
        return ((value, summary), .leftAsItWas)
      }
      try writer.finish()
      return ((value, summary), .kept(writer.draft(description)))
    }
  }

  static func begin(_ description: BatchDescription, _ db: Database) throws -> BatchWriter {
    var at = description.at
    let latest = try String.fetchOne(db, sql: "SELECT max(at) FROM import_batch")
    if let last = latest.flatMap({ Timestamp($0) }), at <= last {
      at = Timestamp(milliseconds: last.milliseconds + 1)
    }
    try db.execute(
      sql: """
        INSERT INTO import_batch (at, actor, verb, record_type, file, file_sha256, layer, crs,
          operation, mapping, assumptions, reverses, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        at.description, description.actor, description.verb, description.recordType,
        description.file.map { URL(fileURLWithPath: $0).lastPathComponent }, description.fileHash,
        description.layer, description.crs, description.operation, description.mapping,
        description.assumptions, description.reverses, description.reason,
      ])
    return try BatchWriter(
      db, batch: db.lastInsertedRowID, at: at, fileHash: description.fileHash,
      isByHand: description.verb == "amend" || description.verb == "adopt",
      takesEdits: description.verb == "adopt")
  }
}

extension BatchWriter {
  /// What the log says of the batch, beside its row.
  func draft(_ description: BatchDescription) -> LogDraft {
    var draft = LogDraft(
      at: at, actor: description.actor, verb: description.verb, subject: "batch \(batch)")
    draft.about = ["record_type": description.recordType]
    draft.about["file_sha256"] = description.fileHash
    draft.about["reverses"] = description.reverses.map { "batch \($0)" }
    draft.about["reason"] = description.reason
    return draft
  }
}
