import Interchange
import LandRelease

extension ImportOutcome {
  /// How many rows were refused for one kind of reason.
  public struct ReasonCount: Hashable, Sendable {
    /// The column, as the file names it; nil where the whole row can't be taken.
    public var field: String?
    /// The reason with "…" for what differs from row to row.
    public var reason: String
    /// What to write instead, as the first such row has it.
    public var remedy: String
    /// How many rows.
    public var rows: Int
  }

  /// How many findings of one rule the rows that were taken have.
  public struct FindingCount: Hashable, Sendable {
    /// The rule's code.
    public var rule: String
    /// How many.
    public var findings: Int
  }
}

/// Counts what was refused, and keeps the first rows of it: a million refusals take no memory.
struct RefusalCount {
  /// Rows that an outcome names.
  static let kept = 100
  private static let mostReasons = 1000

  private(set) var count = 0
  private(set) var first: [ImportOutcome.RefusedLine] = []
  private var reasons: [String: ImportOutcome.ReasonCount] = [:]

  /// The reasons, the most frequent first.
  var byReason: [ImportOutcome.ReasonCount] {
    reasons.values.sorted {
      ($1.rows, $0.reason, $0.field ?? "") < ($0.rows, $1.reason, $1.field ?? "")
    }
  }

  mutating func add(_ row: SurveyRow, _ refusal: Refusal) {
    count += 1
    if first.count < Self.kept {
      first.append(
        ImportOutcome.RefusedLine(
          row: row.number, field: refusal.field, reason: refusal.reason, remedy: refusal.remedy))
    }
    let kind = Self.kind(refusal.reason)
    let key = "\(refusal.field ?? "")\t\(kind)"
    if reasons[key] == nil, reasons.count >= Self.mostReasons { return addToRest() }
    reasons[
      key,
      default: ImportOutcome.ReasonCount(
        field: refusal.field, reason: kind, remedy: refusal.remedy, rows: 0)
    ].rows += 1
  }

  private mutating func addToRest() {
    reasons[
      "", default: ImportOutcome.ReasonCount(reason: "other reasons", remedy: "", rows: 0)
    ].rows += 1
  }

  /// The reason without what it quotes and counts.
  private static func kind(_ reason: String) -> String {
    var kind = ""
    var isQuoted = false
    var isNumber = false
    for character in reason {
      if character == "\"" {
        if !isQuoted { kind += "\"…\"" }
        isQuoted.toggle()
        continue
      }
      if isQuoted { continue }
      if character.isNumber {
        if !isNumber { kind.append("…") }
        isNumber = true
        continue
      }
      isNumber = false
      kind.append(character)
    }
    return kind
  }
}

/// Counts findings by rule, and keeps the first of each.
struct FindingTally {
  /// Findings of a rule that an outcome shows.
  static let kept = 10

  private(set) var first: [Finding] = []
  private var counts: [String: Int] = [:]

  var byRule: [ImportOutcome.FindingCount] {
    counts.map { ImportOutcome.FindingCount(rule: $0.key, findings: $0.value) }
      .sorted { $0.rule < $1.rule }
  }

  mutating func add(_ findings: [Finding]) {
    for finding in findings {
      counts[finding.rule, default: 0] += 1
      if counts[finding.rule, default: 0] <= Self.kept { first.append(finding) }
    }
  }
}
