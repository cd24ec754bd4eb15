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
    let rows = LayerComparison(layer, inForce)
    return rows.sql(
      "l.fid, l.version", also: ", \(rows.differing), v.fid IS NOT NULL") + " ORDER BY l.fid"
  }
}
