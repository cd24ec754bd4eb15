internal import GRDB

/// What joining another book to this one comes to, before a byte of it is written.
struct MergePlan {
  /// A conflict with what it was judged by.
  struct Contested {
    var table: MergeTable
    var key: String
    var comparison: RecordComparison
    var conflict: MergeConflict
  }

  /// How records stand, by table.
  private(set) var counts: [String: [RecordStanding: Int]] = [:]
  private(set) var contested: [Contested] = []
  /// Rows of the other book to be copied, by table, with their batches there.
  private(set) var rows: [String: [(row: Int64, batch: Int64)]] = [:]
  /// Rows that batches to be copied brought and this book has, by table.
  private(set) var met: [String: [(batch: Int64, row: Int64)]] = [:]
  /// Rows of this book that count anew, since a batch that the other does not know brought what it
  /// took back once more.
  private(set) var revived: [String: [Int64]] = [:]
  /// Batches of the other book that this one does not know, in their order.
  private(set) var batches: [BatchHistory.Batch] = []
  /// Batches that this book knows and has less of.
  private(set) var parts: [BatchHistory.Batch] = []

  let ours: BatchHistory
  let theirs: BatchHistory
  private let undone: Set<String>
  private let broughtHere: RowsBroughtAgain
  private let broughtThere: RowsBroughtAgain

  /// - Parameter scope: the records that are wanted, by table; nil is all.
  init(_ db: Database, _ other: Database, scope: MergeScope? = nil) throws {
    ours = try BatchHistory(db)
    theirs = try BatchHistory(other)
    undone = BatchHistory.undone(ours, theirs)
    broughtHere = try RowsBroughtAgain(db, ours, unknownTo: theirs)
    broughtThere = try RowsBroughtAgain(other, theirs, unknownTo: ours)
    for table in MergeTable.all {
      let pairs = RecordPairs(
        try RecordCursor(db, table, ours, undone: undone),
        try RecordCursor(other, table, theirs, undone: undone))
      try pairs.forEach { key, mine, their in
        if let scope, !scope.holds(table, key, their) { return }
        // A part leaves out what was taken back, and with it the batches that did.
        try take(
          table, key, broughtHere.reviving(mine, in: table.name),
          broughtThere.reviving(scope == nil ? their : their.filter(\.stays), in: table.name), db,
          other)
      }
    }
    chooseBatches(isWhole: scope == nil)
  }

  /// Whether this book has everything already.
  var isNothing: Bool { batches.isEmpty && parts.isEmpty && revived.isEmpty }

  private mutating func take(
    _ table: MergeTable, _ key: String, _ mine: [RecordContent], _ their: [RecordContent],
    _ db: Database, _ other: Database
  ) throws {
    let comparison = RecordComparison(table.choice, ours: mine, theirs: their)
    let standing = comparison.standing
    counts[table.name, default: [:]][standing, default: 0] += 1
    for row in their { take(row, table, mine) }
    for row in mine where row.isRevived { revived[table.name, default: []].append(row.row) }
    guard standing == .conflict else { return }
    let words = ConflictWords(db: db, other: other, ours: ours, theirs: theirs)
    contested.append(
      Contested(
        table: table, key: key, comparison: comparison,
        conflict: try words.conflict(table, key, comparison)))
  }

  private mutating func take(_ row: RecordContent, _ table: MergeTable, _ mine: [RecordContent]) {
    let same = mine.filter { $0.isSame(row, choice: table.choice) }
    if let later = broughtThere.batch(of: row.row, in: table.name) {
      if let known = same.first(where: \.stays) {
        met[table.name, default: []].append((later, known.row))
      } else if row.isRevived {
        rows[table.name, default: []].append((row.row, later))
      }
      if row.isRevived { return }
    }
    if ours.numbers[row.origin] != nil {
      let isThere = same.contains { $0.origin == row.origin || $0.stays }
      if !isThere, row.stays { rows[table.name, default: []].append((row.row, row.batch)) }
    } else if let known = same.first(where: { $0.stays || !row.stays }) {
      met[table.name, default: []].append((row.batch, known.row))
    } else {
      rows[table.name, default: []].append((row.row, row.batch))
    }
  }

  /// - Parameter isWhole: whether batches come that nothing is taken of, so that the log is whole.
  private mutating func chooseBatches(isWhole: Bool) {
    let used = Set(rows.values.joined().map(\.batch))
    for table in rows.keys { rows[table]?.sort { $0.row < $1.row } }
    var coming = Set(ours.numbers.keys)
    for batch in theirs.batches where !theirs.gone.contains(batch.id) {
      if ours.numbers[batch.origin] != nil {
        if used.contains(batch.id) { parts.append(batch) }
        continue
      }
      // A merge itself is of its own book; what it brought comes under its own name.
      if batch.verb == "merge" || batch.verb == "extract", !used.contains(batch.id) { continue }
      if !isWhole, !used.contains(batch.id) { continue }
      if let target = batch.reverses {
        guard let reversed = theirs[target], coming.contains(reversed.origin) else { continue }
      }
      batches.append(batch)
      coming.insert(batch.origin)
    }
  }
}
