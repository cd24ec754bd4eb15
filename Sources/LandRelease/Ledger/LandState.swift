/// What the records say of a piece of ground; the highest of all that apply.
///
/// The order is that of the accounting rules, section 2: confirmed > suspected > given up >
/// cleared > reduced > cancelled > unrecorded. No state says that land is safe.
public enum LandState: String, CaseIterable, Sendable, Codable, Comparable {
  case unrecorded
  case cancelled
  case reduced
  case cleared
  case givenUp = "given_up"
  case suspected
  case confirmed

  /// Whether a hazard still holds the ground: confirmed, suspected or given up.
  public var isOpen: Bool { self >= .givenUp }

  /// Whether the ground was released and nothing holds it.
  public var isReleased: Bool { self != .unrecorded && !isOpen }

  /// Whether the left state gives way to the right one where both apply.
  public static func < (left: LandState, right: LandState) -> Bool { left.rank < right.rank }

  var rank: Int {
    switch self {
    case .unrecorded: 0
    case .cancelled: 1
    case .reduced: 2
    case .cleared: 3
    case .givenUp: 4
    case .suspected: 5
    case .confirmed: 6
    }
  }

  /// The state that a release of this kind leaves behind where nothing holds the ground.
  public init(released kind: ReleaseKind) {
    switch kind {
    case .cancelled: self = .cancelled
    case .reduced: self = .reduced
    case .cleared: self = .cleared
    }
  }
}

/// Why ground moved, or why it did not (accounting rules, section 3).
public enum Cause: String, CaseIterable, Sendable, Codable {
  case identified, confirmed, downgraded, reopened, contested
  case givenUp = "given_up"
  case withdrawn, revoked, released, strengthened, outside, partial
  // Memo causes explain area and move no balance.
  case alreadyRecorded = "already_recorded"
  case keptReleased = "kept_released"
  case withinTask = "within_task"
  case repeatedSameOperator = "repeated_same_operator"
  case repeatedOtherOperator = "repeated_other_operator"
  case noEffect = "no_effect"
  case pending
}

/// What the ledger is kept for: all contamination together, or one type of it.
public enum Layer: String, CaseIterable, Sendable, Codable {
  case land, ap, av, cmr, erw, ied, unknown
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The place of the case in its list: what codes in the book are made of.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
