internal import GRDB
internal import LandRelease

/// A release as columns of `release_version`.
enum ReleaseRow {
  /// The columns that ``write(_:counts:to:)`` fills, in their order.
  static let columns = [
    "organisation", "id", "kind", "activity", "stage", "review", "revoked_on", "contamination",
    "date", "approved_on", "district", "hazards", "task", "release_method", "operator", "donor",
    "depth_cm", "land_use", "handed_over_on", "counts", "reported_area_typed_cm2",
    "reported_area_cm2", "sensitivity",
  ]

  /// What the record says, without its polygon and without when it was recorded.
  static func write(
    _ release: Release, counts: [DeviceCategory: Int], to columns: inout RecordColumns
  ) {
    let named = release.contamination.flatMap { $0.isEmpty ? nil : $0 }
    columns.add("organisation", release.key.organisation)
    columns.add("id", release.key.id)
    columns.add("kind", release.kind)
    columns.add("activity", release.activity)
    columns.add("stage", release.stage)
    columns.add("review", release.review)
    columns.add("revoked_on", release.revokedOn)
    columns.add("contamination", named?.storedText)
    columns.add("date", release.date)
    columns.add("approved_on", release.approvedOn)
    columns.add("district", release.district)
    columns.add("hazards", list: release.hazards)
    columns.add("task", release.task)
    columns.add("release_method", release.releaseMethod)
    columns.add("operator", release.operatorName)
    columns.add("donor", release.donor)
    columns.add("depth_cm", release.depthCentimetres)
    columns.add("land_use", release.landUse)
    columns.add("handed_over_on", release.handedOverOn)
    columns.add("counts", text(of: counts))
    columns.add("reported_area_typed_cm2", release.reportedArea?.asTyped)
    columns.add("reported_area_cm2", release.reportedArea?.unitCorrected)
    columns.add(later: "sensitivity", release.sensitivity)
  }

  private static func text(of counts: [DeviceCategory: Int]) -> String? {
    guard !counts.isEmpty else { return nil }
    return JSONText.write(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }))
  }

  static let select = """
    SELECT fid, organisation, id, kind, activity, stage, review, revoked_on, contamination, date,
      approved_on, district, hazards, task, release_method, operator, donor, depth_cm, land_use,
      handed_over_on, reported_area_typed_cm2, reported_area_cm2, geom, recorded_at,
      is_recorded_at_given, content_hash, area_cm2,
      is_valid, batch, source_row, sensitivity
    FROM release_version
    """

  static func read(_ row: Row) throws -> Stored<Release> {
    var reader = FieldReader(row, table: "release_version")
    let version = try reader.integer()
    let key = RecordKey(organisation: try reader.text(), id: try reader.text())
    var release = Release(key: key, kind: try reader.word())
    release.activity = try reader.optional { try $0.word() }
    release.stage = try reader.optional { try $0.word() }
    release.review = try reader.word()
    release.revokedOn = try reader.optional { try $0.date() }
    release.contamination = try reader.optional { try $0.contamination() }
    release.date = try reader.optional { try $0.date() }
    release.approvedOn = try reader.optional { try $0.date() }
    release.district = try reader.optional { try $0.text() }
    release.hazards = try reader.list()
    release.task = try reader.optional { try $0.text() }
    release.releaseMethod = try reader.optional { try $0.text() }
    release.operatorName = try reader.optional { try $0.text() }
    release.donor = try reader.optional { try $0.text() }
    release.depthCentimetres = try reader.optional { try $0.number() }
    release.landUse = try reader.optional { try $0.text() }
    release.handedOverOn = try reader.optional { try $0.date() }
    release.reportedArea = try reader.reportedArea()
    release.polygon = try reader.polygons()
    let recordedAt = try reader.text()
    if try reader.flag() { release.recordedAt = recordedAt }
    var stored = Stored(
      version: version, content: release, recordedAt: recordedAt, contentHash: try reader.text(),
      measuredArea: try reader.area())
    stored.isValid = try reader.optional { try $0.flag() } ?? true
    stored.batch = try reader.integer()
    stored.sourceRow = try reader.optional { Int(try $0.integer()) }
    stored.content.sensitivity = try reader.optional { try $0.word() }
    return stored
  }
}
