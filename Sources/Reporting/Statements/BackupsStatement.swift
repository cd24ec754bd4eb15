/// A file that was made to be a backup of a book.
public struct BackupLine: Hashable, Sendable {
  /// Its name without the folder.
  public var file: String
  /// ISO 8601 in UTC, by its name.
  public var madeAt: String?
  /// In bytes.
  public var size: Int
  /// The number of the last batch it holds.
  public var lastBatch: Int?
  /// When that was recorded, ISO 8601 in UTC.
  public var lastBatchAt: String?
  /// `sound`, `damaged`, `unfinished`, `another book` or `no book`.
  public var state: String
  /// What is wrong with it; nil where nothing is.
  public var fault: String?

  /// Makes a line of its parts.
  public init(
    file: String, madeAt: String?, size: Int, lastBatch: Int?, lastBatchAt: String?, state: String,
    fault: String?
  ) {
    self.file = file
    self.madeAt = madeAt
    self.size = size
    self.lastBatch = lastBatch
    self.lastBatchAt = lastBatchAt
    self.state = state
    self.fault = fault
  }
}

/// The backups of a book, each read to its end.
public enum BackupsStatement {
  /// Makes the list in the order given.
  public static func report(_ lines: [BackupLine], bookName: String) -> Report {
    Report(
      title: "Backups of \(bookName)", stamps: [],
      notes: ["Put one back with landbook restore FILE. Only sound ones count as kept."],
      tables: [
        Table(
          id: "backups", title: "Backups",
          columns: [
            Column("file", "File", .text, reveals: .source),
            Column("made_at", "Made", .text, reveals: .day), Column("bytes", "Bytes", .count),
            Column("last_batch", "Last batch", .count),
            Column("last_batch_at", "Recorded", .text, reveals: .day), .words("state", "State"),
            Column("fault", "Fault", .text),
          ], rows: lines.map(row))
      ])
  }

  private static func row(_ line: BackupLine) -> Row {
    func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    return Row(
      .body,
      [
        .text(line.file), text(line.madeAt), .count(line.size),
        line.lastBatch.map { .count($0) } ?? .empty, text(line.lastBatchAt), .text(line.state),
        text(line.fault),
      ])
  }
}
