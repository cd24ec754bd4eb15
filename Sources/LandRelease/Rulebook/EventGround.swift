/// What one event did to the ground, in the land layer, as far as rules ask.
public struct EventGround: Sendable {
  /// Whether a hazard or a release is behind it.
  public var type: EventReference.RecordType
  /// The ground of the event's own polygon.
  public var whole = Area.zero
  /// Released ground that no hazard held and that was never released.
  public var outside = Area.zero
  /// Ground that another operator had released before.
  public var repeatedByOther = Area.zero
  /// Ground that the hazard let go without a release.
  public var givenUp = Area.zero
  /// Whether the hazard was closed, or withdrawn without a reason.
  public var isEnded = false

  /// Makes the ground of an event that did nothing.
  public init(_ type: EventReference.RecordType) {
    self.type = type
  }

  mutating func add(_ area: Area, _ transition: Transition) {
    if transition.isInside { whole += area }
    switch transition.cause {
    case .outside, .noEffect: outside += area
    case .repeatedOtherOperator: repeatedByOther += area
    case .givenUp where transition.to == .givenUp: givenUp += area
    default: break
    }
  }

  /// Whether a part is more than what is lost and won along borders drawn twice: 100 m2 and a
  /// hundredth of the whole.
  func isMoreThanBorder(_ part: Area) -> Bool {
    part.squareCentimetres > 1_000_000 && part.squareCentimetres > whole.squareCentimetres / 100
  }
}

/// A rule about what posting an event did to the ground.
public protocol GroundRule: Sendable {
  /// Its permanent code, its sentence, what follows and what to do.
  static var rule: Rule { get }

  /// What it has to say of an event; nil is nothing.
  static func judge(_ ground: EventGround) -> Remark?
}

/// All rules about what posting did, held against each event that is posted.
public enum GroundRules {
  /// In ascending order of codes.
  public static let all: [any GroundRule.Type] = [
    OutsideHazard.self, RepeatedByOther.self, ClosedWithGround.self, RedrawnSmaller.self,
  ]

  static func judge(_ ground: EventGround, record: () -> String) -> [Finding] {
    guard ground.outside > .zero || ground.repeatedByOther > .zero || ground.givenUp > .zero
    else { return [] }
    return all.compactMap { type in
      type.judge(ground).map { Finding(type.rule, $0, record: record()) }
    }
  }
}
