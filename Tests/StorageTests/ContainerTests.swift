import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

@Suite struct ContainerTests {
  /// A book with something in every table.
  private func full() throws -> TemporaryBook {
    let temporary = try TemporaryBook(isSynthetic: true)
    try temporary.write { writer in
      for number in 0..<200 {
        _ = try writer.store(hazard("H\(number)", x: 20 + Double(number) * 0.02))
      }
      _ = try writer.store(hazard("H200", x: nil))
      var release = Release(key: RecordKey(id: "R"), kind: .cleared)
      release.hazards = ["H1", "H2"]
      release.date = CalendarDate("2021-05-05")
      release.polygon = square(20, 40)
      release.polygon?.append(square(21, 41))
      _ = try writer.store(release, counts: [.uxo: 2])
      _ = try writer.store(
        District(code: "D1", name: "One", polygon: square(19, 39, side: 5)), boundarySet: "2020")
      var device = Device(key: RecordKey(id: "D"), category: .uxo, quantity: 2)
      device.position = Position(x: 20, y: 40)
      _ = try writer.store(device)
      _ = try writer.store(Victim(key: RecordKey(id: "V"), outcome: .injured))
      var accident = Accident(key: RecordKey(id: "A"))
      accident.position = Position(x: 20, y: 41)
      _ = try writer.store(accident)
      var record = MinefieldRecord(key: RecordKey(id: "M"))
      record.geometry = .points([Position(x: 1, y: 2), Position(x: 3, y: 4)])
      _ = try writer.store(record)
      _ = try writer.store(LandTask(key: RecordKey(id: "T")))
      _ = try writer.store(LandRelease.Statement(actor: "Army"))
      _ = try writer.store(claim: "C", sourceKey: nil, document: "{}")
      try writer.add(
        Finding(
          rule: "LR01", severity: .note, message: "m", place: Finding.Place(record: "hazard H1"),
          remedy: "r"))
      try writer.refuse(RefusedRow(row: 1, reason: "r", remedy: "m", original: "o"))
    }
    var ledger = PostedLedger()
    ledger.districtCodes = ["D1"]
    ledger.profiles = [ReleaseProfile(kind: .cleared)]
    for version in 1...200 {
      ledger.parts += [0, -1].map { district in
        LedgerPart(
          area: 5, district: district,
          transition: Transition(
            from: .unrecorded, to: .suspected, cause: .identified, again: false, isInside: true),
          layers: LayerSet(rawValue: 127))
      }
      ledger.events.append(
        PostedEvent(
          type: .hazard, isTakingBack: false, storedVersion: Int64(version), version: 1,
          day: 18_262, partsEnd: Int32(ledger.parts.count)))
    }
    try temporary.book.replaceLedger(with: ledger, posting: LedgerBook.posting, findings: [])
    let pieces = (0..<150).map { number in
      RemainingPiece(
        state: "suspected", isContested: false, isPending: true, district: "D1",
        area: Area(squareCentimetres: 5), polygon: square(20 + Double(number) * 0.02, 40))
    }
    _ = try temporary.book.drawRemaining(
      pieces, asOf: CalendarDate("2021-05-05"), note: "n",
      throughBatch: LedgerBook.posting.throughBatch, at: LedgerBook.posting.at)
    return temporary
  }

  @Test func theValidatorOfGDALHasNothingToSay() throws {
    let temporary = try full()
    let arguments = ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", temporary.path]
    guard let validator = try run("/usr/bin/python3", arguments),
      !validator.output.contains("No module named")
    else { return }
    #expect(validator.code == 0, "\(validator.output)")
    #expect(!validator.output.contains("arning"), "\(validator.output)")
  }

  @Test func anotherReaderFindsTheLayers() throws {
    let temporary = try full()
    guard let listing = try run("/usr/bin/ogrinfo", ["-ro", "-al", "-so", temporary.path]) else {
      return
    }
    #expect(listing.code == 0)
    #expect(!listing.output.contains("Warning"), "\(listing.output)")
    for part in [
      "Layer name: hazard\n", "Feature Count: 201\n", "Layer name: movement\n",
      "Feature Count: 2800\n",
      "Extent: (20.000000, 40.000000) - (23.990000, 40.010000)", "Geometry: Multi Polygon",
      "SYNTHETIC. Administrative units", "date: Date", "recorded_at: DateTime",
    ] {
      #expect(listing.output.contains(part), "\(part)")
    }
  }

