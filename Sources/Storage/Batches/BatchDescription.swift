/// Where a batch of records comes from and who brings it.
public struct BatchDescription: Hashable, Sendable {
  /// When it is recorded; moved on by the book where an earlier batch is as late.
  public var at: Timestamp
  /// The person, where it is known.
  public var actor: String?
  /// What was done: `import`, `amend`, `undo`.
  public var verb: String
  /// The plural that the command line uses: `hazards`, `releases`, `districts`.
  public var recordType: String
  /// Only the last part of the path is kept.
  public var file: String?
  /// SHA-256 of the file, hexadecimal.
  public var fileHash: String?
  /// The layer or sheet of the file.
  public var layer: String?
  /// The coordinate reference of the file, as `EPSG:32638`.
  public var crs: String?
  /// How coordinates were brought to WGS 84, with its accuracy.
  public var operation: String?
  /// How columns were mapped, as the command line writes it.
  public var mapping: String?
  /// What was taken for granted because the file does not say it (`review`), then what was
  /// corrected, parted by semicolons.
  public var assumptions: String?
  /// For an undo: the batch that it takes back.
  public var reverses: Int64?
  /// Why somebody amended a record or took a batch back.
  public var reason: String?

  /// Makes a description of the parts that every batch has.
  public init(at: Timestamp, verb: String = "import", recordType: String) {
    self.at = at
    self.verb = verb
    self.recordType = recordType
  }
}

/// What a batch did to the book, or would have done in a dry run.
public struct BatchSummary: Hashable, Sendable {
  /// None where the book did not change: nothing new came, or it was a dry run.
  public var batch: Int64?
  /// The moment of the batch, which its records without one of their own take.
  public var at: String
  /// Records written.
  public var stored = 0
  /// Of those stored: later versions and corrections of records that the book had.
  public var versions = 0
  /// Of those stored: other content for an event that the book had.
  public var corrections = 0
  /// Records that the book had already.
  public var unchanged = 0
  /// Rows kept as refused.
  public var refused = 0
  /// Findings kept.
  public var findings = 0

  /// Records and rows that came.
  public var rowsIn: Int { stored + unchanged + refused }
}

/// A row that the book did not take, with all it said.
public struct RefusedRow: Hashable, Sendable {
  /// The row of the file.
  public var row: Int?
  /// The column that is wrong, where it is one.
  public var field: String?
  /// Why the row was not taken.
  public var reason: String
  /// What to do about it.
  public var remedy: String
  /// The whole row as text, so that nothing is lost.
  public var original: String

  /// Makes a refused row of its parts.
  public init(row: Int?, field: String? = nil, reason: String, remedy: String, original: String) {
    self.row = row
    self.field = field
    self.reason = reason
    self.remedy = remedy
    self.original = original
  }
}

/// A batch as the log keeps it.
public struct LoggedBatch: Hashable, Sendable {
  /// The number of the batch.
  public var id: Int64
  /// Where it came from.
  public var description: BatchDescription
  /// Records written.
  public var stored: Int
  /// Records that the book had already.
  public var unchanged: Int
  /// Rows kept as refused.
  public var refused: Int
  /// The batch that takes this one back; nil where it counts.
  public var undoneBy: Int64?
  /// The book that it came from with a merge, or that a merge joined.
  public var origin: Origin?

  /// Another book.
  public struct Origin: Hashable, Sendable {
    /// What its maker called it.
    public var book: String
    /// What its log ended with.
    public var head: String
    /// The merge that brought the batch; nil for a merge itself.
    public var merge: Int64?
  }
}
