/// How much harm a record can do in the wrong hands, in the four words in which programmes agree
/// who may have what; the raw values are those of files and of the book.
public enum Sensitivity: String, CaseIterable, Comparable, Sendable, Codable {
  /// Known to everybody or harmless.
  case low
  /// Harm is unlikely or slight: for those who work there.
  case moderate
  /// Harm to people, to land or to the programme is likely: for the programme itself.
  case high
  /// Lives are at stake.
  case severe

  /// By the harm they can do.
  public static func < (left: Sensitivity, right: Sensitivity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .moderate: 1
    case .high: 2
    case .severe: 3
    }
  }
}

/// How sensitive a record is and why.
public struct SensitivityJudgement: Hashable, Sendable {
  /// What decided.
  public enum Cause: Hashable, Sendable {
    /// The record says so itself.
    case stated
    /// Armed forces are named as whose record it is, where it comes from or who did the work.
    case armedForces
    /// A hazard whose origin is `new`: weapons that were laid lately, by people who may still be
    /// there.
    case freshlyLaid
    /// A place where explosives lay or lie.
    case ordnance
    /// A person who was hurt.
    case person
    /// Nothing makes it sensitive.
    case ordinary
  }

  /// How sensitive it is.
  public var level: Sensitivity
  /// What decided.
  public var cause: Cause

  /// Makes a judgement of its parts.
  public init(_ level: Sensitivity, _ cause: Cause) {
    self.level = level
    self.cause = cause
  }

  /// Of what the versions of one record say: the last level stated counts and holds until another
  /// is; where none is, the highest of the defaults does.
  ///
  /// - Parameters:
  ///   - stated: the levels that versions state, in the order in which they were recorded.
  ///   - defaults: of each version by itself.
  public init(stated: [Sensitivity], defaults: [SensitivityJudgement]) {
    if let last = stated.last {
      self.init(last, .stated)
    } else {
      self = defaults.max { $0.level < $1.level } ?? SensitivityJudgement(.low, .ordinary)
    }
  }
}

// The levels that count until somebody states one. They are restrictive where a mistake costs
// most: anyone may lower them, record by record, with a reason in the log.

extension Hazard {
  /// How sensitive a version is that states nothing.
  public var sensitivityByDefault: SensitivityJudgement {
    if ArmedForces.isNamed(in: [key.organisation, source]) {
      return SensitivityJudgement(.high, .armedForces)
    }
    if origin == "new" { return SensitivityJudgement(.high, .freshlyLaid) }
    return SensitivityJudgement(.low, .ordinary)
  }
}

extension Release {
  /// How sensitive a content is that states nothing.
  public var sensitivityByDefault: SensitivityJudgement {
    ArmedForces.isNamed(in: [key.organisation, operatorName])
      ? SensitivityJudgement(.high, .armedForces) : SensitivityJudgement(.low, .ordinary)
  }
}

extension Device {
  /// Points of explosive ordnance are restricted.
  public static let sensitivityByDefault = SensitivityJudgement(.high, .ordnance)
}

extension MinefieldRecord {
  /// The places of mines as they were laid are restricted.
  public static let sensitivityByDefault = SensitivityJudgement(.high, .ordnance)
}

extension Accident {
  /// Where people were hurt is restricted as they are.
  public static let sensitivityByDefault = SensitivityJudgement(.high, .person)
}

extension Victim {
  /// Persons are restricted.
  public static let sensitivityByDefault = SensitivityJudgement(.high, .person)
}
