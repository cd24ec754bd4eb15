internal import GRDB
internal import LandRelease

/// A hazard's version as columns of `hazard_version`.
enum HazardRow {
  /// The columns that ``write(_:to:)`` fills, in their order.
  static let columns = [
    "organisation", "id", "class", "status", "reason", "approver", "contamination", "date",
    "district", "evidence_date", "reopens", "origin", "source", "is_confirmed_change",
    "reported_area_typed_cm2", "reported_area_cm2", "sensitivity",
  ]

  /// What the record says, without its polygon and without when it was recorded.
  static func write(_ hazard: Hazard, to columns: inout RecordColumns) {
    let types = hazard.contamination.isEmpty ? .unknown : hazard.contamination
    columns.add("organisation", hazard.key.organisation)
    columns.add("id", hazard.key.id)
    columns.add("class", hazard.hazardClass)
    columns.add("status", hazard.status)
    columns.add("reason", hazard.reason)
    columns.add("approver", hazard.approver)
    columns.add("contamination", types.storedText)
    columns.add("date", hazard.date)
    columns.add("district", hazard.district)
    columns.add("evidence_date", hazard.evidenceDate)
    columns.add("reopens", hazard.reopens)
    columns.add("origin", hazard.origin)
    columns.add("source", hazard.source)
    columns.add("is_confirmed_change", hazard.isConfirmedChange)
    columns.add("reported_area_typed_cm2", hazard.reportedArea?.asTyped)
    columns.add("reported_area_cm2", hazard.reportedArea?.unitCorrected)
    columns.add(later: "sensitivity", hazard.sensitivity)
  }

  static let select = """
    SELECT fid, organisation, id, class, status, reason, approver, contamination, date, district,
      evidence_date, reopens, origin, source, is_confirmed_change, reported_area_typed_cm2,
      reported_area_cm2, geom, recorded_at, is_recorded_at_given, content_hash, area_cm2,
      is_valid, batch, source_row, sensitivity
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
    stored.content.sensitivity = try reader.optional { try $0.word() }
    return stored
  }
}
