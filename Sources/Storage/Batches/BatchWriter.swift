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
  /// What the book has is what these batches brought.
  let inForce: BatchesInForce
  /// Whether a batch that counts brought the same file.
  let repeatsFile: Bool
  /// Whether a person types the rows.
  let isByHand: Bool
  /// Whether the rows are what somebody drew or edited, and take the place of that on the map.
  let takesEdits: Bool
  /// What was done so far.
  public private(set) var summary: BatchSummary

  let db: Database
  /// The moment as records carry it.
  let atText: String
  var currentLayers = CurrentLayers()
  /// Whether a profile was kept by name, which is worth a batch.
  var keepsProfile = false
  private var indexes: [String: IndexUpdate] = [:]
  private var statements: [String: DirectStatement] = [:]
  private var values = RecordColumns()
  private(set) var landWriters: [String: LandWriter] = [:]
  private var unchangedRows: [String: RowRanges] = [:]
  private var findings: FindingWriter?
  private var replaced: Set<String> = []

  init(
    _ db: Database, batch: Int64, at: Timestamp, fileHash: String? = nil, isByHand: Bool = false,
    takesEdits: Bool = false
  ) throws {
    self.db = db
    self.takesEdits = takesEdits
    self.isByHand = isByHand
    inForce = try BatchesInForce(db)
    repeatsFile =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM import_batch
            WHERE file_sha256 = ? AND fid <> ? AND \(inForce.condition("fid")))
          """, arguments: [fileHash, batch]) ?? false
    self.batch = batch
    self.at = at
    atText = at.description
    reader = BookReader(db)
    summary = BatchSummary(batch: batch, at: at.description)
  }

  /// Keeps something that a person should look at, with what was decided when it was found before.
  public func add(_ finding: Finding) throws {
    try findingWriter().add(finding)
    summary.findings += 1
  }

  /// Notes a record whose new content takes the place of the one before, findings included.
  ///
  /// - Parameter name: what findings call it.
  public func noteReplaced(_ name: String) { replaced.insert(name) }

  /// Marks findings of replaced records as fixed where the new content does not give them.
  ///
  /// - Parameter rules: the rules that are held against rows.
  public func settleFindings(of rules: Set<String>) throws {
    if replaced.isEmpty { return }
    try findingWriter().fixOthers(of: rules, records: replaced)
  }

  private func findingWriter() throws -> FindingWriter {
    if let findings { return findings }
    let writer = try FindingWriter(db, batch: batch, at: at)
    findings = writer
    return writer
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

  /// The numbers of events of which two rows of the batch seem to say different things recorded at
  /// one moment.
  ///
  /// One too many is possible, one too few is not; ``EventIdentity`` tells for certain.
  public var contradictedEvents: Set<Int> {
    landWriters.values.reduce(into: []) { $0.formUnion($1.events.contradicted) }
  }

  /// Whether the book holds made-up records.
  public func isSynthetic() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT is_synthetic FROM book") == true
  }

  /// The boundary set that reports use unless told otherwise.
  public func defaultBoundarySet() throws -> String? {
    try String.fetchOne(db, sql: "SELECT default_boundary_set FROM book")
  }

  /// Names how coordinates were brought to WGS 84, which is known when the last of them was.
  public func setOperation(_ operation: String) throws {
    try db.execute(
      sql: "UPDATE import_batch SET operation = ? WHERE fid = ?", arguments: [operation, batch])
  }

  /// Names what was taken for granted or corrected, which is known when all rows were read.
  public func setAssumptions(_ assumptions: String?) throws {
    try db.execute(
      sql: "UPDATE import_batch SET assumptions = ? WHERE fid = ?", arguments: [assumptions, batch])
  }

  /// Whether there is anything to keep: a batch that brings nothing new leaves no trace.
  var isWorthKeeping: Bool {
    if summary.stored > 0 || keepsProfile { return true }
    if summary.refused == 0 { return false }
    return !repeatsFile
  }

  func finish() throws {
    for table in landWriters.keys.sorted() { try landWriters[table]?.finish() }
    if !takesEdits {
      try currentLayers.leaveEdited(drawn: BatchesInForce(db, through: batch - 1), db)
    }
    try currentLayers.rewrite(self)
    try finishIndexes()
    for table in unchangedRows.keys.sorted() {
      try unchangedRows[table]?.write(table, batch: batch, db)
    }
    try findings?.finish()
    try db.execute(
      sql: """
        UPDATE import_batch SET rows_in = ?, rows_stored = ?, rows_unchanged = ?,
          rows_refused = ?, committed = 1 WHERE fid = ?
        """,
      arguments: [
        summary.rowsIn, summary.stored, summary.unchanged, summary.refused, batch,
      ])
  }

  func finishIndexes() throws {
    for table in indexes.keys.sorted() { try indexes[table]?.finish(at: at) }
  }

  func index(of table: String) throws -> IndexUpdate {
    if let index = indexes[table] { return index }
    let index = try IndexUpdate(db, table: table)
    indexes[table] = index
    return index
  }

  func landWriter(of table: LandTable) throws -> LandWriter {
    if let land = landWriters[table.layer] { return land }
    let land = try LandWriter(db, table, self)
    landWriters[table.layer] = land
    return land
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
    let statement = try statement("INSERT INTO \"\(table)\"", all) { columns in
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      return " (\(names)) VALUES (\(columns.map { ":\($0)" }.joined(separator: ", ")))"
    }
    do {
      try statement.run()
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      return Self.refusal(error)
    }
    let version = statement.lastRow
    if let index, let blob = Self.geometry(fields) {
      try index.note(version, (try? GeoPackageBlob.envelope(blob)) ?? Envelope())
    }
    return stored(version, novelty)
  }

  private static func geometry(_ fields: [Field]) -> Data? {
    guard let field = fields.first(where: { $0.column == "geom" }),
      case .blob(let blob) = field.value.storage
    else { return nil }
    return blob
  }

  /// A statement that is made once, with the fields bound to the parameters of their names.
  ///
  /// - Parameter ending: what follows `beginning`, which tells the statements of a batch apart.
  func statement(
    _ beginning: String, _ fields: [Field], _ ending: ([String]) -> String
  ) throws -> DirectStatement {
    let statement: DirectStatement
    if let made = statements[beginning] {
      statement = made
    } else {
      let columns = fields.map { $0.column }
      statement = try DirectStatement(db, beginning + ending(columns), columns: columns)
      statements[beginning] = statement
    }
    values.begin()
    for field in fields { values.addUnhashed(field.value) }
    statement.bind(values)
    return statement
  }

  func stored(_ version: Int64, _ novelty: StoreOutcome.Novelty) -> StoreOutcome {
    summary.stored += 1
    switch novelty {
    case .first: break
    case .version: summary.versions += 1
    case .correction, .contradiction: summary.corrections += 1
    }
    return .stored(version: version, novelty)
  }

  /// Stores what one row of a file holds in several records: all or none, counted as one row.
  func together(_ stores: [() throws -> StoreOutcome]) throws -> StoreOutcome {
    let before = summary
    var outcomes: [StoreOutcome] = []
    try db.inSavepoint {
      for store in stores { outcomes.append(try store()) }
      return outcomes.contains(where: \.isRefused) ? .rollback : .commit
    }
    summary = before
    if let refused = outcomes.first(where: \.isRefused) { return refused }
    let new = outcomes.compactMap { outcome in
      if case .stored(let version, let novelty) = outcome { (version, novelty) } else { nil }
    }
    // A row that changes one of its figures corrects; one that only adds some is new.
    guard let telling = new.first(where: { $0.1 != .first }) ?? new.first else {
      summary.unchanged += 1
      return outcomes.first ?? .unchanged(version: 0)
    }
    return stored(telling.0, telling.1)
  }

  /// - Parameter table: where the row is that the book has.
  func unchanged(_ version: Int64, of table: String) throws -> StoreOutcome {
    summary.unchanged += 1
    unchangedRows[table, default: RowRanges()].add(version)
    return .unchanged(version: version)
  }

  /// Stores what came in a row beside a record that is counted already.
  ///
  /// - Returns: what became of the row: stored if either of the two was.
  func countingOnce(
    _ outcome: StoreOutcome, _ store: () throws -> StoreOutcome
  ) throws -> StoreOutcome {
    let before = summary
    let beside = try store()
    summary = before
    guard case .unchanged = outcome, case .stored(let version, let novelty) = beside else {
      return outcome
    }
    summary.unchanged -= 1
    return stored(version, novelty)
  }

  /// The schema's constraints are named by sentences that begin with the field.
  static func refusal(_ error: DatabaseError) -> StoreOutcome {
    let sentence = (error.message ?? "").replacing("CHECK constraint failed: ", with: "")
    return .refused(
      field: String(sentence.prefix { $0 != " " }), reason: sentence,
      remedy: "correct the value and import the row again")
  }
}
