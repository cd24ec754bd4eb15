/// The account of open ground of one class over a period: confirmed, suspected or given up.
///
/// Closing = opening + identified + reopened + contested + revoked + reclassified - withdrawn -
/// released, each with its sign; what moves between the classes is reclassified and cancels out
/// over all of them.
public struct ClassAccount: Hashable, Sendable {
  /// The class: an open state.
  public let state: LandState
  /// The ground before the first day.
  public private(set) var opening = Area.zero
  /// The ground after the last day.
  public private(set) var closing = Area.zero
  /// From unrecorded ground.
  public private(set) var identified = Area.zero
  /// From released ground, whether its record names what it reopens or not.
  public private(set) var reopened = Area.zero
  /// Because releases were revoked.
  public private(set) var revoked = Area.zero
  /// From or to another class.
  public private(set) var reclassified = Area.zero
  /// Because hazards were taken back, less what fell back in.
  public private(set) var withdrawn = Area.zero
  /// What releases took out, by the record's kind.
  public private(set) var released: [ReleaseKind: Area] = [:]

  /// Starts an account of one class.
  public init(_ state: LandState) {
    self.state = state
  }

  /// What is left over; anything but zero is a fault in the ledger.
  public var residual: Area {
    closing - opening - identified - reopened - revoked - reclassified + withdrawn
      + released.values.reduce(.zero, +)
  }

  /// Whether nothing ever was in the class.
  public var isEmpty: Bool {
    self == ClassAccount(state)
  }

  /// Adds movements from before the period.
  public mutating func addOpening(_ sum: LedgerSum) {
    opening += change(sum)
    closing += change(sum)
  }

  /// Adds movements of the period.
  public mutating func add(_ sum: LedgerSum) {
    let change = change(sum)
    if change == .zero { return }
    closing += change
    if sum.from.isOpen, sum.to.isOpen {
      reclassified += change
      return
    }
    switch sum.cause {
    case .identified: identified += change
    case .reopened, .contested: reopened += change
    case .revoked: revoked += change
    case .withdrawn: withdrawn += -change
    case .released:
      if let kind = sum.kind { released[kind, default: .zero] += -change }
    default: break
    }
  }

  private func change(_ sum: LedgerSum) -> Area {
    if (sum.from == state) == (sum.to == state) { return .zero }
    return sum.to == state ? sum.area : -sum.area
  }
}
