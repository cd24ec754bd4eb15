/// One event of the ledger, with what decides its place in the order of events.
///
/// Flat and small: posting holds one for each version, release, withdrawal and revocation of a
/// country. Indexes lead into the ``LandRegister`` that made it.
public struct LandEvent: Sendable {
  /// What the event does; the raw order is that of nothing.
  public enum Action: UInt8, Sendable {
    /// A hazard's version that counts; `item` is its step.
    case version
    /// A hazard's version that waits to be confirmed; `item` is its step.
    case pending
    /// A hazard's record is taken back; `item` is its step.
    case withdrawal
    /// An accepted release; `item` is the release.
    case release
    /// A release is taken back; `item` is the release.
    case revocation
  }

  /// What the event does, which also says what `item` counts in.
  public let action: Action
  /// The hazard or release, as an index of ``LandRegister/subjects``.
  public let subject: Int32
  let item: Int32
  /// Days since 1970-01-01 on the register's clock; ``PostedEvent/undated`` for a hazard without a
  /// date.
  public let day: Int32
  /// Place in the order of events when a version acts early, or for all other actions.
  let order: EventOrder
  /// The event's own polygon, a number of the caller's table.
  public let ground: Int32
  /// Where ``LandRegister/footprint(of:)`` finds the grounds the event can touch.
  let footprint: Range<Int32>
  /// 1 for the first version that counts, in order of date.
  public let version: Int32
  /// The row of the stored version in the book.
  public let storedVersion: Int64
  /// The measured area of the event's own polygon.
  public internal(set) var area: Area

  /// Whether a hazard or a release is behind the event.
  public var type: EventReference.RecordType {
    action == .release || action == .revocation ? .release : .hazard
  }

  /// Whether the event takes its record back.
  public var isTakingBack: Bool { action == .withdrawal || action == .revocation }

  /// The day in the calendar; nil for a hazard without a date, which stands before everything.
  public var date: CalendarDate? {
    day == PostedEvent.undated ? nil : CalendarDate(dayNumber: Int(day))
  }
}

/// The order of events at a point (accounting rules, section 2), in one comparable number.
///
/// Day, then what acts (hazards early, releases by kind, hazards late, withdrawals and
/// revocations), then organisation and id as a rank.
struct EventOrder: Comparable, Sendable {
  enum Turn: UInt64 {
    case early = 0
    case releaseCleared, releaseReduced, releaseCancelled
    case late
    case takingBack
  }

  private static let rankBits: UInt64 = 28
  private let value: UInt64

  /// The number itself, for a slice of a register.
  var rawValue: UInt64 { value }

  init(rawValue: UInt64) {
    value = rawValue
  }

  init(day: Int32, turn: Turn, rank: Int32) {
    let shiftedDay = UInt64(Int64(day) - Int64(Int32.min))
    value = shiftedDay << 31 | turn.rawValue << Self.rankBits | UInt64(rank)
  }

  /// The same event when it acts late.
  var late: EventOrder {
    EventOrder(rawValue: value | Turn.late.rawValue << Self.rankBits)
  }

  static func < (left: EventOrder, right: EventOrder) -> Bool { left.value < right.value }
}

extension EventOrder.Turn {
  init(_ kind: ReleaseKind) {
    switch kind {
    case .cleared: self = .releaseCleared
    case .reduced: self = .releaseReduced
    case .cancelled: self = .releaseCancelled
    }
  }
}

/// One version of a hazard as the ledger sees it.
struct HazardStep: Sendable {
  /// The types it takes up; none where the record is taken back.
  var types: ContaminationTypes
  /// The types that it or any version before it that counts has named.
  var everNamed: ContaminationTypes
  var hazardClass: HazardClass
  var ground: Int32
  /// The last version that counts before this one, with its ground; -1 for the first.
  var previous: Int32
  /// Closed, or withdrawn without a reason: whatever it takes up or holds is given up at once.
  var isEnded: Bool
  /// Waits to be confirmed, so that no later version follows it.
  var isPending: Bool
  /// The place in ``LandRegister/reopened`` of the grounds it reopens; -1 for none.
  var reopens: Int32 = -1
}

/// One release as the ledger sees it.
struct ReleaseFacts: Sendable {
  var kind: ReleaseKind
  var coverage: ContaminationTypes
  var isSurfaceSearch: Bool
  /// Equal for releases of one task; -1 without a task.
  var task: Int32
  /// Equal for releases of one operator.
  var operatorNumber: Int32
  /// The place of its profile in ``LandRegister/profiles``.
  var profile: Int32
  /// Where ``LandRegister/namedHazards`` has the hazards it is of, by itself or by its task.
  var hazards: Range<Int32>
}
