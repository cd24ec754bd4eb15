public import LandRelease

/// The figures of a period as they were published.
public struct Closing: Hashable, Sendable {
  /// The row in the book; none before it is written.
  public var id: Int64?
  /// What was closed, such as `2023`.
  public var period: String
  /// The first day; nil is everything before.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate
  /// When it was closed.
  public var closedAt: Timestamp
  /// The last batch that the figures know of.
  public var throughBatch: Int64?
  /// The set that districts are of.
  public var boundarySet: String?
  /// The version of the program that closed it.
  public var programVersion: String
  /// What tells the ledger of the moment from any other.
  public var ledgerDigest: String

  /// Makes a closing that is not in a book yet.
  public init(
    period: String, from: CalendarDate?, to: CalendarDate, closedAt: Timestamp,
    throughBatch: Int64?, boundarySet: String?, programVersion: String, ledgerDigest: String
  ) {
    self.period = period
    self.from = from
    self.to = to
    self.closedAt = closedAt
    self.throughBatch = throughBatch
    self.boundarySet = boundarySet
    self.programVersion = programVersion
    self.ledgerDigest = ledgerDigest
  }
}

/// How much ground a closing has in one state, district and layer at its end.
public struct ClosingBalance: Hashable, Sendable {
  /// The district's code, or `no_district`.
  public var district: String
  /// The layer whose balance it is.
  public var layer: Layer
  /// The state.
  public var state: LandState
  /// The area at the end of the period's last day.
  public var area: Area

  /// Makes a balance of its parts.
  public init(district: String, layer: Layer, state: LandState, area: Area) {
    self.district = district
    self.layer = layer
    self.state = state
    self.area = area
  }
}
