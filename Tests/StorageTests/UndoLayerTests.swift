import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// What an undo does to the layers of the map, and what it leaves alone.
@Suite struct UndoLayerTests {
  private func undo(_ temporary: TemporaryBook, _ batch: Int64) throws -> UndoSummary {
    var description = BatchDescription(
      at: Timestamp(milliseconds: 1_700_000_000_000), verb: "undo", recordType: "hazards")
    description.reverses = batch
    return try temporary.book.undo(description)
  }

  private func shown(_ temporary: TemporaryBook) throws -> [String] {
    try temporary.sql {
      try String.fetchAll(
        $0,
        sql: """
          SELECT id || ' ' || class || ' ' || ifnull(version, '-') || ' '
            || (SELECT count(*) FROM rtree_hazard_geom AS r WHERE r.id = h.fid)
          FROM hazard AS h ORDER BY id
          """)
    }
  }

  @Test func theMapIsAsBeforeAndItsIndexToo() throws {
    let temporary = try TemporaryBook()
    try temporary.write { _ = try $0.store(hazard("A")) }
    let before = try shown(temporary)
    try temporary.write {
      _ = try $0.store(hazard("A", "2021-01-01", x: 30) { $0.hazardClass = .confirmed })
      _ = try $0.store(hazard("B", x: 40))
    }
    #expect(try shown(temporary) == ["A confirmed 2 1", "B suspected 3 1"])
    let summary = try undo(temporary, 2)
    #expect(summary.taken == ["hazard_version": 2] && summary.handmade == 0)
    #expect(try shown(temporary) == before)
    let indexed = try temporary.sql {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM rtree_hazard_geom")
    }
    #expect(indexed == 1)
  }

  @Test func whatSomebodyDrewOrEditedStays() throws {
    let temporary = try TemporaryBook()
    try temporary.write { _ = try $0.store(hazard("A")) }
    try temporary.write {
      _ = try $0.store(hazard("B"))
      _ = try $0.store(hazard("C"))
    }
    try temporary.sql {
      try $0.execute(
        sql: """
          INSERT INTO hazard (id, class) VALUES ('Drawn', 'suspected');
          UPDATE hazard SET class = 'confirmed' WHERE id = 'C';
          """)
    }
    let summary = try undo(temporary, 2)
    #expect(summary.handmade == 1)
    #expect(
      try shown(temporary) == ["A suspected 1 1", "C confirmed - 1", "Drawn suspected - 0"])
  }

  @Test func versionsAndLogOnlyGrow() throws {
    let temporary = try TemporaryBook()
    try temporary.write { _ = try $0.store(hazard("A")) }
    _ = try undo(temporary, 1)
    #expect(throws: UndoObstacle.undone(by: 2)) { try undo(temporary, 1) }
    #expect(throws: UndoObstacle.unknown) { try undo(temporary, 9) }
    let rows = try temporary.sql { db in
      [
        try Int.fetchOne(db, sql: "SELECT count(*) FROM hazard_version"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM import_batch WHERE committed"),
      ]
    }
    #expect(rows == [1, 2])
    #expect(try temporary.book.read { try $0.hazards() }.isEmpty)
  }
}
