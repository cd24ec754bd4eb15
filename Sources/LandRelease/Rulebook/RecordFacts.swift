public import GeometryValues

/// What the rules ask of one record: days, areas, counts and the shape, in plain numbers.
///
/// Flat and free of texts, so that forty rules over a million records cost little; a text is made
/// only where something is found.
public struct RecordFacts: Sendable {
  /// What sort of record it is.
  public enum Kind: UInt8, Sendable {
    case district, hazard, release, task, device, victim, accident, minefieldRecord, statement
    case zone, environmentCheck, indicator, team, teamDay, contribution
  }

  /// What sort of record it is.
  public var kind: Kind
  /// The day on which the rules are held against the record.
  public var today: CalendarDate
  /// The day the row says it was recorded; nil where it does not say.
  public var recordedOn: CalendarDate?
  /// The day that counts: of information, completion, the find or the accident.
  public var date: CalendarDate?
  /// The first day of the work, of tasks and statements.
  public var start: CalendarDate?
  /// The last day of the work, of tasks and statements.
  public var end: CalendarDate?
  /// The day of the evidence behind a hazard.
  public var evidenceDate: CalendarDate?
  /// The day a release was accepted.
  public var approvedOn: CalendarDate?
  /// The day a release was taken back.
  public var revokedOn: CalendarDate?
  /// The day land was handed over.
  public var handedOverOn: CalendarDate?

  /// The declared area as typed, in the unit of the file.
  public var typedArea: Area?
  /// The declared area with a wrong unit put right.
  public var reportedArea: Area?
  /// The area of the polygon on the ellipsoid.
  public var measuredArea: Area?
  /// The area of the district that the row names, where the book has it.
  public var districtArea: Area?
  /// The area of all districts together.
  public var nationArea: Area?

  /// The largest number of items that the record gives in one place.
  public var largestCount = 0
  /// All items that the record gives together, small-arms ammunition and fuzes left out.
  public var itemCount = 0
  /// The depth of clearance in centimetres.
  public var depthCentimetres: Double?

  /// Of a hazard: how sure survey is.
  public var hazardClass: HazardClass?
  /// Of a hazard: what its status column says.
  public var status: HazardStatus?
  /// Of a release: how the land was released.
  public var releaseKind: ReleaseKind?
  /// Of a release: the work it came from.
  public var activity: Activity?
  /// Of a release: where it stands in review.
  public var review: Review?

  /// How the polygon was drawn; nil without one.
  public var shape: ShapeFacts?
  /// What the parts of the polygon add up to beyond the ground they hold; nil where none overlap.
  public var partOverlap: Area?
  /// Whether one of those parts is there twice.
  public var hasTwinParts = false
  /// Points, outside any polygon, that the record has twice.
  public var repeatedPoints = 0
  /// Where a device, a victim or an accident is.
  public var position: Position?

  /// Makes the facts of a record of which only its kind is known.
  public init(_ kind: Kind, today: CalendarDate) {
    self.kind = kind
    self.today = today
  }

  /// Whether the record moves or can move land.
  public var isLand: Bool { kind == .hazard || kind == .release }
}
