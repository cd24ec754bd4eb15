internal import GRDB

/// The batches of a salvaged book: those that are lost, and those of which rows are.
struct SalvagedBatches {
  let db: Database
  let log: LoggedRows

  /// Makes a batch of every number that rows name and that is lost, so that the rows can be kept.
  ///
  /// It has the moment that its rows give as that of their recording, or the next one free.
  func makeRoom(for records: [RawRecord], _ shape: TableShape) throws {
    guard let place = shape.columns.firstIndex(where: { $0.name == "batch" }) else { return }
    let given = shape.columns.firstIndex { $0.name == "is_recorded_at_given" }
    let recorded = shape.columns.firstIndex { $0.name == "recorded_at" }
    var wanted: [Int64: String?] = [:]
    for record in records where record.values.count > place {
      guard let batch = Int64.fromDatabaseValue(record.values[place]), batch > 0 else { continue }
      if let given, let recorded, record.values.count > given,
        Int64.fromDatabaseValue(record.values[given]) == 0
      {
        wanted[batch] = .some(String.fromDatabaseValue(record.values[recorded]))
      } else if wanted[batch] == nil {
        wanted[batch] = .some(nil)
      }
    }
    let there = try Int64.fetchSet(db, sql: "SELECT fid FROM import_batch")
    for (batch, moment) in wanted.sorted(by: { $0.key < $1.key }) where !there.contains(batch) {
      try make(batch, moment: moment)
    }
  }

  private func make(_ batch: Int64, moment: String?) throws {
    let before = try String.fetchOne(
      db, sql: "SELECT at FROM import_batch WHERE fid < ? ORDER BY fid DESC LIMIT 1",
      arguments: [batch])
    var at =
      moment.flatMap { Timestamp($0) } ?? before.flatMap { Timestamp($0) }
      ?? Timestamp(milliseconds: 0)
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM import_batch WHERE at = ?)",
      arguments: [at.description]) == true
    {
      at.milliseconds += 1
    }
    let reversed = log.reversals[batch]
    try db.execute(
      sql: """
        INSERT INTO import_batch (fid, at, verb, record_type, committed, reverses, reason)
        VALUES (?, ?, ?, 'unknown', 1, ?, 'what the book said of this batch is lost')
        """,
      arguments: [batch, at.description, reversed == nil ? "salvage" : "undo", reversed])
  }

  /// Tells which batches have less than came, and what a lost batch may mean.
  func judge(_ salvage: inout Salvage) throws {
    // A batch of which nothing is left may have taken another one back.
    for loss in salvage.losses where loss.table == "import_batch" {
      for batch in loss.firstRow...(loss.lastRow ?? loss.firstRow) {
        let isThere = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM import_batch WHERE fid = ?)", arguments: [batch])
        guard isThere != true else { continue }
        if log.reversals[batch] != nil {
          try make(batch, moment: nil)
        } else if log.head == nil {
          salvage.notes.append(
            "Batch \(batch) is lost with all it said: if it took another one back, that one counts again."
          )
        }
      }
    }
    let found = SalvagedTable.names.filter { name in
      ["hazard_version", "release_version"].contains(name) || UndoChange.keys[name] != nil
    }.map {
      // One row of a file can bring two records, such as a release and a check of it.
      "SELECT batch, ifnull(source_row, '\($0)' || fid) AS place FROM \"\($0)\""
    }.joined(separator: " UNION ALL ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT b.fid, b.verb = 'salvage', b.rows_stored, count(DISTINCT r.place)
        FROM import_batch AS b
          LEFT JOIN (\(found)) AS r ON r.batch = b.fid GROUP BY b.fid
        HAVING b.verb = 'salvage' OR count(DISTINCT r.place) < b.rows_stored ORDER BY b.fid
        """)
    salvage.incomplete = rows.map { row in
      let isUnknown: Bool = row[1]
      return Salvage.IncompleteBatch(
        batch: row[0], stored: isUnknown ? nil : row[2], found: row[3])
    }
  }
}
