import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// Large batches lift triggers and pack indexes; nothing of that may show afterwards.
@Suite struct BulkLoadTests {
  private static let many = 2500

  private func load(_ temporary: TemporaryBook, _ date: String = "2020-01-01") throws {
    try temporary.write { writer in
      for number in 0..<Self.many {
        let place = Double(number % 50) * 0.02
        _ = try writer.store(hazard("H\(number)", date, x: number % 7 == 0 ? nil : 20 + place))
      }
      // Another version of a few, and one withdrawn with its reason.
      for number in stride(from: 0, to: Self.many, by: 100) {
        _ = try writer.store(hazard("H\(number)", "2022-01-01", x: 30))
      }
      let withdrawn = hazard("W\(date)") {
        $0.status = .withdrawn
        $0.reason = "never mined"
      }
      _ = try writer.store(withdrawn)
    }
  }

  @Test func schemaAndIndexesAreAsBefore() throws {
    let temporary = try TemporaryBook()
    let schema = { (db: Database) in
      try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql NOTNULL ORDER BY sql")
    }
    let before = try temporary.sql(schema)
    try load(temporary)
    try #expect(temporary.sql(schema) == before)
    try expectSound(temporary, hazards: Self.many)
    // The same again over what is there, where keys are looked up.
    try load(temporary, "2021-01-01")
    try #expect(temporary.sql(schema) == before)
    try expectSound(temporary, hazards: Self.many)
    #expect(throws: DatabaseError.self) {
      try temporary.sql { db in
        try db.execute(
          sql: "INSERT OR REPLACE INTO hazard_version SELECT * FROM hazard_version WHERE fid = 1")
      }
    }
  }

  /// It stands until it is adopted or put back, whatever is imported under its name.
  @Test func aRecordDrawnByHandStays() throws {
    let temporary = try TemporaryBook()
    try temporary.sql { db in
      try db.execute(
        sql: "INSERT INTO hazard (geom, id, class) VALUES (?, 'H1', 'suspected')",
        arguments: [GeoPackageBlob.write(square(50, 50))])
    }
    try temporary.write { _ = try $0.store(hazard("H1", x: 20)) }
    let rows = try temporary.sql { db in
      try Row.fetchAll(db, sql: "SELECT fid, version, ST_MinX(geom) AS x FROM hazard")
    }
    #expect(rows == [["fid": 1, "version": nil, "x": 50.0]])
    try #expect(
      temporary.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM hazard_version") } == 1)
  }

  @Test func twoContentsOfOneEventAreSuspected() throws {
    let temporary = try TemporaryBook()
    let confirmed = hazard("H1") { $0.hazardClass = .confirmed }
    try temporary.write { writer in
      _ = try writer.store(hazard("H1"))
      _ = try writer.store(hazard("H1", "2021-01-01"))
      _ = try writer.store(hazard("H1"))
      #expect(writer.contradictedEvents.isEmpty)
      _ = try writer.store(confirmed)
      #expect(!writer.contradictedEvents.isEmpty)
    }
    // The book's own content is no rival: the batch brings one.
    try temporary.write { writer in
      _ = try writer.store(hazard("H1") { $0.source = "new" })
      #expect(writer.contradictedEvents.isEmpty)
    }
  }

  /// Past a limit, events are compared with what the batch has stored instead of remembered.
  @Test func eventsPastTheLimitAreComparedWithWhatWasStored() {
    var events = BatchEvents(most: 2)
    func event(_ id: String) -> Storage.LandEvent {
      Storage.LandEvent(key: RecordKey(organisation: "", id: id), date: .some(nil))
    }
    for id in ["a", "b"] {
      let isKnown = events.meet(event(id), SIMD2(1, 1))
      #expect(!isKnown)
    }
    #expect(events.isFull && events.contradicted.isEmpty)
    let mayBe = events.meet(event("c"), SIMD2(1, 1))
    #expect(mayBe, "it has to be looked up")
    func stored(_ hash: String, given: Bool = false) -> KnownVersion {
      KnownVersion(version: 9, date: nil, hash: hash, recordedAt: "2025", isGiven: given)
    }
    events.compare(event("c"), "same", with: [stored("same"), stored("other", given: true)])
    #expect(events.contradicted.isEmpty)
    events.compare(event("c"), "same", with: [stored("other")])
    #expect(events.contradicted.count == 1)
    _ = events.meet(event("a"), SIMD2(2, 2))
    #expect(events.contradicted.count == 2)
  }

  private func expectSound(_ temporary: TemporaryBook, hazards: Int) throws {
    try temporary.sql { db in
      try #expect(Int.fetchOne(db, sql: "SELECT count(*) FROM hazard") == hazards)
      for table in ["hazard", "hazard_version"] {
        let index = "rtree_\(table)_geom"
        try #expect(String.fetchOne(db, sql: "SELECT rtreecheck('\(index)')") == "ok")
        let wrong = try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT count(*) FROM \(index)) - (SELECT count(geom) FROM \(table))
              + (SELECT count(*) FROM \(table) AS t LEFT JOIN \(index) AS r ON r.id = t.fid
                WHERE t.geom IS NOT NULL AND (r.id IS NULL OR r.minx > ST_MinX(t.geom)
                  OR r.minx < ST_MinX(t.geom) - 0.001 OR r.maxy < ST_MaxY(t.geom)))
            """)
        #expect(wrong == 0, "\(table)")
        let extent = try Row.fetchOne(
          db,
          sql:
            "SELECT min_x <= (SELECT min(ST_MinX(geom)) FROM \(table)) AS west, max_x >= (SELECT max(ST_MaxX(geom)) FROM \(table)) AS east FROM gpkg_contents WHERE table_name = '\(table)'"
        )
        #expect(extent == ["west": 1, "east": 1])
      }
      try #expect(String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      try #expect(Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
    }
  }
}
