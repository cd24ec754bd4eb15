/// What one event does to one part of the ground in one layer.
public struct Movement: Hashable, Sendable {
  /// The record and version that moved the ground: what `why` opens.
  public var event: EventReference
  /// The effective date; none is before everything.
  public var date: CalendarDate?
  /// The leaf district's code, or `no_district`.
  public var district: String
  /// The layer whose balance moves: all contamination together, or one type.
  public var layer: Layer
  /// The state before the event.
  public var from: LandState
  /// The state after it; equal to `from` in rows that explain area and move no balance.
  public var to: LandState
  /// Why the ground moved, or why it did not.
  public var cause: Cause
  /// Whether another accepted, unrevoked record had cleared the ground before.
  public var again: Bool
  /// Whether the part lies inside the event's own polygon; if not, it is ground that an earlier
  /// version of the record held.
  public var isInside: Bool
  /// How much ground, in whole square centimetres and never negative.
  public var area: Area

  /// Makes a movement as posting decides it or as the book holds it.
  public init(
    event: EventReference, date: CalendarDate?, district: String, layer: Layer, from: LandState,
    to: LandState, cause: Cause, again: Bool, isInside: Bool, area: Area
  ) {
    self.event = event
    self.date = date
    self.district = district
    self.layer = layer
    self.from = from
    self.to = to
    self.cause = cause
    self.again = again
    self.isInside = isInside
    self.area = area
  }
}

/// Which record and which version of it an event comes from.
public struct EventReference: Hashable, Sendable {
  /// The two kinds of record that can move land; the words stand in files as `record_type`.
  public enum RecordType: String, Sendable, Codable {
    case hazard, release
  }

  /// Whether the record is a hazard or a release; a key can name one of each.
  public var type: RecordType
  /// The organisation and id of the record.
  public var key: RecordKey
  /// 1 for the first version that counts, in order of date.
  public var version: Int
  /// The row of the stored version in the book.
  public var storedVersion: Int64

  /// Makes a reference to one version of one record.
  public init(type: RecordType, key: RecordKey, version: Int, storedVersion: Int64) {
    self.type = type
    self.key = key
    self.version = version
    self.storedVersion = storedVersion
  }
}
