internal import GRDB

/// Works out anew what the layers `hazard` and `release` must show, row by row.
///
/// A difference is an edit of another program. A hazard may also show an earlier version, while the
/// latest waits to be confirmed: whoever knows which do takes these faults out.
struct LayerVerification {
  private let db: Database
  private let layer: String
  private(set) var check = LogCheck(.layers)

  init(_ db: Database, _ layer: String) {
    self.db = db
    self.layer = layer
  }

  mutating func run() {
    let (db, layer) = (db, layer)
    check.run(layer) { check in
      check.held = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(layer)\"") ?? 0
      let latest = try Self.latest(layer, db)
      let names = RowNames(db: db)
      let rows = try Row.fetchCursor(db, sql: Self.comparison(layer, try BatchesInForce(db)))
      var shown: Set<Int64> = []
      while let row = try rows.next() {
        let (number, version): (Int64, Int64?) = (
          try row.decode(atIndex: 0), try row.decode(atIndex: 1)
        )
        let (isAsStored, differing): (Bool, String?) = (
          try row.decode(atIndex: 2), try row.decode(atIndex: 3)
        )
        guard let version, try row.decode(Bool.self, atIndex: 4) else {
          let name = names.name(layer, number)
          check.add(
            LogFault(.added, layer, row: number, record: name, detail: "it was drawn by hand"))
          continue
        }
        shown.insert(version)
        if !isAsStored {
          check.add(
            LogFault(
              .changed, layer, row: number, record: names.name(layer, number), detail: differing))
        } else if !latest.contains(version) {
          var fault = LogFault(
            .changed, layer, row: number, record: names.name(layer, number),
            detail: "it shows an earlier version")
          fault.version = version
          check.add(fault)
        }
      }
      try Self.tellMissing(latest.subtracting(shown), layer, db, &check)
    }
  }

  private static func tellMissing(
    _ versions: Set<Int64>, _ layer: String, _ db: Database, _ check: inout LogCheck
  ) throws {
    let names = RowNames(db: db)
    let isShown = try db.makeStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM "\(layer)" AS l JOIN \(layer)_version AS v
          ON v.organisation = l.organisation AND v.id = l.id WHERE v.fid = ?)
        """)
    for version in versions.sorted() {
      guard try Bool.fetchOne(isShown, arguments: [version]) != true else { continue }
      check.add(
        LogFault(
          .missing, layer, record: names.name("\(layer)_version", version),
          detail: "version \(version)"))
    }
  }

  /// The version that each record must show.
  private static func latest(_ layer: String, _ db: Database) throws -> Set<Int64> {
    let isInForce = try BatchesInForce(db).condition("v.batch")
    return try Int64.fetchSet(db, sql: CurrentLayers.latestSQL(layer, isInForce))
  }

  /// For each row: its version, whether it is as stored, and which columns are not.
  private static func comparison(_ layer: String, _ inForce: BatchesInForce) -> String {
    let differing = compared(layer, inForce).map { "iif(\($0.1), '', ', \($0.0)')" }
      .joined(separator: " || ")
    return comparison(
      layer, inForce, columns: "l.fid, l.version", ", substr(\(differing), 3), v.fid IS NOT NULL")
      + " ORDER BY l.fid"
  }

  /// For each row whether it is as stored, between the columns that are asked for.
  static func comparison(
    _ layer: String, _ inForce: BatchesInForce, columns: String, _ others: String = ""
  ) -> String {
    let all = compared(layer, inForce).map { "(\($0.1))" }.joined(separator: " AND ")
    return """
      SELECT \(columns), ifnull(\(all), 0) AS is_as_stored\(others)
      FROM "\(layer)" AS l LEFT JOIN \(layer)_version AS v ON v.fid = l.version
      """
  }

  /// The columns of a layer with what is true where they are as stored.
  private static func compared(
    _ layer: String, _ inForce: BatchesInForce
  ) -> [(String, String)] {
    HandmadeRows.columns[layer, default: []].map { ($0, "l.\($0) IS v.\($0)") } + [
      ("organisation", "l.organisation IS v.organisation"), ("id", "l.id IS v.id"),
      ("recorded_at", "l.recorded_at IS v.recorded_at"),
      ("content_hash", "l.content_hash IS v.content_hash"),
      ("reported_area_m2", "l.reported_area_m2 IS v.reported_area_cm2 / 10000.0"),
      ("area_m2", "l.area_m2 IS \(drawn("area_cm2", layer, inForce)) / 10000.0"),
      ("geom", "l.geom IS \(drawn("geom", layer, inForce))"),
    ] + own[layer, default: []]
  }

  /// A hazard's version without a polygon shows that of the one before.
  private static func drawn(
    _ column: String, _ layer: String, _ inForce: BatchesInForce
  ) -> String {
    layer == "hazard" ? DrawnPolygon.sql(column, inForce) : "v.\(column)"
  }

  private static let own = [
    "hazard": [
      (
        "standing",
        "l.standing IS CASE WHEN v.status IN ('closed', 'withdrawn') THEN 'given_up' ELSE v.class END"
      )
    ],
    "release": [
      (
        "hazards",
        "l.hazards IS (SELECT group_concat(value, ', ') FROM json_each(v.hazards))"
      )
    ],
  ]
}
