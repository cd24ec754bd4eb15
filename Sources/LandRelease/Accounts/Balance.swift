/// How much ground stands in each state.
public struct Stock: Hashable, Sendable {
  private var areas: [LandState: Area] = [:]

  /// Starts with nothing in any state.
  public init() {}

  /// The area in one state; zero where nothing is booked.
  ///
  /// `unrecorded` is never above zero, since all recorded ground came from there.
  public subscript(state: LandState) -> Area {
    get { areas[state] ?? .zero }
    set { areas[state] = newValue == .zero ? nil : newValue }
  }

  /// Ground that some hazard still holds: confirmed, suspected and given up.
  public var open: Area { self[.confirmed] + self[.suspected] + self[.givenUp] }
  /// Ground that was released and that no hazard holds.
  public var released: Area { self[.cancelled] + self[.reduced] + self[.cleared] }
  /// All ground that a record ever reached and no withdrawal took back: open and released.
  public var recorded: Area { open + released }

  /// Moves the sum's area out of the state it comes from and into the state it goes to.
  public mutating func apply(_ sum: LedgerSum) {
    self[sum.from] = self[sum.from] - sum.area
    self[sum.to] = self[sum.to] + sum.area
  }
}

/// The account of open land over a period: opening, what came in and went out, closing.
///
/// closing = opening + identified + reopened + contested + revoked - released - withdrawn, where
/// each cause counts only as it crosses into or out of open land, with its sign (accounting
/// rules, invariant 2). Everything else moves between columns.
public struct Balance: Hashable, Sendable {
  /// The ground by state before the first day of the period; undated hazards are in it.
  public private(set) var opening = Stock()
  /// The ground by state after all events of the last day; the next period opens with it.
  public private(set) var closing = Stock()
  /// Into open land from unrecorded ground, less what went back out under the same cause.
  public private(set) var identified = Area.zero
  /// Into open land from released ground, by hazards that name the record they reopen.
  public private(set) var reopened = Area.zero
  /// Into open land from released ground, by hazards that name nothing they reopen.
  public private(set) var contested = Area.zero
  /// Back into open land because releases were revoked, with its sign.
  public private(set) var revoked = Area.zero
  /// Out of open land because hazards were taken back, less what fell back in.
  public private(set) var withdrawn = Area.zero
  /// What releases took from open land, by the record's kind.
  public private(set) var released: [ReleaseKind: Area] = [:]

  /// Starts an account without opening, movements or closing.
  public init() {}

  /// What releases took from open land, over all kinds.
  public var releasedTotal: Area { released.values.reduce(.zero, +) }

  /// What the identity leaves over; anything but zero is a fault in the ledger.
  public var residual: Area {
    closing.open - opening.open - identified - reopened - contested - revoked + withdrawn
      + releasedTotal
  }

  /// The account of what follows, beginning where this one ends.
  public func carriedForward() -> Balance {
    var next = Balance()
    next.opening = closing
    next.closing = closing
    return next
  }

  /// Adds movements from before the period.
  public mutating func addOpening(_ sum: LedgerSum) {
    opening.apply(sum)
    closing.apply(sum)
  }

  /// Adds movements of the period.
  public mutating func add(_ sum: LedgerSum) {
    closing.apply(sum)
    guard sum.from.isOpen != sum.to.isOpen else { return }
    identified += Figure(.identified).part(of: sum)
    reopened += Figure(.reopened).part(of: sum)
    contested += Figure(.contested).part(of: sum)
    revoked += Figure(.revoked).part(of: sum)
    withdrawn += Figure(.withdrawn).part(of: sum)
    if sum.cause == .released, let kind = sum.kind {
      released[kind, default: .zero] += Figure(.released).part(of: sum)
    }
  }

  /// Adds two accounts of the same period over different ground, such as two districts.
  public static func + (left: Balance, right: Balance) -> Balance {
    var sum = left
    for state in LandState.allCases {
      sum.opening[state] = left.opening[state] + right.opening[state]
      sum.closing[state] = left.closing[state] + right.closing[state]
    }
    sum.identified += right.identified
    sum.reopened += right.reopened
    sum.contested += right.contested
    sum.revoked += right.revoked
    sum.withdrawn += right.withdrawn
    sum.released.merge(right.released, uniquingKeysWith: +)
    return sum
  }
}
