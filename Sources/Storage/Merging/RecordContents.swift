internal import GRDB

/// One stored content of a record, as far as joining books has to know it.
struct RecordContent {
  var row: Int64
  var hash: String
  /// When it was recorded: its own moment, or that of its batch.
  var at: String
  /// Whether that moment is its own.
  var isGiven: Bool
  var batch: Int64
  /// What the batch is known by.
  var origin: String
  /// What tells the events of the record apart: the date of a hazard.
  var event: String
  /// Whether it counts in the book that it stands in.
  var counts: Bool
  /// Whether it counts once the books are joined.
  var stays: Bool
  /// Whether it stays only since a later batch brought it again.
  var isRevived = false

  /// Whether another book's content is this one.
  func isSame(_ other: RecordContent, choice: MergeTable.Choice) -> Bool {
    hash == other.hash && (choice == .each || at == other.at)
  }
}

/// All contents of one record in one book.
struct RecordContents {
  var key: String
  var rows: [RecordContent]
}

/// Reads the records of a table one after the other, in the byte order of their keys.
final class RecordCursor {
  private let rows: RawStatement
  private let history: BatchHistory
  private let undone: Set<String>
  private var next: (key: String, row: RecordContent)?
  private var isAtEnd = false

  init(_ db: Database, _ table: MergeTable, _ history: BatchHistory, undone: Set<String>) throws {
    rows = try RawStatement(db, table.select)
    self.history = history
    self.undone = undone
  }

  /// The next record; nil after the last one.
  func record() throws -> RecordContents? {
    if next == nil { try advance() }
    guard let first = next else { return nil }
    var contents = RecordContents(key: first.key, rows: [first.row])
    next = nil
    while true {
      try advance()
      guard let found = next, found.key == first.key else { return contents }
      contents.rows.append(found.row)
      next = nil
    }
  }

  private func advance() throws {
    while !isAtEnd {
      guard try rows.next() else {
        isAtEnd = true
        return
      }
      let batch = rows.integer(3)
      guard !history.gone.contains(batch), let known = history[batch] else { continue }
      let row = RecordContent(
        row: rows.integer(1), hash: rows.text(2) ?? "", at: rows.text(5) ?? known.at,
        isGiven: rows.integer(6) != 0, batch: batch, origin: known.origin,
        event: rows.text(4) ?? "",
        counts: history.inForce.holds(batch), stays: !undone.contains(known.origin))
      next = (rows.text(0) ?? "", row)
      return
    }
  }
}

/// Reads two books side by side, record by record.
struct RecordPairs {
  private let ours: RecordCursor
  private let theirs: RecordCursor

  init(_ ours: RecordCursor, _ theirs: RecordCursor) {
    self.ours = ours
    self.theirs = theirs
  }

  func forEach(
    _ body: (_ key: String, _ ours: [RecordContent], _ theirs: [RecordContent]) throws -> Void
  ) throws {
    var (left, right) = (try ours.record(), try theirs.record())
    while left != nil || right != nil {
      switch (left, right) {
      case (.some(let mine), .some(let other)) where mine.key == other.key:
        try body(mine.key, mine.rows, other.rows)
        (left, right) = (try ours.record(), try theirs.record())
      case (.some(let mine), let other)
      where other.map { mine.key.utf8.lexicographicallyPrecedes($0.key.utf8) } ?? true:
        try body(mine.key, mine.rows, [])
        left = try ours.record()
      case (_, .some(let other)):
        try body(other.key, [], other.rows)
        right = try theirs.record()
      default: return
      }
    }
  }
}
