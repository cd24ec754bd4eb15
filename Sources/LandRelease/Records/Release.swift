public import GeometryValues

/// A release of land: this polygon was cancelled, reduced or cleared (IMAS 07.11).
///
/// A release is one event: any other content of its key is a correction. Releases without a
/// polygon are kept and counted as unplaced. The polygon is longitude and latitude on WGS 84.
public struct Release: Hashable, Sendable {
  /// The organisation and the id under which any other content is a correction.
  public var key: RecordKey
  /// How the land was released, which the reports by kind follow.
  public var kind: ReleaseKind
  /// The work it came from; nil covers all types, as clearance does.
  public var activity: Activity?
  /// Progress or completion; nil is neither, and supersedes nothing.
  public var stage: Stage?
  /// Where it stands in review; land changes only by `accepted`.
  public var review: Review
  /// The day an accepted release was taken back.
  public var revokedOn: CalendarDate?
  /// The types the row names; nil where it names none, so that the activity decides.
  public var contamination: ContaminationTypes?
  /// Completion date; none is stored and not posted.
  public var date: CalendarDate?
  /// The day the release was accepted, where the file has it: what the approved clock goes by.
  public var approvedOn: CalendarDate?
  /// When this content was recorded, ISO 8601 in UTC; none takes the batch's time.
  public var recordedAt: String?
  /// The district's code or name as the file has it; it books releases without a polygon.
  public var district: String?
  /// Ids of hazards and of the task, as the row names them.
  public var hazards: [String]
  /// The id of its task: ground released twice under one task is no repetition.
  public var task: String?
  /// How the ground was worked on, in the file's own words.
  public var releaseMethod: String?
  /// Who did the work; it tells repetition by the same operator from that by another.
  public var operatorName: String?
  /// Who paid for the work, as the file spells it.
  public var donor: String?
  /// Depth to which the ground was cleared, in centimetres; nil where the file gives none.
  public var depthCentimetres: Double?
  /// What the land is for once released, in the file's own words.
  public var landUse: String?
  /// The day the land was handed over; nil where it was not, or nobody says.
  public var handedOverOn: CalendarDate?
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?
  /// What the operator declares the area to be; without a polygon it is all there is.
  public var reportedArea: ReportedArea?
  /// The ground it releases; nil counts as unplaced.
  public var polygon: MultiPolygon?

  /// Makes an accepted release that names nothing but its key and kind unless more is given.
  public init(
    key: RecordKey, kind: ReleaseKind, activity: Activity? = nil, stage: Stage? = nil,
    review: Review = .accepted, revokedOn: CalendarDate? = nil,
    contamination: ContaminationTypes? = nil, date: CalendarDate? = nil,
    approvedOn: CalendarDate? = nil, recordedAt: String? = nil, district: String? = nil,
    hazards: [String] = [], task: String? = nil, releaseMethod: String? = nil,
    operatorName: String? = nil, donor: String? = nil, depthCentimetres: Double? = nil,
    landUse: String? = nil, handedOverOn: CalendarDate? = nil, reportedArea: ReportedArea? = nil,
    polygon: MultiPolygon? = nil
  ) {
    self.key = key
    self.kind = kind
    self.activity = activity
    self.stage = stage
    self.review = review
    self.revokedOn = revokedOn
    self.contamination = contamination
    self.date = date
    self.approvedOn = approvedOn
    self.recordedAt = recordedAt
    self.district = district
    self.hazards = hazards
    self.task = task
    self.releaseMethod = releaseMethod
    self.operatorName = operatorName
    self.donor = donor
    self.depthCentimetres = depthCentimetres
    self.landUse = landUse
    self.handedOverOn = handedOverOn
    self.reportedArea = reportedArea
    self.polygon = polygon
  }

  /// The types this release covers.
  public var coverage: ContaminationTypes { Self.coverage(naming: contamination, by: activity) }

  /// The types that a release covers which names some types, or none, and comes from an activity.
  ///
  /// Surface search covers none, even if it names some; the five named types together are all.
  /// Without types the activity decides (accounting rules, section 1).
  public static func coverage(
    naming types: ContaminationTypes?, by activity: Activity?
  ) -> ContaminationTypes {
    if activity == .battleAreaSurface || activity == .spotTask { return [] }
    if let named = types?.intersection(.named), !named.isEmpty {
      return named == .named ? .all : named
    }
    return activity == .battleAreaClearance ? [.cmr, .erw] : .all
  }
}
