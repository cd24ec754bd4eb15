internal import GRDB
public import LandRelease

extension BookReader {
  /// Every content of every hazard in the order they were stored, one at a time.
  ///
  /// - Parameter body: takes the content, and whether one of the same day counts instead.
  public func forEachHazard(_ body: (Stored<Hazard>, _ isSuperseded: Bool) throws -> Void) throws {
    let superseded = try superseded("hazard_version", by: "organisation, id, date")
    let rows = try Row.fetchCursor(db, sql: HazardRow.select + ending())
    while let row = try rows.next() {
      let hazard = try HazardRow.read(row)
      try body(hazard, superseded.contains(hazard.version))
    }
  }

  /// The content of every release that counts in the order they were stored, one at a time.
  public func forEachRelease(_ body: (Stored<Release>) throws -> Void) throws {
    let superseded = try superseded("release_version", by: "organisation, id")
    let rows = try Row.fetchCursor(db, sql: ReleaseRow.select + ending())
    while let row = try rows.next() {
      let release = try ReleaseRow.read(row)
      if !superseded.contains(release.version) { try body(release) }
    }
  }

  /// Contents of one event that are not the one recorded last.
  private func superseded(_ table: String, by event: String) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT fid FROM (
          SELECT fid, row_number() OVER (
            PARTITION BY \(event) ORDER BY recorded_at DESC, content_hash DESC) AS place
          FROM \(table) WHERE \(inForce().condition()))
        WHERE place > 1
        """)
  }
}
