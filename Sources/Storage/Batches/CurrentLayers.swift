internal import GRDB
internal import LandRelease

/// Rewrites the rows of `hazard` and `release`, what a map shows, for keys of several versions.
///
/// The latest date counts, of one date what was recorded last, and nothing where contents recorded
/// at one moment differ. A version without polygon keeps the polygon before it.
struct CurrentLayers {
  private var hazards: Set<RecordKey> = []
  private var releases: Set<RecordKey> = []

  /// The keys of every record of some batches.
  init(ofBatches batches: Set<Int64>, _ db: Database) throws {
    let list = batches.sorted().map { "\($0)" }.joined(separator: ", ")
    func keys(_ table: String) throws -> Set<RecordKey> {
      let rows = try Row.fetchAll(
        db, sql: "SELECT DISTINCT organisation, id FROM \(table) WHERE batch IN (\(list))")
      return Set(
        try rows.map {
          try RecordKey(organisation: $0.decode(atIndex: 0), id: $0.decode(atIndex: 1))
        })
    }
    hazards = try keys("hazard_version")
    releases = try keys("release_version")
  }

  init() {}

  /// Leaves out the records that somebody has drawn or edited by hand, whose rows stay as they are
  /// and belong to no version any more.
  ///
  /// - Parameter drawn: the batches that counted when the layers were drawn.
  /// - Returns: how many.
  mutating func leaveHandmade(drawn: BatchesInForce, _ db: Database) throws -> Int {
    let edited = try HandmadeRows.release(of: hazards, in: "hazard", drawn: drawn, db)
    let released = try HandmadeRows.release(of: releases, in: "release", drawn: drawn, db)
    hazards.subtract(edited)
    releases.subtract(released)
    return edited.count + released.count
  }

  /// Leaves out the records that somebody has drawn or edited by hand, whose rows stay as they are
  /// until they are adopted or put back.
  mutating func leaveEdited(drawn: BatchesInForce, _ db: Database) throws {
    hazards.subtract(try HandmadeRows.find(of: hazards, in: "hazard", drawn: drawn, db))
    releases.subtract(try HandmadeRows.find(of: releases, in: "release", drawn: drawn, db))
  }

  /// How many records are rewritten.
  var count: Int { hazards.count + releases.count }

  mutating func touchHazard(_ key: RecordKey) { hazards.insert(key) }
  mutating func touchRelease(_ key: RecordKey) { releases.insert(key) }

  func rewrite(_ writer: BatchWriter) throws {
    let isInForce = writer.inForce.condition("v.batch")
    try Self.rewrite(writer, "hazard", hazards, Self.hazardSQL(isInForce))
    try Self.rewrite(writer, "release", releases, Self.releaseSQL(isInForce))
  }

  private static func rewrite(
    _ writer: BatchWriter, _ table: String, _ keys: Set<RecordKey>, _ insertion: String
  ) throws {
    if keys.isEmpty { return }
    let (db, index) = (writer.db, try writer.index(of: table))
    try db.execute(
      sql: """
        CREATE TEMP TABLE touched (organisation TEXT, id TEXT, fid INTEGER,
          PRIMARY KEY (id, organisation)) WITHOUT ROWID
        """)
    let find = try db.makeStatement(
      sql: "SELECT fid FROM \"\(table)\" WHERE organisation = ? AND id = ?")
    let touch = try db.makeStatement(sql: "INSERT INTO touched VALUES (?, ?, ?)")
    // A row keeps its number for as long as its key is there.
    var next = try Int64.fetchOne(db, sql: "SELECT ifnull(max(fid), 0) + 1 FROM \"\(table)\"") ?? 1
    for key in keys.sorted() {
      let kept = try Int64.fetchOne(find, arguments: [key.organisation, key.id])
      try touch.execute(arguments: [key.organisation, key.id, kept ?? next])
      try index.noteChange(of: kept ?? next)
      if kept == nil { next += 1 }
    }
    try db.execute(sql: "DELETE FROM \"\(table)\" WHERE fid IN (SELECT fid FROM touched)")
    try db.execute(sql: insertion)
    try db.execute(sql: "DROP TABLE touched")
  }

