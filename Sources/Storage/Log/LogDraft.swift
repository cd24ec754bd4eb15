/// What a write says of itself in the log; the door adds what it left behind.
struct LogDraft {
  /// When it was done.
  var at: Timestamp
  /// The person, where it is known.
  var actor: String? = WorkingPerson.name
  /// What was done: `import`, `undo`, `post`, `close`, ...
  var verb: String
  /// What it was done to, in words: `batch 4`.
  var subject: String
  /// What a reader of the log may want to know beside that.
  var about: [String: String] = [:]
  /// Tables that were written whole: what stood there before does not matter, and SQLite does not
  /// tell row by row that it went.
  var rewritten: Set<String> = []
  /// Findings that another program changed, taken in as they stand.
  var adoptedFindings: Set<Int64> = []
}

/// What becomes of a write transaction.
enum WriteOutcome {
  /// Kept, with its entry in the log.
  case kept(LogDraft)
  /// Undone: the book stays as it was.
  case leftAsItWas
}
