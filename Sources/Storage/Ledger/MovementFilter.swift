public import LandRelease

/// Which movements are asked for; a part left out admits all.
public struct MovementFilter: Hashable, Sendable {
  /// Movements of one record.
  public var record: LedgerRecord?
  /// Movements of hazards, or of releases.
  public var type: EventReference.RecordType?
  /// Movements in one of the districts.
  public var districts: Set<String>?
  /// Movements of one layer.
  public var layer: Layer?
  /// Movements on the day or after it; an undated one is before every day.
  public var from: CalendarDate?
  /// Movements on the day or before it, undated ones with them.
  public var to: CalendarDate?
  /// Movements with a date, or without one.
  public var isDated: Bool?

  /// Makes a filter of its parts.
  public init(
    record: LedgerRecord? = nil, type: EventReference.RecordType? = nil,
    districts: Set<String>? = nil, layer: Layer? = nil, from: CalendarDate? = nil,
    to: CalendarDate? = nil, isDated: Bool? = nil
  ) {
    self.record = record
    self.type = type
    self.districts = districts
    self.layer = layer
    self.from = from
    self.to = to
    self.isDated = isDated
  }
}
