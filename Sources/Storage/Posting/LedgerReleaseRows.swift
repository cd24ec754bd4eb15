internal import GRDB
internal import LandRelease

/// Reads stored contents of releases for posting.
struct LedgerReleaseRows {
  static let select = """
    SELECT fid, organisation, id, kind, activity, review, revoked_on, contamination, date,
      approved_on, hazards, task, operator, donor, area_cm2, is_valid, content_hash, recorded_at,
      geom
    FROM release_version
    """

  private var organisations = Interned<String>()
  private var kinds = Interned<ReleaseKind>()
  private var activities = Interned<Activity>()
  private var reviews = Interned<Review>()
  private var types = Interned<ContaminationTypes>()
  private var names = Interned<String>()

  mutating func read(_ statement: RawStatement) throws -> PostingRow<LedgerRelease> {
    let row = PostingColumns(statement, table: "release_version")
    let organisation = try row.required(1) { organisations.value($0) { $0 } }
    let profile = ReleaseProfile(
      kind: try row.required(3) { kinds.value($0, ReleaseKind.init(rawValue:)) },
      activity: try row.optional(4) { activities.value($0, Activity.init(rawValue:)) },
      operatorName: try row.optional(12) { names.value($0) { $0 } },
      donor: try row.optional(13) { names.value($0) { $0 } })
    let named = try row.optional(7) { types.value($0, ContaminationTypes.init(text:)) }
    let release = LedgerRelease(
      storedVersion: row.integer(0),
      key: RecordKey(organisation: organisation, id: try row.text(2)), profile: profile,
      coverage: Release.coverage(naming: named, by: profile.activity),
      review: try row.required(5) { reviews.value($0, Review.init(rawValue:)) },
      day: try row.optional(8, RowBytes.day), approvedDay: try row.optional(9, RowBytes.day),
      revokedDay: try row.optional(6, RowBytes.day),
      recordedAt: try row.required(17, RowBytes.moment),
      contentHash: try row.required(16, RowBytes.hashHead), area: row.optionalInteger(14),
      ground: -1, hazards: try row.required(10, RowBytes.list), task: row.optionalText(11))
    return PostingRow(
      record: release, polygon: try row.polygon(18), isValid: row.optionalInteger(15) != 0)
  }
}