  @Test func theSpatialIndexIsSoundAfterAnImport() throws {
    let temporary = try full()
    try expectSoundIndexes(temporary)
    // A small batch goes the other way, row by row.
    try temporary.write { _ = try $0.store(hazard("H7", "2023-01-01", x: 60)) }
    try expectSoundIndexes(temporary)
    let found = try temporary.sql { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM rtree_hazard_geom AS r JOIN hazard AS h ON h.fid = r.id
          WHERE h.id = 'H7' AND r.minx BETWEEN 59.9 AND 60
          """)
    }
    #expect(found == 1)
  }

  @Test func theSpatialIndexFollowsEditsByAnotherProgram() throws {
    let temporary = try full()
    try temporary.sql { db in
      let blob = GeoPackageBlob.write(square(50, 50))
      try db.execute(
        sql: """
          INSERT INTO hazard (geom, id, class) VALUES (?1, 'drawn', 'suspected');
          """, arguments: [blob])
      try db.execute(sql: "UPDATE hazard SET geom = ? WHERE id = 'H3'", arguments: [blob])
      try db.execute(sql: "UPDATE hazard SET geom = NULL WHERE id = 'H4'")
      try db.execute(sql: "UPDATE hazard SET fid = 5000 WHERE id = 'H5'")
      try db.execute(sql: "DELETE FROM hazard WHERE id = 'H6'")
    }
    try expectSoundIndexes(temporary)
    let there = try temporary.sql { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM rtree_hazard_geom WHERE maxx > 49")
    }
    #expect(there == 2)
  }

  @Test(arguments: [0, 1, 50, 51, 52, 2600, 2602, 7000], [PackedTree.mostHeld, 40, 1000])
  func aPackedTreeFindsWhatItHolds(count: Int, held: Int) throws {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(
        sql: "CREATE VIRTUAL TABLE rtree_t_geom USING rtree(id, minx, maxx, miny, maxy)")
      var tree = PackedTree(SpatialIndex(table: "t"), mostHeld: held)
      var random = SystemRandomNumberGenerator()
      var boxes: [Int64: Envelope] = [:]
      for id in 0..<Int64(count) {
        let (x, y) = (Double.random(in: -180...180, using: &random), Double.random(in: -90...90))
        boxes[id * 3] = Envelope(minX: x, minY: y, maxX: x + 0.001, maxY: y + 0.001)
      }
      for (id, box) in boxes { try tree.add(id, box, db) }
      #expect(tree.count == count && tree.isLarge == (count >= held))
      try tree.write(db)
      try #expect(String.fetchOne(db, sql: "SELECT rtreecheck('rtree_t_geom')") == "ok")
      let window = Envelope(minX: -20, minY: -20, maxX: 30, maxY: 40)
      let found = try Int64.fetchSet(
        db,
        sql: """
          SELECT id FROM rtree_t_geom WHERE minx <= 30 AND maxx >= -20 AND miny <= 40 AND maxy >= -20
          """)
      let inside = Set(boxes.filter { $0.value.meets(window) }.keys)
      #expect(found.isSuperset(of: inside) && found.count <= inside.count + 1)
      try db.execute(sql: "DELETE FROM rtree_t_geom WHERE id % 2 = 0")
      try db.execute(sql: "INSERT INTO rtree_t_geom VALUES (1000001, 0, 1, 0, 1)")
      try #expect(String.fetchOne(db, sql: "SELECT rtreecheck('rtree_t_geom')") == "ok")
    }
  }

  @Test(arguments: [
    "UPDATE hazard_version SET class = 'confirmed'", "DELETE FROM hazard_version WHERE fid = 1",
    "INSERT OR REPLACE INTO hazard_version SELECT * FROM hazard_version WHERE fid = 1",
    "UPDATE release_version SET kind = 'reduced'", "DELETE FROM release_version",
    "INSERT OR REPLACE INTO release_version SELECT * FROM release_version",
    "UPDATE import_batch SET file = 'x'", "DELETE FROM import_batch",
    "INSERT OR REPLACE INTO import_batch SELECT * FROM import_batch", "DELETE FROM refused_row",
    "UPDATE refused_row SET reason = 'x'",
    """
    INSERT INTO movement VALUES (1, NULL, 'hazard', '', 'H', 1, 1, 'D', 'land', 'unrecorded',
      'suspected', 'identified', 0, 1, 5)
    """,
  ])
  func logsAndVersionsOnlyGrow(sql: String) throws {
    let temporary = try full()
    let before = try temporary.book.read { try $0.hazards() }
    #expect {
      try temporary.sql { try $0.execute(sql: sql) }
    } throws: { error in
      (error as? DatabaseError)?.message?.contains("movement") ?? false
        || (error as? DatabaseError)?.message?.contains("append-only") ?? false
    }
    try #expect(temporary.book.read { try $0.hazards() } == before)
  }

  private func expectSoundIndexes(_ temporary: TemporaryBook) throws {
    try temporary.sql { db in
      for table in try String.fetchAll(db, sql: "SELECT table_name FROM gpkg_geometry_columns") {
        let index = "rtree_\(table)_geom"
        let verdict = try String.fetchOne(db, sql: "SELECT rtreecheck('\(index)')")
        #expect(verdict == "ok", "\(table)")
        let wrong = try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT count(*) FROM \(index)) - (SELECT count(geom) FROM "\(table)")
              + (SELECT count(*) FROM "\(table)" AS t LEFT JOIN \(index) AS r ON r.id = t.fid
                WHERE t.geom IS NOT NULL AND (r.id IS NULL OR r.minx > ST_MinX(t.geom)
                  OR r.maxy < ST_MaxY(t.geom)))
            """)
        #expect(wrong == 0, "\(table)")
      }
      try #expect(String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      try #expect(Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
    }
  }
}
