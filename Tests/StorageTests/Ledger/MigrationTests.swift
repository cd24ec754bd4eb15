import Foundation
import GRDB
import LandRelease
import Schemas
import Testing

@testable import Storage

/// Books of earlier versions of the program open, and what they hold stays.
@Suite struct MigrationTests {
  /// A book as it was before the ledger went into numbers, with a posted hazard.
  private func older(isSynthetic: Bool = false) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "book.gpkg")
    let queue = try Connection.writer(at: file.path)
    var migrator = DatabaseMigrator()
    for migration in MigrationTexts.all.prefix(6) {
      migrator.registerMigration(migration.name) { db in
        try db.execute(sql: migration.sql)
        guard try db.tableExists("gpkg_extensions") else { return }
        let layers = try String.fetchAll(
          db,
          sql: """
            SELECT table_name FROM gpkg_geometry_columns EXCEPT
            SELECT table_name FROM gpkg_extensions
            """)
        for layer in layers { try SpatialIndex(table: layer).create(db) }
      }
    }
    try migrator.migrate(queue)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO book VALUES (1, 'Old', \(isSynthetic ? 1 : 0), '2020-01-01T00:00:00.000Z', '1', NULL);
          INSERT INTO import_batch (at, verb, record_type, committed)
            VALUES ('2020-01-01T00:00:00.000Z', 'import', 'hazards', 1);
          INSERT INTO hazard_version (organisation, id, class, contamination, date,
            is_confirmed_change, content_hash, recorded_at, is_recorded_at_given, batch)
            VALUES ('', 'H', 'suspected', 'ap', '2020-01-01', 0, '\(String(repeating: "a", count: 64))',
              '2020-01-01T00:00:00.000Z', 0, 1);
          UPDATE ledger SET posting = 1;
          INSERT INTO movement VALUES (1, NULL, 'hazard', '', 'H', 1, 1, 'D', 'land', 'unrecorded',
            'suspected', 'identified', 0, 1, 5);
          UPDATE ledger SET posting = 0, posted_through_batch = 1, boundary_set = 'old';
          INSERT INTO finding (rule, severity, message, remedy, status, reason)
            VALUES ('LR02', 'note', 'm', 'r', 'accepted', 'seen');
          """)
    }
    try queue.close()
    return file
  }

  @Test func anOlderBookOpensAndIsPostedAnew() throws {
    let file = try older()
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    try #expect(LandBook.open(at: file.path, for: .reading).opening == .copied)
    let book = try LandBook.open(at: file.path, for: .writing)
    let standing = try book.info().ledger
    #expect(standing.isBehind && standing.recordsBehind == 1 && standing.boundarySet == nil)
    try book.read {
      try #expect($0.movements().isEmpty && $0.hazards().count == 1)
      try #expect($0.findings().map(\.reason) == ["seen"])
    }
    let styles = try Connection.reader(at: file.path, isForeign: false).read { db in
      try String.fetchAll(db, sql: "SELECT f_table_name FROM layer_styles")
    }
    #expect(styles.contains("finding"))
    var ledger = PostedLedger()
    ledger.events = [
      PostedEvent(
        type: .hazard, isTakingBack: false, storedVersion: 1, version: 1, day: 18_262, partsEnd: 1)
    ]
    ledger.parts = [
      LedgerPart(
        area: 5, district: -1,
        transition: Transition(
          from: .unrecorded, to: .suspected, cause: .identified, again: false, isInside: true),
        layers: LayerSet(rawValue: 3))
    ]
    try book.replaceLedger(with: ledger, posting: LedgerBook.posting, findings: [])
    try #expect(
      LandBook.open(at: file.path, for: .reading).read { try $0.movements().map(\.event.key.id) }
        == ["H", "H"])
  }

  @Test func theNewTablesOfASyntheticBookSaySo() throws {
    let file = try older(isSynthetic: true)
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    _ = try LandBook.open(at: file.path, for: .writing)
    let plain = try Connection.reader(at: file.path, isForeign: false).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT table_name FROM gpkg_contents WHERE description NOT LIKE 'SYNTHETIC.%'
            AND table_name IN ('ledger_event', 'closing', 'layer', 'finding', 'rulebook_run')
          """)
    }
    #expect(plain.isEmpty)
  }

  /// The style of an earlier version gives way to the new one; what somebody changed is kept.
  @Test func stylesOfAnEarlierVersionAreReplaced() throws {
    let temporary = try TemporaryBook()
    let styles = try temporary.sql { db in
      try db.execute(
        sql: """
          DELETE FROM layer_styles WHERE f_table_name = 'finding';
          UPDATE layer_styles SET styleQML = 'mine' WHERE f_table_name = 'hazard';
          UPDATE layer_styles SET styleQML = 'earlier' WHERE f_table_name = 'release'
          """)
      try LayerStyles.install(
        db, at: LedgerBook.posting.at,
        replacing: [LayerStyles.hash("earlier")])
      return try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(
          db, sql: "SELECT f_table_name, styleQML FROM layer_styles"
        ).map { ($0[0] as String, $0[1] as String) })
    }
    var expected = Dictionary(uniqueKeysWithValues: StyleTexts.all.map { ($0.layer, $0.qml) })
    expected["hazard"] = "mine"
    #expect(styles == expected)
  }

  /// What the program comes with now is no earlier style, and what came before is not forgotten.
  @Test func theStylesOfNowAreNotEarlierOnes() {
    #expect(StyleTexts.earlier.count == 4)
    let now = StyleTexts.all.map { LayerStyles.hash($0.qml) }
    #expect(StyleTexts.earlier.isDisjoint(with: now))
  }
}
