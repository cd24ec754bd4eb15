public import LandRelease

/// An accident, or a victim that names none, as a report tells of it.
public struct AccidentLine: Hashable, Sendable {
  /// What it is a line of.
  public enum Kind: Hashable, Sendable {
    case accident
    /// A victim that names no accident of the book.
    case victim
  }

  /// What it is a line of.
  public var kind: Kind
  /// The record.
  public var key: RecordKey
  /// The day it happened; nil where it is not known.
  public var date: CalendarDate?
  /// The district's code, or `no_district`.
  public var district: String
  /// What people were doing; nil where it is not known.
  public var activity: String?
  /// What exploded; nil where it is not known.
  public var device: String?
  /// Whether it happened during demining; nil where it is not known.
  public var isDemining: Bool?
  /// Whom it hurt.
  public var people: HurtPeople
  /// What the ledger had of the ground; nil without a day or a position.
  public var ground: GroundOfAccident?
  /// How far off, in metres, the position may be; nil where nobody says.
  public var accuracyMetres: Double?

  /// Makes a line of which only what everything needs is known.
  public init(kind: Kind, key: RecordKey, district: String, people: HurtPeople) {
    self.kind = kind
    self.key = key
    self.district = district
    self.people = people
  }
}
