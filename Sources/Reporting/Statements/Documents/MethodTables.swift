public import LandRelease

/// One batch that a book is made of.
public struct SourceLine: Hashable, Sendable {
  /// Its number.
  public var batch: Int
  /// The day it was recorded, UTC.
  public var day: CalendarDate?
  /// import, amend or undo.
  public var verb: String
  /// What its rows are, such as hazards.
  public var recordType: String
  /// The file; nil where there was none.
  public var file: String?
  /// SHA-256 of the file; nil where there was none.
  public var hash: String?
  /// Rows written.
  public var stored: Int
  /// Rows that were refused.
  public var refused: Int
  /// The batch that takes this one back; nil where it counts.
  public var undoneBy: Int?

  /// Makes a line of its parts.
  public init(
    batch: Int, day: CalendarDate?, verb: String, recordType: String, file: String?,
    hash: String?, stored: Int, refused: Int, undoneBy: Int?
  ) {
    self.batch = batch
    self.day = day
    self.verb = verb
    self.recordType = recordType
    self.file = file
    self.hash = hash
    self.stored = stored
    self.refused = refused
    self.undoneBy = undoneBy
  }
}

/// How figures were made and where they come from.
enum MethodTables {
  /// How many batches are listed: the last ones.
  private static let shown = 60

  static func tables(_ stamps: [Stamp], _ batches: [SourceLine], _ basis: StatementBasis) -> [Table]
  {
    [method(stamps, basis), sources(batches)]
  }

  private static func method(_ stamps: [Stamp], _ basis: StatementBasis) -> Table {
    let counts = [
      (
        "Releases",
        basis.isReviewAssumed
          ? "accepted ones; taken as accepted where a file has neither a review nor an approval column"
          : "accepted ones"
      ),
      ("Released land", "counted once, where a release first took it out of open land"),
      ("Progress reports", "superseded by an accepted completion of the same task"),
      ("Devices", "once each, however many reports repeat them"),
    ]
    return Table(
      id: "method", title: "How the figures were made",
      columns: [.words("what", "What"), .words("how", "How")],
      rows: stamps.map { Row(.body, [.text($0.label), .text($0.value)]) }
        + counts.map { Row(.body, [.text($0.0), .text($0.1)]) })
  }

  private static func sources(_ batches: [SourceLine]) -> Table {
    let last = batches.suffix(shown)
    var table = Table(
      id: "sources", title: "Files and batches",
      columns: [
        Column("batch", "Batch", .count), Column("recorded", "Recorded", .date, reveals: .day),
        .words("verb", "Verb"), .words("record_type", "What"),
        Column("file", "File", .text, reveals: .source),
        Column("sha256", "SHA-256 of the file", .text, reveals: .source),
        Column("stored", "Stored", .count), Column("refused", "Refused", .count),
        Column("undone_by", "Undone by", .count),
      ],
      rows: last.map { line in
        Row(
          .body,
          [
            .count(line.batch), line.day.map { .date($0) } ?? .empty, .text(line.verb),
            .text(line.recordType), line.file.map { .text($0) } ?? .empty,
            line.hash.map { .text($0) } ?? .empty, .count(line.stored), .count(line.refused),
            line.undoneBy.map { .count($0) } ?? .empty,
          ])
      })
    if last.count < batches.count {
      table.notes = ["\(batches.count - last.count) earlier batches are in landbook log."]
    }
    return table
  }
}
