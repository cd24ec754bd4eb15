/// One batch of the log.
public struct LogLine: Hashable, Sendable {
  /// Its number, by which `landbook undo` takes it back.
  public var batch: Int
  /// When it was recorded, ISO 8601 in UTC.
  public var at: String
  /// Who brought it; nil where nobody was named.
  public var actor: String?
  /// What was done: import, amend, undo.
  public var verb: String
  /// What its rows are, such as hazards.
  public var recordType: String
  /// The file, the record amended or the batch undone.
  public var source: String?
  /// How columns were mapped, as it was typed.
  public var mapping: String?
  /// Why, where somebody said so.
  public var reason: String?
  /// Rows written.
  public var stored: Int
  /// Rows that the book had already.
  public var unchanged: Int
  /// Rows that were refused.
  public var refused: Int
  /// The batch that takes this one back; nil where it counts.
  public var undoneBy: Int?
  /// The book that it came from with a merge, with the head of its log.
  public var origin: String?

  /// Makes a line of its parts.
  public init(
    batch: Int, at: String, actor: String?, verb: String, recordType: String, source: String?,
    mapping: String?, reason: String?, stored: Int, unchanged: Int, refused: Int, undoneBy: Int?
  ) {
    self.batch = batch
    self.at = at
    self.actor = actor
    self.verb = verb
    self.recordType = recordType
    self.source = source
    self.mapping = mapping
    self.reason = reason
    self.stored = stored
    self.unchanged = unchanged
    self.refused = refused
    self.undoneBy = undoneBy
  }

  var rowsIn: Int { stored + unchanged + refused }
}

/// One entry of the log's chain.
public struct LogEntryLine: Hashable, Sendable {
  /// Its number.
  public var entry: Int
  /// When it was made, ISO 8601 in UTC.
  public var at: String
  /// Who did it; nil where nobody was named.
  public var actor: String?
  /// What was done: import, post, close, ...
  public var verb: String
  /// What it was done to.
  public var subject: String
  /// The hash, by which it is known again.
  public var hash: String

  /// Makes a line of its parts.
  public init(
    entry: Int, at: String, actor: String?, verb: String, subject: String, hash: String
  ) {
    self.entry = entry
    self.at = at
    self.actor = actor
    self.verb = verb
    self.subject = subject
    self.hash = hash
  }
}

/// The log of a book: what came when, from whom, and what was taken back.
public enum LogStatement {
  /// Makes the log of batches in the order given.
  ///
  /// - Parameters:
  ///   - head: what the log ends with.
  ///   - entries: every entry of the chain; nil leaves that table out.
  public static func report(
    _ lines: [LogLine], bookName: String, isSynthetic: Bool, head: String? = nil,
    entries: [LogEntryLine]? = nil
  ) -> Report {
    let hasMerged = lines.contains { $0.origin != nil }
    return Report(
      title: "Log of \(bookName)",
      stamps: isSynthetic
        ? [Stamp(key: "synthetic", label: "Book", value: "SYNTHETIC")] + stamps(head)
        : stamps(head),
      notes: [
        "Rows in = stored + unchanged + refused. A batch that brings nothing new leaves no line.",
        "landbook undo BATCH takes a batch back; undoing an undo brings it back.",
      ],
      tables: [
        Table(
          id: "log", title: "Batches",
          columns: [
            Column("batch", "Batch", .count), Column("at", "Recorded", .text, reveals: .day),
            Column("actor", "By", .text, reveals: .source), .words("verb", "Verb"),
            .words("record_type", "What"),
            Column("source", "Source", .text, reveals: .source),
            Column("rows_in", "Rows in", .count), Column("stored", "Stored", .count),
            Column("unchanged", "Unchanged", .count), Column("refused", "Refused", .count),
            Column("undone_by", "Undone by", .count),
            Column("reason", "Reason", .text, reveals: .source),
            Column("mapping", "Mapping", .text, reveals: .source),
          ] + (hasMerged ? [Column("origin", "Merged from", .text, reveals: .source)] : []),
          rows: lines.map { row($0, hasMerged: hasMerged) })
      ] + (entries.map { [chain($0, id: "chain", title: "Entries of the log")] } ?? []))
  }

  private static func stamps(_ head: String?) -> [Stamp] { head.map { [.logHead($0)] } ?? [] }

  static func chain(_ lines: [LogEntryLine], id: String, title: String) -> Table {
    Table(
      id: id, title: title,
      columns: [
        Column("entry", "Entry", .count), Column("at", "Recorded", .text, reveals: .day),
        Column("actor", "By", .text, reveals: .source), Column("verb", "Verb", .text),
        Column("subject", "Subject", .text), Column("hash", "Hash", .text),
      ],
      rows: lines.map { line in
        Row(
          .body,
          [
            .count(line.entry), .text(line.at), line.actor.map { .text($0) } ?? .empty,
            .text(line.verb), .text(line.subject), .text(line.hash),
          ])
      })
  }

  private static func row(_ line: LogLine, hasMerged: Bool) -> Row {
    func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    return Row(
      .body,
      [
        .count(line.batch), .text(line.at), text(line.actor), .text(line.verb),
        .text(line.recordType), text(line.source), .count(line.rowsIn), .count(line.stored),
        .count(line.unchanged), .count(line.refused),
        line.undoneBy.map { .count($0) } ?? .empty, text(line.reason), text(line.mapping),
      ] + (hasMerged ? [text(line.origin)] : []))
  }
}
