/// Movements of one group added up: what a statement is made of.
///
/// A group is what the reader asked for (`district`, `year` …); within it sums are kept apart by
/// everything that an account needs to tell.
public struct LedgerSum: Hashable, Sendable {
  /// The values of the dimensions asked for, in their order.
  public var group: [String]
  /// Whether hazards or releases made these movements; only releases enter gross and net.
  public var type: EventReference.RecordType
  /// The record's kind; none for hazards.
  public var kind: ReleaseKind?
  /// Whether the record is a surface search, which stands on a line of its own.
  public var isSurfaceSearch: Bool
  /// The state before; equal to `to` where the movements only explain area.
  public var from: LandState
  /// The state after.
  public var to: LandState
  /// Why the ground moved, or why it did not.
  public var cause: Cause
  /// Whether another accepted record had cleared the ground before, so that net leaves it out.
  public var again: Bool
  /// The movements of the group added up, exact to the square centimetre.
  public var area: Area

  /// Makes a sum of what a query of the ledger gave.
  public init(
    group: [String], type: EventReference.RecordType, kind: ReleaseKind?, isSurfaceSearch: Bool,
    from: LandState, to: LandState, cause: Cause, again: Bool, area: Area
  ) {
    self.group = group
    self.type = type
    self.kind = kind
    self.isSurfaceSearch = isSurfaceSearch
    self.from = from
    self.to = to
    self.cause = cause
    self.again = again
    self.area = area
  }
}

/// What movements can be grouped by.
public enum LedgerDimension: String, CaseIterable, Sendable {
  case district, year, quarter, month
  case operatorName = "operator"
  case donor, kind, activity

  /// Whether the dimension cuts time, so that rows follow each other.
  public var isPeriod: Bool { self == .year || self == .quarter || self == .month }

  /// Whether it belongs to the release rather than to the ground.
  public var isOfRelease: Bool {
    switch self {
    case .operatorName, .donor, .kind, .activity: true
    default: false
    }
  }
}

/// A span of days, both ends included; an open end is everything on that side.
public struct Period: Hashable, Sendable {
  /// The first day; nil is everything before, undated hazards included.
  public var from: CalendarDate?
  /// The last day; nil is everything after.
  public var to: CalendarDate?

  /// Makes a span; without ends it is all dates.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a dated event falls into the span; undated ones stand in its opening.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let to, date > to { return false }
    return true
  }

  /// "from 2020-11-10 to 2024-05-29", "to 2024-05-29", "all dates".
  public var text: String {
    switch (from, to) {
    case (let from?, let to?): "\(from) to \(to)"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "up to \(to)"
    case (nil, nil): "all dates"
    }
  }
}

extension CalendarDate {
  /// The date's year, quarter or month as groups are named.
  public func group(_ dimension: LedgerDimension) -> String {
    switch dimension {
    case .quarter: "\(description.prefix(4))-Q\(quarter)"
    case .month: String(description.prefix(7))
    default: String(description.prefix(4))
    }
  }
}