  private static func hazardSQL(_ isInForce: String) -> String {
    """
    WITH version AS (
      SELECT v.fid, v.organisation, v.id, ifnull(v.date, '') AS day, v.recorded_at, v.content_hash,
        v.geom IS NULL AS is_bare, t.fid AS number,
        min(v.content_hash) OVER moment = max(v.content_hash) OVER moment AS agrees
      FROM touched AS t CROSS JOIN hazard_version AS v
        ON v.id = t.id AND v.organisation = t.organisation AND \(isInForce)
      WINDOW moment AS (PARTITION BY t.fid, v.date, v.recorded_at)),
    dated AS (
      SELECT *, row_number() OVER (
        PARTITION BY number, day ORDER BY recorded_at DESC, content_hash DESC) AS place
      FROM version WHERE agrees),
    latest AS (
      SELECT number, fid, row_number() OVER (PARTITION BY number ORDER BY day DESC) AS age,
        first_value(fid) OVER (PARTITION BY number ORDER BY is_bare, day DESC) AS drawn
      FROM dated WHERE place = 1)
    INSERT INTO hazard
    SELECT number, v.organisation, v.id,
      CASE WHEN v.status IN ('closed', 'withdrawn') THEN 'given_up' ELSE v.class END,
      v.class, v.status, v.reason, v.contamination, v.date, v.district, v.evidence_date, v.reopens,
      v.origin, v.source, v.reported_area_cm2 / 10000.0, p.area_cm2 / 10000.0, v.recorded_at,
      v.content_hash, v.fid, p.geom, v.sensitivity
    FROM latest AS l JOIN hazard_version AS v ON v.fid = l.fid
      JOIN hazard_version AS p ON p.fid = l.drawn
    WHERE l.age = 1 AND NOT (v.status IS 'withdrawn' AND ifnull(v.reason, '') <> '')
    """
  }

  private static func releaseSQL(_ isInForce: String) -> String {
    """
    WITH version AS (
      SELECT v.fid, v.recorded_at, v.content_hash, t.fid AS number,
        min(v.content_hash) OVER moment = max(v.content_hash) OVER moment AS agrees
      FROM touched AS t CROSS JOIN release_version AS v
        ON v.id = t.id AND v.organisation = t.organisation AND \(isInForce)
      WINDOW moment AS (PARTITION BY t.fid, v.recorded_at)),
    latest AS (
      SELECT number, fid, row_number() OVER (
        PARTITION BY number ORDER BY recorded_at DESC, content_hash DESC) AS age
      FROM version WHERE agrees)
    INSERT INTO "release"
    SELECT number, organisation, id, kind, activity, stage, review, revoked_on,
      contamination, date, approved_on, district,
      (SELECT group_concat(value, ', ') FROM json_each(v.hazards)), task, release_method,
      operator, donor, depth_cm, land_use, handed_over_on, reported_area_cm2 / 10000.0,
      area_cm2 / 10000.0, recorded_at, content_hash, v.fid, geom, sensitivity
    FROM latest AS l JOIN release_version AS v ON v.fid = l.fid WHERE l.age = 1
    """
  }

  /// The version that each record of a layer shows once all of them were rewritten.
  static func latestSQL(_ layer: String, _ isInForce: String) -> String {
    let isHazard = layer == "hazard"
    return """
      WITH version AS (
        SELECT v.fid, v.organisation, v.id, \(isHazard ? "ifnull(v.date, '')" : "''") AS day,
          v.recorded_at, v.content_hash, \(isHazard ? withdrawn : "0") AS is_off,
          min(v.content_hash) OVER moment = max(v.content_hash) OVER moment AS agrees
        FROM \(layer)_version AS v WHERE \(isInForce)
        WINDOW moment AS (
          PARTITION BY v.id, v.organisation\(isHazard ? ", v.date" : ""), v.recorded_at)),
      dated AS (
        SELECT *, row_number() OVER (PARTITION BY id, organisation
          ORDER BY day DESC, recorded_at DESC, content_hash DESC) AS age
        FROM version WHERE agrees)
      SELECT fid FROM dated WHERE age = 1 AND NOT is_off
      """
  }

  private static let withdrawn = "(v.status IS 'withdrawn' AND ifnull(v.reason, '') <> '')"
}
