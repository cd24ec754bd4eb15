internal import GRDB
internal import LandRelease

/// A hazard's version as columns of `hazard_version`.
enum HazardRow {
  /// What the record says, without its polygon and without when it was recorded.
  static func content(_ hazard: Hazard) -> [Field] {
    let types = hazard.contamination.isEmpty ? .unknown : hazard.contamination
    return [
      Field("organisation", hazard.key.organisation),
      Field("id", hazard.key.id),
      Field("class", hazard.hazardClass),
      Field("status", hazard.status),
      Field("reason", hazard.reason),
      Field("approver", hazard.approver),
      Field("contamination", types.text),
      Field("date", hazard.date),
      Field("district", hazard.district),
      Field("evidence_date", hazard.evidenceDate),
      Field("reopens", hazard.reopens),
      Field("origin", hazard.origin),
      Field("source", hazard.source),
      Field("is_confirmed_change", hazard.isConfirmedChange),
      Field("reported_area_typed_cm2", hazard.reportedArea?.asTyped),
      Field("reported_area_cm2", hazard.reportedArea?.unitCorrected),
    ]
  }

  static let select = """
    SELECT fid, organisation, id, class, status, reason, approver, contamination, date, district,
      evidence_date, reopens, origin, source, is_confirmed_change, reported_area_typed_cm2,
      reported_area_cm2, geom, recorded_at, is_recorded_at_given, content_hash, area_cm2,
      is_valid, batch, source_row
    FROM hazard_version
    """

  static func read(_ row: Row) throws -> Stored<Hazard> {
    var reader = FieldReader(row, table: "hazard_version")
    let version = try reader.integer()
    let key = RecordKey(organisation: try reader.text(), id: try reader.text())
    var hazard = Hazard(key: key, hazardClass: try reader.word())
    hazard.status = try reader.optional { try $0.word() }
    hazard.reason = try reader.optional { try $0.text() }
    hazard.approver = try reader.optional { try $0.text() }
    hazard.contamination = try reader.contamination()
    hazard.date = try reader.optional { try $0.date() }
    hazard.district = try reader.optional { try $0.text() }
    hazard.evidenceDate = try reader.optional { try $0.date() }
    hazard.reopens = try reader.optional { try $0.text() }
    hazard.origin = try reader.optional { try $0.text() }
    hazard.source = try reader.optional { try $0.text() }
    hazard.isConfirmedChange = try reader.flag()
    hazard.reportedArea = try reader.reportedArea()
    hazard.polygon = try reader.polygons()
    let recordedAt = try reader.text()
    if try reader.flag() { hazard.recordedAt = recordedAt }
    var stored = Stored(
      version: version, content: hazard, recordedAt: recordedAt, contentHash: try reader.text(),
      measuredArea: try reader.area())
    stored.isValid = try reader.optional { try $0.flag() } ?? true
    stored.batch = try reader.integer()
    stored.sourceRow = try reader.optional { Int(try $0.integer()) }
    return stored
  }
}
