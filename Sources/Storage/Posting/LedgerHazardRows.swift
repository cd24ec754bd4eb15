internal import GRDB
internal import LandRelease

/// Reads stored versions of hazards for posting.
struct LedgerHazardRows {
  static let select = """
    SELECT fid, organisation, id, class, status, reason, contamination, date, reopens, source,
      is_confirmed_change, area_cm2, is_valid, content_hash, recorded_at, geom
    FROM hazard_version
    """

  private var organisations = Interned<String>()
  private var classes = Interned<HazardClass>()
  private var statuses = Interned<HazardStatus>()
  private var types = Interned<ContaminationTypes>()
  private var sources = Interned<String>()

  mutating func read(_ statement: RawStatement) throws -> PostingRow<LedgerHazard> {
    let row = PostingColumns(statement, table: "hazard_version")
    let organisation = try row.required(1) { organisations.value($0) { $0 } }
    let hazard = LedgerHazard(
      storedVersion: row.integer(0),
      key: RecordKey(organisation: organisation, id: try row.text(2)),
      hazardClass: try row.required(3) { classes.value($0, HazardClass.init(rawValue:)) },
      types: try row.required(6) { types.value($0, ContaminationTypes.init(text:)) },
      status: try row.optional(4) { statuses.value($0, HazardStatus.init(rawValue:)) },
      hasReason: row.isFilled(5), isConfirmedChange: row.integer(10) != 0,
      day: try row.optional(7, RowBytes.day) ?? PostedEvent.undated,
      recordedAt: try row.required(14, RowBytes.moment),
      contentHash: try row.required(13, RowBytes.hashHead), area: row.optionalInteger(11),
      ground: -1, reopens: row.optionalText(8),
      source: try row.optional(9) { sources.value($0) { $0 } })
    return PostingRow(
      record: hazard, polygon: try row.polygon(15), isValid: row.optionalInteger(12) != 0)
  }
}
