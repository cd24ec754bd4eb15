internal import Foundation
internal import GRDB

/// The filling of a new book from a damaged one.
struct SalvageWork {
  let source: SalvageSource
  let shapes: [TableShape]
  let log: LoggedRows
  let names: LostNames
  let moment: Timestamp

  func run(_ book: LandBook, file: String) throws -> Salvage {
    try book.inWriteTransaction { db in
      var salvage = Salvage()
      for name in SalvagedTable.names {
        guard let shape = shapes.first(where: { $0.name == name }) else { continue }
        try take(shape, db, &salvage)
      }
      try SalvagedBatches(db: db, log: log).judge(&salvage)
      try derive(db)
      var draft = LogDraft(at: moment, verb: "salvage", subject: file)
      draft.about["rows"] = "\(salvage.savedRows)"
      draft.about["lost"] = "\(salvage.losses.count)"
      draft.about["head"] = log.head
      return (salvage, .kept(draft))
    }
  }

  private func take(_ shape: TableShape, _ db: Database, _ salvage: inout Salvage) throws {
    let tree = source.tree(of: shape, among: shapes)
    var table = SalvagedTable(shape, db)
    let records = tree.records.values.sorted { $0.row < $1.row }
    if shape.name != "import_batch" {
      try SalvagedBatches(db: db, log: log).makeRoom(for: records, shape)
    }
    try table.insert(records, log)
    let losses = LostRows(table, tree, log, names, records).all()
    salvage.losses += losses
    let counted = losses.filter { $0.lastRow != nil }
    salvage.tables.append(
      Salvage.Table(
        name: shape.name, saved: table.saved.count,
        lost: counted.reduce(0) { $0 + Int(($1.lastRow ?? 0) - $1.firstRow + 1) },
        isOpenEnded: counted.count < losses.count))
  }

  /// Works out what follows from the rows: which of them are current, what a map shows, and where
  /// they lie.
  private func derive(_ db: Database) throws {
    let inForce = try BatchesInForce(db)
    for (table, key) in UndoChange.keys.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "UPDATE \(table) SET is_current = \(UndoChange.current(table, key, inForce))")
    }
    try db.execute(
      sql: """
        UPDATE book SET default_boundary_set =
          (SELECT boundary_set FROM district WHERE \(inForce.condition()) ORDER BY fid LIMIT 1)
        """)
    let writer = try BatchWriter(db, batch: 0, at: moment)
    let batches = try Int64.fetchSet(db, sql: "SELECT fid FROM import_batch")
    try CurrentLayers(ofBatches: batches, db).rewrite(writer)
    for layer in [
      "district", "hazard_version", "release_version", "device", "victim", "accident",
      "minefield_record", "zone", "finding",
    ] {
      let index = try writer.index(of: layer)
      for row in try Int64.fetchAll(db, sql: "SELECT fid FROM \(layer)") {
        try index.noteChange(of: row)
      }
    }
    try writer.finishIndexes()
  }
}

/// The rows of a table that are not in the new book.
struct LostRows {
  private let table: SalvagedTable
  private let tree: RawTree
  private let log: LoggedRows
  private let names: LostNames
  /// The batch of each row that could be read, ascending by row.
  private let batches: [(row: Int64, batch: Int64)]

  init(
    _ table: SalvagedTable, _ tree: RawTree, _ log: LoggedRows, _ names: LostNames,
    _ records: [RawRecord]
  ) {
    self.table = table
    self.tree = tree
    self.log = log
    self.names = names
    let place = table.shape.columns.firstIndex { $0.name == "batch" }
    batches = records.compactMap { record in
      guard let place, record.values.count > place, table.saved.contains(record.row),
        let batch = Int64.fromDatabaseValue(record.values[place])
      else { return nil }
      return (record.row, batch)
    }
  }

  private static let unreadable = "the page it lay on can't be read"

  func all() -> [Salvage.Loss] {
    let name = table.shape.name
    let isLoose = SalvagedTable.loose.contains(name)
    let known = [log.lastRow(of: name), names.lastRow(of: name), tree.records.keys.max()]
    let last = known.compactMap { $0 }.max() ?? 0
    var lost: [Int64: String] = table.refused
    for gap in tree.gaps where gap.lowerBound <= last {
      for row in gap.lowerBound...min(gap.upperBound, last) { lost[row] = Self.unreadable }
    }
    if !isLoose, last > 0 {
      for row in 1...last { lost[row] = lost[row] ?? "it is not where it should be" }
    }
    var losses = lost.filter { !table.saved.contains($0.key) }.sorted { $0.key < $1.key }.map {
      row, reason in loss(row, reason)
    }
    let isLastKnown = log.lastRow(of: name) != nil
    if !isLastKnown, tree.gaps.contains(where: { $0.upperBound == .max }) {
      losses.append(
        Salvage.Loss(
          table: name, firstRow: last + 1, lastRow: nil, record: nil, batch: nil,
          reason: "the end of the table can't be read: there may have been more rows"))
    }
    return losses
  }

  private func loss(_ row: Int64, _ reason: String) -> Salvage.Loss {
    Salvage.Loss(
      table: table.shape.name, firstRow: row, lastRow: row,
      record: names.name(table.shape.name, row), batch: batch(of: row), reason: reason)
  }

  /// By the log, or between which batches its neighbours came.
  private func batch(of row: Int64) -> String? {
    if let origin = log.origin(table.shape.name, row) { return origin }
    let after = batches.first { $0.row > row }?.batch
    let before = batches.last { $0.row < row }?.batch
    guard let before, let after, before <= after else { return nil }
    return before == after ? "batch \(before)" : "batch \(before) to \(after)"
  }
}
