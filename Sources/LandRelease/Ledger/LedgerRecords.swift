/// What the ledger needs of one stored version of a hazard; the polygon stays in the caller's
/// table of grounds.
public struct LedgerHazard: Sendable {
  /// The row of the version in the book.
  public var storedVersion: Int64
  /// The organisation and id that all versions of the hazard share.
  public var key: RecordKey
  /// Suspected or confirmed.
  public var hazardClass: HazardClass
  /// The types the version names, `unknown` where it names none.
  public var types: ContaminationTypes
  /// What the status column says; nil where it is empty.
  public var status: HazardStatus?
  /// Whether a reason is given, without which a withdrawal only gives ground up.
  public var hasReason: Bool
  /// Whether the version confirms that it moves far or comes from another source.
  public var isConfirmedChange: Bool
  /// Days since 1970-01-01; ``PostedEvent/undated`` without a date.
  public var day: Int32
  /// Milliseconds since 1970-01-01 UTC.
  public var recordedAt: Int64
  /// The first 64 bits of the content's SHA-256.
  public var contentHash: UInt64
  /// The measured area in square centimetres; nil without a usable polygon.
  public var area: Int64?
  /// The place of the polygon in the caller's table; -1 without a usable one.
  public var ground: Int32
  /// The record whose ground the version says is open again.
  public var reopens: String?
  /// Where the information comes from.
  public var source: String?

  /// Makes a version of its parts.
  public init(
    storedVersion: Int64, key: RecordKey, hazardClass: HazardClass, types: ContaminationTypes,
    status: HazardStatus?, hasReason: Bool, isConfirmedChange: Bool, day: Int32,
    recordedAt: Int64, contentHash: UInt64, area: Int64?, ground: Int32, reopens: String?,
    source: String?
  ) {
    self.storedVersion = storedVersion
    self.key = key
    self.hazardClass = hazardClass
    self.types = types
    self.status = status
    self.hasReason = hasReason
    self.isConfirmedChange = isConfirmedChange
    self.day = day
    self.recordedAt = recordedAt
    self.contentHash = contentHash
    self.area = area
    self.ground = ground
    self.reopens = reopens
    self.source = source
  }
}

/// What the ledger needs of one stored content of a release; the polygon stays in the caller's
/// table of grounds.
public struct LedgerRelease: Sendable {
  /// The row of the content in the book.
  public var storedVersion: Int64
  /// The organisation and id under which any other content is a correction.
  public var key: RecordKey
  /// What reports tell the release apart by: its kind, activity, operator and donor.
  public var profile: ReleaseProfile
  /// The types it covers, by name or by its activity.
  public var coverage: ContaminationTypes
  /// Where it stands in review; land changes only by `accepted`.
  public var review: Review
  /// The day of completion, days since 1970-01-01; nil without a date.
  public var day: Int32?
  /// The day it was approved; nil where the record has none.
  public var approvedDay: Int32?
  /// The day it was taken back; nil where it was not.
  public var revokedDay: Int32?
  /// Milliseconds since 1970-01-01 UTC.
  public var recordedAt: Int64
  /// The first 64 bits of the content's SHA-256.
  public var contentHash: UInt64
  /// The measured area in square centimetres; nil without a usable polygon.
  public var area: Int64?
  /// The place of the polygon in the caller's table; -1 without a usable one.
  public var ground: Int32
  /// Ids of the hazards it names.
  public var hazards: [String]
  /// The id of its task.
  public var task: String?

  /// Makes a content of its parts.
  public init(
    storedVersion: Int64, key: RecordKey, profile: ReleaseProfile, coverage: ContaminationTypes,
    review: Review, day: Int32?, approvedDay: Int32?, revokedDay: Int32?, recordedAt: Int64,
    contentHash: UInt64, area: Int64?, ground: Int32, hazards: [String], task: String?
  ) {
    self.storedVersion = storedVersion
    self.key = key
    self.profile = profile
    self.coverage = coverage
    self.review = review
    self.day = day
    self.approvedDay = approvedDay
    self.revokedDay = revokedDay
    self.recordedAt = recordedAt
    self.contentHash = contentHash
    self.area = area
    self.ground = ground
    self.hazards = hazards
    self.task = task
  }
}
