import Interchange
import Storage

/// Which findings are asked for, and whether the many are folded.
public struct FindingsRequest: Sendable {
  /// Where a person or the program has left findings.
  public enum Status: String, CaseIterable, Sendable {
    case open, accepted, fixed
  }

  /// Findings of these rules alone; none is all.
  public var rules: [String] = []
  /// Findings of this status alone.
  var status: KeptFinding.Status = .open
  /// Whether only the first ten are shown, and the rest counted by rule.
  public var isFolded = false

  /// Asks for all open findings.
  public init() {}

  /// Asks for findings of a status.
  public init(_ status: Status) {
    self.status = KeptFinding.Status(rawValue: status.rawValue) ?? .open
  }
}

/// Decides about findings: accepts them with a reason, or opens them again.
public struct DecideFinding {
  private let book: LandBook

  /// Makes the decision of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Accepts findings for as long as they say the same.
  ///
  /// - Parameter name: the number of a finding, or `CODE:RECORD`.
  /// - Returns: how many there were.
  public func accept(_ name: String, reason: String, actor: String?) throws -> Int {
    guard !reason.trimmed.isEmpty else {
      throw WorkflowError(
        .usage, "a finding is accepted with a reason", remedy: "Say it with --reason TEXT.")
    }
    let count = try book.acceptFindings(
      try Self.name(name), reason: PersonalText.masked(reason).text, actor: actor, at: Clock.now)
    return try Self.some(count, name, "open")
  }

  /// Opens accepted findings again.
  ///
  /// - Parameter name: the number of a finding, or `CODE:RECORD`.
  /// - Returns: how many there were.
  public func reopen(_ name: String, reason: String?, actor: String?) throws -> Int {
    let count = try book.reopenFindings(
      try Self.name(name), reason: reason.map { PersonalText.masked($0).text }, actor: actor,
      at: Clock.now)
    return try Self.some(count, name, "accepted")
  }

  private static func some(_ count: Int, _ name: String, _ status: String) throws -> Int {
    if count > 0 { return count }
    throw WorkflowError(
      .usage, "no \(status) finding is called \"\(name)\"",
      remedy: "List them with landbook check --all --status \(status).")
  }

  /// `17`, `LR58:R2` or `LR58:release ORG/R2`.
  private static func name(_ text: String) throws -> FindingName {
    if let number = Int64(text) { return .number(number) }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw WorkflowError(
        .usage, "\"\(text)\" names no finding",
        remedy: "Give its number, or the rule and the record as LR58:R2.")
    }
    try CheckBook.refuseUnknown([parts[0]])
    return .rule(parts[0], record: parts[1])
  }
}

extension String {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
