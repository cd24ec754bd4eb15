internal import Foundation
internal import GRDB

/// Copies batches and rows of another book into this one, under numbers of this one.
struct MergeWriting {
  /// The book that they come from.
  struct Source {
    var name: String
    var head: String
  }

  let db: Database
  let other: Database
  let plan: MergePlan
  let source: Source
  /// The batch that the merge is.
  let merge: Int64
  /// The numbers here of batches of the other book.
  private(set) var numbers: [Int64: Int64] = [:]
  /// Rows copied.
  private(set) var copied = 0
  private var nextBatch: Int64
  /// Every batch that was written.
  private(set) var written: Set<Int64> = []

  /// - Parameter first: the first number that is free for batches.
  init(
    _ db: Database, _ other: Database, _ plan: MergePlan, _ source: Source, merge: Int64,
    first: Int64
  ) {
    self.db = db
    self.other = other
    self.plan = plan
    self.source = source
    self.merge = merge
    nextBatch = first
  }

  /// How many numbers of batches the plan takes.
  static func batchCount(_ plan: MergePlan) -> Int {
    plan.parts.count
      + plan.batches.reduce(0) { count, batch in
        guard let target = batch.reverses.flatMap({ plan.theirs[$0] }) else { return count + 1 }
        return count + max(1, plan.ours.numbers[target.origin, default: []].count + 1)
      }
  }

  /// - Parameter isWhole: whether rows come that were refused, and how files were read.
  mutating func run(_ writer: BatchWriter, isWhole: Bool) throws {
    for batch in plan.parts { try copy(batch, reversing: nil) }
    for batch in plan.batches {
      guard let target = batch.reverses.flatMap({ plan.theirs[$0] }) else {
        try copy(batch, reversing: nil)
        continue
      }
      let known = plan.ours.numbers[target.origin, default: []]
      for number in known + [numbers[target.id]].compactMap({ $0 }) {
        try copy(batch, reversing: number)
      }
    }
    for table in MergeTable.all {
      try copyRows(table, writer)
      try revive(table, writer)
    }
    for table in isWhole ? ["refused_row", "mapping_profile"] : [] { try copyAll(table) }
    try keepMet()
  }

  private mutating func copy(_ batch: BatchHistory.Batch, reversing target: Int64?) throws {
    let names = try db.columns(in: "import_batch").map(\.name)
    let theirs = Set(try other.columns(in: "import_batch").map(\.name))
    guard
      let row = try Row.fetchOne(
        other, sql: "SELECT * FROM import_batch WHERE fid = ?", arguments: [batch.id])
    else { throw BookError.damaged("batch \(batch.id) is gone") }
    var values: [String: DatabaseValue] = [:]
    for name in names where theirs.contains(name) { values[name] = row[name] }
    let at = try freeMoment(batch.at)
    values["fid"] = nextBatch.databaseValue
    values["at"] = at.databaseValue
    values["origin_at"] = at == batch.at ? .null : batch.at.databaseValue
    values["origin"] = batch.origin.databaseValue
    values["origin_book"] = (batch.book ?? source.name).databaseValue
    values["origin_head"] = (batch.head ?? source.head).databaseValue
    values["merged_by"] = merge.databaseValue
    values["reverses"] = target?.databaseValue ?? .null
    values["committed"] = 1.databaseValue
    try insert(values, into: "import_batch")
    numbers[batch.id] = nextBatch
    written.insert(nextBatch)
    nextBatch += 1
  }

