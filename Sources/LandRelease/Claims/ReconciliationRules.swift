/// The rules that hold claims against each other, each with its permanent code.
public enum ReconciliationRule: String, CaseIterable, Sendable, Codable {
  case fallingTotal = "RC01"
  case swappedCategories = "RC02"
  case partsDoNotSum = "RC03"
  case partsRounded = "RC04"
  case jumpingRate = "RC05"
  case slippedDecimal = "RC06"
  case mixedActors = "RC07"
  case sourcesConflict = "RC08"
  case mixedMeasures = "RC09"
  case printedDiffers = "RC10"
  case ambiguousMark = "RC11"
  case tooGreatForMeasure = "RC12"
  case claimRefused = "RC13"
  case claimKeyUnread = "RC14"
}

/// The table of the rules: code, sentence, severity and what to ask the source.
public enum ReconciliationRules {
  /// One row of the table.
  public struct Row: Sendable {
    /// The rule, whose raw value is the code.
    public var rule: ReconciliationRule
    /// What the rule finds.
    public var sentence: String
    /// How weighty a finding is.
    public var severity: Finding.Severity
    /// What to ask the source.
    public var question: String

    init(
      _ rule: ReconciliationRule, _ severity: Finding.Severity, _ sentence: String,
      ask question: String
    ) {
      self.rule = rule
      self.sentence = sentence
      self.severity = severity
      self.question = question
    }
  }

  /// The row of a rule.
  public static func row(_ rule: ReconciliationRule) -> Row {
    switch rule {
    case .fallingTotal:
      Row(
        rule, .error, "A total that can only grow is smaller than before.",
        ask: "Which of the two totals is right, and was one of them of another scope?")
    case .swappedCategories:
      Row(
        rule, .error, "Two categories fit the figures before and after only when exchanged.",
        ask: "Were the two categories exchanged in print?")
    case .partsDoNotSum:
      Row(
        rule, .error, "Parts do not add up to their total.",
        ask: "Which part is missing, counted twice or mistyped?")
    case .partsRounded:
      Row(
        rule, .note, "Parts add up to their total but for rounding.",
        ask: "What are the figures before rounding?")
    case .jumpingRate:
      Row(
        rule, .warning, "The pace between two figures is far from that of the others.",
        ask: "On which days were the figures on both sides cut off?")
    case .slippedDecimal:
      Row(
        rule, .error, "A figure fits the others only with its point or thousands moved.",
        ask: "What is the figure in full, and in which unit?")
    case .mixedActors:
      Row(
        rule, .warning, "Figures of one series count the work of different actors.",
        ask: "Whose work does each figure count?")
    default: laterRow(rule)
    }
  }

  private static func laterRow(_ rule: ReconciliationRule) -> Row {
    switch rule {
    case .sourcesConflict:
      Row(
        rule, .error, "Two sources give figures for one quantity that cannot both be true.",
        ask: "How does each source define and date what it counts?")
    case .mixedMeasures:
      Row(
        rule, .warning, "One name stands for different measures or units.",
        ask: "What does each figure count, and in which unit?")
    case .printedDiffers:
      Row(
        rule, .error, "The value of a claim is not the figure it quotes.",
        ask: "What does the source print?")
    case .ambiguousMark:
      Row(
        rule, .warning, "A point in a printed figure can part decimals or thousands.",
        ask: "Is the point a decimal point?")
    case .claimRefused:
      Row(
        rule, .error, "A claim file or a claim in it cannot be read, and is refused.",
        ask: "What is the figure, and of what?")
    case .claimKeyUnread:
      Row(
        rule, .warning, "A claim has a key or a measure that is not in the list.",
        ask: "Is it a slip of the pen?")
    default:
      Row(
        rule, .warning, "A figure of a part fits what is counted of the whole.",
        ask: "Does the figure count only what it names?")
    }
  }

  /// Every row, in the order of the codes.
  public static var rows: [Row] { ReconciliationRule.allCases.map(row) }

  /// A finding of a rule at some claims, with the rule's question as its remedy.
  static func finding(
    _ rule: ReconciliationRule, at claims: [Claim], _ message: String,
    severity: Finding.Severity? = nil, field: String? = nil
  ) -> Finding {
    let row = row(rule)
    let sources = Set(claims.map(\.source.key)).sorted().joined(separator: ", ")
    return Finding(
      rule: rule.rawValue, severity: severity ?? row.severity, message: message,
      place: Finding.Place(
        field: field, record: claims.map { "claim \($0.id)" }.joined(separator: ", ")),
      remedy: "Ask \(sources): \(row.question)")
  }
}
