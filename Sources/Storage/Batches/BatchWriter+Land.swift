internal import Foundation
internal import GRDB
internal import GeometryValues
public import LandRelease

extension BatchWriter {
  /// Stores a version of a hazard, unless the book has it.
  ///
  /// A row is known again by key, date, content and, where it names one, its moment of recording.
  public func store(
    _ hazard: Hazard, row: Int? = nil, measured: Measured = Measured()
  ) throws -> StoreOutcome {
    let content = HazardRow.content(hazard)
    let event = LandEvent(
      table: "hazard_version", key: hazard.key, date: .some(hazard.date),
      hash: ContentHash.of(hazard))
    let outcome = try store(
      event, content, polygon: hazard.polygon, recordedAt: hazard.recordedAt, row: row, measured)
    if case .stored = outcome { currentLayers.touchHazard(hazard.key) }
    return outcome
  }

  /// Stores a release, unless the book has it; any other content of its key is a correction.
  ///
  /// - Parameter counts: what the row says was found, which device records of their own beat.
  public func store(
    _ release: Release, counts: [DeviceCategory: Int] = [:], row: Int? = nil,
    measured: Measured = Measured()
  ) throws -> StoreOutcome {
    let content = ReleaseRow.content(release, counts: counts)
    let event = LandEvent(
      table: "release_version", key: release.key, date: nil,
      hash: ContentHash.of(release, counts: counts))
    let outcome = try store(
      event, content, polygon: release.polygon, recordedAt: release.recordedAt, row: row, measured)
    if case .stored = outcome { currentLayers.touchRelease(release.key) }
    return outcome
  }

  private func store(
    _ event: LandEvent, _ content: [Field], polygon: MultiPolygon?, recordedAt: String?, row: Int?,
    _ measured: Measured
  ) throws -> StoreOutcome {
    let given = recordedAt.map { Timestamp($0) }
    if let given, given == nil {
      return .refused(
        field: "recorded_at", reason: "\"\(recordedAt ?? "")\" is no date or time",
        remedy: "write it like 2026-03-01 or 2026-03-01T08:30:00Z")
    }
    if let refusal = Self.refusal(of: polygon) { return refusal }
    let known = try event.versions(db)
    let moment = given??.description
    if let same = known.first(where: { event.isSame($0, recordedAt: moment) }) {
      return unchanged(same.version)
    }
    let fields =
      content + [
        Field("geom", polygon.flatMap { $0.isEmpty ? nil : GeoPackageBlob.write($0) }),
        Field("area_cm2", measured.area),
        Field("is_valid", measured.isValid),
        Field("invalid_reason", measured.invalidReason),
        Field("original_wkb", measured.original.map { Data(WKB.write(.polygons($0))) }),
        Field("content_hash", event.hash),
        Field("recorded_at", moment ?? at.description),
        Field("is_recorded_at_given", moment != nil),
      ]
    return try insert(
      fields, into: event.table, as: event.novelty(among: known, recordedAt: moment), row: row,
      layer: true)
  }

  static func refusal(of polygon: MultiPolygon?) -> StoreOutcome? {
    guard let polygon, !polygon.coordinates.allSatisfy(\.isFinite) else { return nil }
    return .refused(
      field: "polygon", reason: "a coordinate is not a finite number",
      remedy: "correct the polygon and import the row again")
  }
}

/// The event that a row reports, held against the versions that the book has of its key.
private struct LandEvent {
  struct Version {
    var version: Int64
    var date: String?
    var hash: String
    var recordedAt: String
    var isGiven: Bool
  }

  var table: String
  var key: RecordKey
  /// Nil where the date does not tell events apart.
  var date: CalendarDate??
  var hash: String

  func versions(_ db: Database) throws -> [Version] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT fid, date, content_hash, recorded_at, is_recorded_at_given FROM \(table)
          WHERE id = ? AND organisation = ? ORDER BY fid
          """), arguments: [key.id, key.organisation])
    var versions: [Version] = []
    while let row = try rows.next() {
      versions.append(
        Version(version: row[0], date: row[1], hash: row[2], recordedAt: row[3], isGiven: row[4]))
    }
    return versions
  }

  func isSame(_ version: Version, recordedAt: String?) -> Bool {
    guard version.hash == hash else { return false }
    guard let recordedAt else { return true }
    return version.isGiven && version.recordedAt == recordedAt
  }

  func novelty(among known: [Version], recordedAt: String?) -> StoreOutcome.Novelty {
    if known.isEmpty { return .first }
    let rivals = known.filter { isSameEvent($0) }
    if rivals.isEmpty { return .version }
    guard let recordedAt else { return .correction }
    let contradicts = rivals.contains {
      $0.isGiven && $0.recordedAt == recordedAt && $0.hash != hash
    }
    return contradicts ? .contradiction : .correction
  }

  private func isSameEvent(_ version: Version) -> Bool {
    date.map { $0?.description == version.date } ?? true
  }
}
