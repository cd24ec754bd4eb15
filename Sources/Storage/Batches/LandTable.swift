/// The tables of one kind of record that moves land: its versions, and the layer that a map shows.
struct LandTable {
  let versions: String
  let layer: String
  /// The columns of a version as ``RecordColumns`` holds them, then those that only the layer has.
  let columns: [String]
  /// Puts a record into the layer of which the version just stored is the only one.
  let showing: String

  static let hazard = LandTable(
    "hazard_version", layer: "hazard", content: HazardRow.columns, layerOnly: [],
    showing: """
      INSERT INTO hazard (organisation, id, standing, class, status, reason, contamination, date,
        district, evidence_date, reopens, origin, source, reported_area_m2, area_m2, recorded_at,
        content_hash, version, geom, sensitivity)
      VALUES (:organisation, :id,
        CASE WHEN :status IN ('closed', 'withdrawn') THEN 'given_up' ELSE :class END, :class,
        :status, :reason, :contamination, :date, :district, :evidence_date, :reopens, :origin,
        :source, :reported_area_cm2 / 10000.0, :area_cm2 / 10000.0, :recorded_at, :content_hash,
        :version, :geom, :sensitivity)
      """)

  static let release = LandTable(
    "release_version", layer: "release", content: ReleaseRow.columns,
    layerOnly: ["hazards_as_text"],
    showing: """
      INSERT INTO "release" (organisation, id, kind, activity, stage, review, revoked_on,
        contamination, date, approved_on, district, hazards, task, release_method, operator, donor,
        depth_cm, land_use, handed_over_on, reported_area_m2, area_m2, recorded_at, content_hash,
        version, geom, sensitivity)
      VALUES (:organisation, :id, :kind, :activity, :stage, :review, :revoked_on, :contamination,
        :date, :approved_on, :district, :hazards_as_text, :task, :release_method, :operator,
        :donor, :depth_cm, :land_use, :handed_over_on, :reported_area_cm2 / 10000.0,
        :area_cm2 / 10000.0, :recorded_at, :content_hash, :version, :geom, :sensitivity)
      """)

  private static let measured = [
    "geom", "area_cm2", "is_valid", "invalid_reason", "original_wkb", "content_hash",
    "recorded_at", "is_recorded_at_given", "batch", "source_row",
  ]

  private let stored: Int

  private init(
    _ versions: String, layer: String, content: [String], layerOnly: [String], showing: String
  ) {
    self.versions = versions
    self.layer = layer
    self.showing = showing
    stored = content.count + Self.measured.count
    columns = content + Self.measured + layerOnly + ["version"]
  }

  /// Writes one version.
  var insertion: String {
    let stored = columns.prefix(stored)
    return """
      INSERT INTO \(versions) (\(stored.joined(separator: ", ")))
      VALUES (\(stored.map { ":\($0)" }.joined(separator: ", ")))
      """
  }

  /// Finds the versions of a record that count, in the order they were stored.
  func search(_ inForce: BatchesInForce) -> String {
    """
    SELECT fid, date, content_hash, recorded_at, is_recorded_at_given FROM \(versions)
    WHERE id = :id AND organisation = :organisation AND \(inForce.condition()) ORDER BY fid
    """
  }
}
