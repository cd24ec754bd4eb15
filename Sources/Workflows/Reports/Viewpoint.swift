public import LandRelease

/// From where a book is looked at: by which clock, as known when, over which boundaries.
public struct Viewpoint: Hashable, Sendable {
  /// By which day events count.
  public var clock: LedgerClock
  /// The last day on which what is known was recorded; nil or a day to come is today.
  public var knownAt: CalendarDate?
  /// The boundary set; nil is the one in force at the end of the report.
  public var boundarySet: String?

  /// The default is the ledger as it was posted.
  public init(
    clock: LedgerClock = .effective, knownAt: CalendarDate? = nil, boundarySet: String? = nil
  ) {
    self.clock = clock
    self.knownAt = knownAt
    self.boundarySet = boundarySet
  }
}