  /// No two batches of a book have one moment.
  private func freeMoment(_ at: String) throws -> String {
    guard var moment = Timestamp(at) else { throw BookError.damaged("a batch has no moment") }
    while try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM import_batch WHERE at = ?)"),
      arguments: [moment.description]) == true
    {
      moment.milliseconds += 1
    }
    return moment.description
  }

  private func insert(_ values: [String: DatabaseValue], into table: String) throws {
    let names = values.keys.sorted()
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \"\(table)\" (\(list)) VALUES (\(marks))")
      .execute(arguments: StatementArguments(names.map { values[$0] ?? .null }))
  }

  private mutating func copyRows(_ table: MergeTable, _ writer: BatchWriter) throws {
    guard let rows = plan.rows[table.name], !rows.isEmpty else { return }
    let copying = try RowCopying(db, other, table.name)
    let index = table.isLayer ? try writer.index(of: table.name) : nil
    for (row, batch) in rows {
      guard let number = numbers[batch] else { continue }
      let (new, blob) = try copying.copy(row, batch: number)
      copied += 1
      if let index, let blob {
        try index.note(new, (try? GeoPackageBlob.envelope(blob)) ?? .init())
      }
    }
  }

  /// Rows of this book that stay are rows of the merge from now on.
  private mutating func revive(_ table: MergeTable, _ writer: BatchWriter) throws {
    guard let rows = plan.revived[table.name], !rows.isEmpty else { return }
    let copying = try RowCopying(db, db, table.name)
    let index = table.isLayer ? try writer.index(of: table.name) : nil
    for row in rows {
      let (new, blob) = try copying.copy(row, batch: merge)
      copied += 1
      if let index, let blob {
        try index.note(new, (try? GeoPackageBlob.envelope(blob)) ?? .init())
      }
    }
    written.insert(merge)
  }

  /// Tables whose rows belong to batches and are no records.
  private func copyAll(_ table: String) throws {
    let copying = try RowCopying(db, other, table)
    let new = Set(plan.batches.map(\.id))
    let rows = try Row.fetchAll(other, sql: "SELECT fid, batch FROM \"\(table)\" ORDER BY fid")
    for row in rows {
      let (number, batch): (Int64, Int64) = (row[0], row[1])
      guard new.contains(batch), let here = numbers[batch] else { continue }
      _ = try copying.copy(number, batch: here)
    }
  }

  /// What the batches brought that this book has from others.
  private func keepMet() throws {
    for (table, rows) in plan.met.sorted(by: { $0.key < $1.key }) {
      for (batch, rows) in Dictionary(grouping: rows, by: \.batch).sorted(by: { $0.key < $1.key }) {
        guard let number = numbers[batch] else { continue }
        var ranges = RowRanges()
        for row in rows.map(\.row).sorted() { ranges.add(row) }
        try ranges.write(table, batch: number, db)
      }
    }
  }
}

/// Copies rows of one table from one book to another, number and batch aside.
struct RowCopying {
  private let select: GRDB.Statement
  private let insertion: GRDB.Statement
  private let table: String
  private let place: Int
  private let geometry: Int?
  private let db: Database

  init(_ db: Database, _ other: Database, _ table: String) throws {
    self.db = db
    self.table = table
    let theirs = Set(try other.columns(in: table).map(\.name))
    let names = try db.columns(in: table).map(\.name)
      .filter { theirs.contains($0) && $0 != "fid" }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    guard let place = names.firstIndex(of: "batch") else {
      throw BookError.damaged("\(table) has no column batch")
    }
    self.place = place
    geometry = names.firstIndex(of: "geom")
    select = try other.makeStatement(sql: "SELECT \(list) FROM \"\(table)\" WHERE fid = ?")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    insertion = try db.makeStatement(sql: "INSERT INTO \"\(table)\" (\(list)) VALUES (\(marks))")
  }

  /// - Returns: the number of the new row, and its geometry.
  func copy(_ row: Int64, batch: Int64) throws -> (row: Int64, geometry: Data?) {
    guard let found = try Row.fetchOne(select, arguments: [row]) else {
      throw BookError.damaged("\(table), row \(row), is gone")
    }
    var values = Array(found.databaseValues)
    values[place] = batch.databaseValue
    try insertion.execute(arguments: StatementArguments(values))
    return (db.lastInsertedRowID, geometry.flatMap { Data.fromDatabaseValue(values[$0]) })
  }
}
