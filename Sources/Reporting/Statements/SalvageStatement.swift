/// What was saved of one table of a damaged book.
public struct SalvagedLine: Hashable, Sendable {
  /// The table's name.
  public var table: String
  /// Rows in the new book.
  public var saved: Int
  /// Rows on the list.
  public var lost: Int
  /// Whether there may have been more rows than anything tells.
  public var isOpenEnded: Bool

  /// Makes a line of its parts.
  public init(table: String, saved: Int, lost: Int, isOpenEnded: Bool) {
    self.table = table
    self.saved = saved
    self.lost = lost
    self.isOpenEnded = isOpenEnded
  }
}

/// A batch of which the new book has less than came.
public struct IncompleteLine: Hashable, Sendable {
  /// Its number.
  public var batch: Int
  /// Rows that came; nil where that is lost.
  public var stored: Int?
  /// Rows in the new book.
  public var found: Int

  /// Makes a line of its parts.
  public init(batch: Int, stored: Int?, found: Int) {
    self.batch = batch
    self.stored = stored
    self.found = found
  }
}

/// A row of a damaged book that is not in the new one.
public struct LostLine: Hashable, Sendable {
  /// The table's name.
  public var table: String
  /// The row, or the first of several.
  public var firstRow: Int
  /// The last of them; nil where nobody knows.
  public var lastRow: Int?
  /// The record, where it is known.
  public var record: String?
  /// What brought it, where that is known.
  public var batch: String?
  /// Why it is lost.
  public var reason: String

  /// Makes a line of its parts.
  public init(
    table: String, firstRow: Int, lastRow: Int?, record: String?, batch: String?, reason: String
  ) {
    self.table = table
    self.firstRow = firstRow
    self.lastRow = lastRow
    self.record = record
    self.batch = batch
    self.reason = reason
  }
}

/// What became of a damaged book.
public enum SalvageStatement {
  /// The tables, and the batches that are not whole.
  public static func report(
    _ lines: [SalvagedLine], incomplete: [IncompleteLine], notes: [String], file: String
  ) -> Report {
    var tables = [
      Table(
        id: "tables", title: "Tables",
        columns: [
          Column("table", "Table", .text), Column("saved", "Saved", .count),
          Column("lost", "Lost", .count), Column("more", "More may be lost", .text),
        ],
        rows: lines.map { line in
          Row(
            .body,
            [
              .text(line.table), .count(line.saved), .count(line.lost),
              line.isOpenEnded ? .text("yes") : .empty,
            ])
        })
    ]
    if !incomplete.isEmpty {
      tables.append(
        Table(
          id: "batches", title: "Batches that are not whole",
          columns: [
            Column("batch", "Batch", .count), Column("stored", "Stored", .count),
            Column("found", "Found", .count),
          ],
          rows: incomplete.map { line in
            Row(
              .body,
              [.count(line.batch), line.stored.map { .count($0) } ?? .empty, .count(line.found)])
          }))
    }
    return Report(title: "Salvage of \(file)", stamps: [], warnings: notes, tables: tables)
  }

  /// The list of what is lost, for machines and for whoever looks it up in the files it came from.
  public static func losses(_ lines: [LostLine]) -> Report {
    func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    return Report(
      title: "Lost rows", stamps: [],
      tables: [
        Table(
          id: "lost", title: "Lost rows",
          columns: [
            Column("table", "Table", .text), Column("first_row", "First row", .count),
            Column("last_row", "Last row", .count),
            Column("record", "Record", .text, reveals: .record),
            Column("batch", "Batch", .text), Column("reason", "Reason", .text),
          ],
          rows: lines.map { line in
            Row(
              .body,
              [
                .text(line.table), .count(line.firstRow),
                line.lastRow.map { .count($0) } ?? .empty, text(line.record), text(line.batch),
                .text(line.reason),
              ])
          })
      ])
  }
}
