internal import Foundation
internal import GRDB
internal import GeometryValues
public import LandRelease

/// Writes the records of one batch; it lives as long as ``LandBook/write(_:dryRun:_:)`` runs.
public final class BatchWriter {
  /// The number of the batch and its moment.
  public let batch: Int64
  /// The moment that records without one of their own take.
  public let at: Timestamp
  /// The book as it is within the batch.
  public let reader: BookReader
  /// What was done so far.
  public private(set) var summary: BatchSummary

  let db: Database
  var currentLayers = CurrentLayers()
  private var indexes: [String: IndexUpdate] = [:]
  private var inserts: [String: GRDB.Statement] = [:]

  init(_ db: Database, batch: Int64, at: Timestamp) {
    self.db = db
    self.batch = batch
    self.at = at
    reader = BookReader(db)
    summary = BatchSummary(batch: batch, at: at.description)
  }

  /// Keeps something that a person should look at.
  public func add(_ finding: Finding) throws {
    try FindingRow.insert(finding, batch: batch, db)
    summary.findings += 1
  }

  /// Keeps a row that can't be used, with all it said.
  public func refuse(_ refused: RefusedRow) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO refused_row (batch, row, field, reason, remedy, original)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      batch, refused.row, refused.field, refused.reason, refused.remedy, refused.original,
    ])
    summary.refused += 1
  }

  /// Whether there is anything to keep: a batch that brings nothing new leaves no trace.
  func isWorthKeeping(fileHash: String?) throws -> Bool {
    if summary.stored > 0 { return true }
    guard summary.refused > 0 else { return false }
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM import_batch WHERE file_sha256 = ? AND fid <> ?)",
      arguments: [fileHash, batch])
    return isKnown != true
  }

  func finish() throws {
    try currentLayers.rewrite(self)
    for table in indexes.keys.sorted() { try indexes[table]?.finish(db, at: at) }
    try db.execute(
      sql: """
        UPDATE import_batch SET rows_in = ?, rows_stored = ?, rows_unchanged = ?,
          rows_refused = ?, committed = 1 WHERE fid = ?
        """,
      arguments: [
        summary.rowsIn, summary.stored, summary.unchanged, summary.refused, batch,
      ])
  }

  func index(of table: String) throws -> IndexUpdate {
    if let index = indexes[table] { return index }
    let index = try IndexUpdate(db, table: table)
    indexes[table] = index
    return index
  }

  /// Writes one row of a table, with its batch.
  ///
  /// - Returns: the row's number, or why one of the table's constraints refuses it.
  func insert(
    _ fields: [Field], into table: String, as novelty: StoreOutcome.Novelty, row: Int?,
    layer: Bool
  ) throws -> StoreOutcome {
    let index = layer ? try index(of: table) : nil
    let all = fields + [Field("batch", batch), Field("source_row", row)]
    let statement = try insertion(into: table, all)
    do {
      try statement.execute(arguments: StatementArguments(all.map(\.value)))
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      return Self.refusal(error)
    }
    let version = db.lastInsertedRowID
    index?.note(version)
    count(novelty)
    return .stored(version: version, novelty)
  }

  func unchanged(_ version: Int64) -> StoreOutcome {
    summary.unchanged += 1
    return .unchanged(version: version)
  }

  private func insertion(into table: String, _ fields: [Field]) throws -> GRDB.Statement {
    if let statement = inserts[table] { return statement }
    let columns = fields.map { "\"\($0.column)\"" }.joined(separator: ", ")
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.makeStatement(
      sql: "INSERT INTO \"\(table)\" (\(columns)) VALUES (\(marks))")
    inserts[table] = statement
    return statement
  }

  private func count(_ novelty: StoreOutcome.Novelty) {
    summary.stored += 1
    switch novelty {
    case .first: break
    case .version: summary.versions += 1
    case .correction, .contradiction: summary.corrections += 1
    }
  }

  /// The schema's constraints are named by sentences that begin with the field.
  private static func refusal(_ error: DatabaseError) -> StoreOutcome {
    let sentence = (error.message ?? "").replacing("CHECK constraint failed: ", with: "")
    return .refused(
      field: String(sentence.prefix { $0 != " " }), reason: sentence,
      remedy: "correct the value and import the row again")
  }
}
