/// A rule of the rulebook: a permanent code, its sentence, and what follows if nobody looks.
public struct Rule: Hashable, Sendable {
  /// The permanent code, such as `LR08`; a retired code is never used again.
  public var code: String
  /// What the rule says, in one sentence for the list of rules.
  public var sentence: String
  /// What follows if nobody looks at a finding of it.
  public var severity: Finding.Severity
  /// What to do about a finding of it; empty where each finding says it by itself.
  public var remedy: String
  /// The check of another program or the pattern of bad data that it comes from; empty for none.
  public var source: String

  /// Makes a rule in the order a table reads: code, severity, sentence, remedy, source.
  public init(
    _ code: String, _ severity: Finding.Severity, _ sentence: String, remedy: String = "",
    source: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.sentence = sentence
    self.remedy = remedy
    self.source = source
  }
}

/// The rules that records and the ledger are held against; codes never change meaning.
public enum LandRules {
  /// The codes of what posting finds.
  public static let ofPosting: Set<String> = [
    "LR01", "LR02", "LR03", "LR04", "LR05", "LR06", "LR08", "LR09", "LR15", "LR50", "LR52", "LR54",
    "LR55",
  ]

  /// Every rule of land and ledger in the order of codes; those of reading and claims have lists of
  /// their own.
  public static let all: [Rule] = [
    Rule("LR01", .warning, "A hazard without a date stands before everything."),
    Rule(
      "LR02", .error, "Contents of one event recorded at the same time are none of them posted."),
    Rule(
      "LR03", .error,
      "A version that shares no ground with the one before, or has another source, waits."),
    Rule("LR04", .error, "A release without a date is kept and not posted."),
    Rule("LR05", .warning, "A link names a record that the book does not hold."),
    Rule("LR06", .warning, "A link names an id that several organisations have."),
    Rule("LR08", .error, "A hazard on released land that names nothing it reopens is contested."),
    Rule("LR09", .warning, "Land cleared after survey had cancelled it is a survey failure."),
    Rule("LR10", .error, "An invalid polygon counts with the ground its rings enclose."),
    Rule("LR11", .error, "A reported area off by a power of ten looks like a wrong unit."),
    Rule("LR12", .warning, "Ground of two districts is booked to the lower code."),
    Rule("LR14", .error, "A polygon of less than a square centimetre holds no ground."),
    Rule("LR15", .warning, "Ground that meets no district is booked to none."),
    Rule("LR13", .warning, "Ground in a gap between districts is in none."),
  ]
}
