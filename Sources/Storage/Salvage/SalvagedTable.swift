internal import GRDB

/// The rows of one table of a damaged book on their way into a new one.
struct SalvagedTable {
  /// Tables whose rows nothing else can give back, the first of them needed by the others.
  static let names = [
    "import_batch", "district", "hazard_version", "release_version", "task", "device", "victim",
    "accident", "minefield_record", "zone", "environment_check", "statement", "claim",
    "refused_row", "unchanged_row", "finding",
    "finding_change", "mapping_profile", "closing", "closing_balance",
    "indicator_code", "indicator", "team", "team_day", "contribution",
  ]
  /// Tables whose rows may be deleted, so that a number that is missing need not be lost.
  static let loose: Set<String> = ["finding"]

  let shape: TableShape
  private let db: Database
  private(set) var refused: [Int64: String] = [:]
  private(set) var saved: Set<Int64> = []
  private var statements: [Int: GRDB.Statement] = [:]

  init(_ shape: TableShape, _ db: Database) {
    self.shape = shape
    self.db = db
  }

  /// Puts rows into the new book, where its constraints and their own hashes let them.
  mutating func insert(_ records: [RawRecord], _ log: LoggedRows) throws {
    let proof = RowProof(db: db, table: shape.name, log: log)
    var wrong = Set<Int64>()
    // A row that is in cannot be taken out again, so that all is done once more without it.
    repeat {
      (saved, refused) = ([], refused.filter { wrong.contains($0.key) })
      var failed: Set<Int64> = []
      try db.inSavepoint {
        for record in records where !wrong.contains(record.row) { try insert(record) }
        failed = try proof.failures()
        return failed.isEmpty ? .commit : .rollback
      }
      for row in failed { refused[row] = "what it says is not what its hash stands for" }
      wrong.formUnion(failed)
      if failed.isEmpty { return }
    } while true
  }

  private mutating func insert(_ record: RawRecord) throws {
    var values = record.values
    values[0] = record.row.databaseValue
    do {
      try statement(values.count).execute(arguments: StatementArguments(values))
      saved.insert(record.row)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      refused[record.row] = "the new book refuses it: \(error.message ?? "a constraint fails")"
    }
  }

  private mutating func statement(_ count: Int) throws -> GRDB.Statement {
    if let made = statements[count] { return made }
    let columns = shape.columns.prefix(count).map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: count).joined(separator: ", ")
    let made = try db.makeStatement(
      sql: "INSERT INTO \"\(shape.name)\" (\(columns)) VALUES (\(marks))")
    statements[count] = made
    return made
  }
}
