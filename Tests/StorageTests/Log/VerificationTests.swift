import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// A book held against its log: what was done to it past the log is found, and named.
@Suite struct VerificationTests {
  private let made: LedgerBook

  init() throws { made = try LedgerBook.withTasks() }

  private func verify() throws -> BookVerification { try made.verify() }
  private func faults() throws -> [String] { try made.faults() }
  private func force(_ sql: String) throws { try made.force(sql) }

  @Test func aSoundBookIsAsLogged() throws {
    let before = try made.temporary.bytes()
    let verification = try LandBook.open(at: made.temporary.path, for: .reading).verification()
    #expect(verification.checks.map(\.subject) == LogCheck.Subject.allCases)
    #expect(try faults() == [])
    #expect(verification.checks.allSatisfy { $0.held > 0 || $0.subject == .index })
    #expect(try made.temporary.bytes() == before)
  }

  @Test(arguments: [
    ("UPDATE hazard_version SET reason = 'x' WHERE fid = 5", "rows hazard_version 5 changed"),
    ("UPDATE hazard_version SET date = NULL WHERE fid = 5", "rows hazard_version 5 changed"),
    ("UPDATE release_version SET batch = 2 WHERE fid = 2", "rows release_version 2 changed"),
    ("DELETE FROM task WHERE fid = 2", "rows task 2 missing"),
    ("DELETE FROM task WHERE fid = 3", "rows task 3 missing"),
    ("DELETE FROM refused_row", "rows refused_row 1 missing"),
    (
      "INSERT INTO task (id, organisation, content_hash, batch) VALUES ('T', '', '', 1)",
      "rows task 4 added"
    ),
    (
      """
      UPDATE task SET fid = -1 WHERE fid = 1; UPDATE task SET fid = 1 WHERE fid = 2;
      UPDATE task SET fid = 2 WHERE fid = -1
      """, "rows task 2 changed"
    ),
    ("UPDATE import_batch SET file = 'other.csv' WHERE fid = 1", "rows import_batch 1 changed"),
    ("UPDATE book SET name = 'Other'", "state book changed"),
    ("UPDATE ledger SET plane = 'other'", "state ledger changed"),
    ("UPDATE layer SET name = 'av' WHERE name = 'ap'", "state layer changed"),
    (
      "UPDATE finding SET status = 'accepted', reason = 'x' WHERE fid = 2",
      "findings finding 2 changed"
    ),
    ("DELETE FROM finding WHERE fid = 3", "findings finding 3 missing"),
    (
      "INSERT INTO finding (rule, severity, message, remedy) VALUES ('LR01', 'note', 'm', 'r')",
      "findings finding 4 added"
    ),
    ("UPDATE movement_sum SET area_cm2 = area_cm2 + 1 WHERE fid = 1", "sums movement_sum changed"),
    ("UPDATE task SET is_current = 0 WHERE fid = 1", "current task 1 changed"),
    (
      "UPDATE hazard SET reason = 'x' WHERE id = 'X1' AND organisation = 'O0'",
      "layers hazard 3 changed"
    ),
    ("INSERT INTO release (id, kind) VALUES ('NEW', 'cleared')", "layers release 13 added"),
    ("DELETE FROM release WHERE id = 'X3'", "layers release missing"),
    ("UPDATE log_entry SET at = '2030-01-01' WHERE seq = 3", "log log_entry 3 changed"),
    ("DELETE FROM log_entry WHERE seq = 2", "log log_entry 2 missing"),
    ("DELETE FROM log_entry WHERE seq = 4", "ledger log_bucket changed"),
    (
      "UPDATE row_digest SET digests = zeroblob(16) WHERE table_name = 'refused_row'",
      "rows row_digest changed"
    ),
    (
      "UPDATE log_bucket SET sha256 = zeroblob(32) WHERE part = 'finding'",
      "findings log_bucket changed"
    ),
    ("DROP INDEX task_key", "schema sqlite_master changed"),
    (
      "CREATE TRIGGER spy AFTER INSERT ON task BEGIN DELETE FROM finding; END",
      "schema sqlite_master changed"
    ),
    (
      "UPDATE gpkg_geometry_columns SET srs_id = 0 WHERE table_name = 'hazard'",
      "schema gpkg_contents changed"
    ),
  ])
  func whatWasDonePastTheLogIsNamed(sql: String, fault: String) throws {
    try force(sql)
    let found = try faults()
    #expect(found.contains(fault), "\(found)")
  }

  @Test func aChangedMovementNamesItsRecord() throws {
    let event = try made.temporary.sql {
      try Int64.fetchOne($0, sql: "SELECT fid >> 20 FROM ledger_part ORDER BY fid LIMIT 1")
    }
    try force("UPDATE ledger_part SET area_cm2 = area_cm2 + 1 WHERE fid >> 20 = \(event ?? 0)")
    let check = try verify().checks.first { $0.subject == .ledger }
    #expect(check?.faults.map(\.row) == [event])
    #expect(check?.faults.first?.record?.isEmpty == false)
    #expect(check?.faults.first?.broughtBy == "entry 4: post ledger through batch 1")
  }

  @Test func aLostTriggerIsFound() throws {
    try made.temporary.sql { try $0.execute(sql: "DROP TRIGGER task_fixed") }
    #expect(try faults().contains("schema sqlite_master changed"))
  }

  /// Posting everything anew heals a ledger, and says so in the log.
  @Test func aLedgerWrittenAnewIsAsLogged() throws {
    try force("UPDATE ledger_part SET area_cm2 = area_cm2 + 1; UPDATE ledger SET plane = 'x'")
    try made.post(made.ledger(seed: 7))
    #expect(try faults() == [])
  }

  @Test func oneLedgerHasOneDigest() throws {
    let logged = try verify().ledger(through: .max)
    #expect(try LedgerDigest.of(made.ledger(seed: 7)) == logged?.digest)
    #expect(try LedgerDigest.of(made.ledger(seed: 8)) != logged?.digest)
    #expect(logged?.throughBatch == 1 && logged?.boundarySet == "2020")
  }

  /// Bits of records that a disk turned: SQLite's own check misses some of them.
  @Test func aTurnedBitOfARecordIsFound() throws {
    var random = Dice(state: 20_260_301)
    let data = try made.temporary.bytes()
    let pages = try made.temporary.sql { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT pageno, name FROM dbstat WHERE pagetype = 'leaf' AND name IN ('hazard_version',
            'release_version', 'task', 'import_batch', 'ledger_part', 'ledger_event', 'finding')
          """)
    }
    for _ in 0..<24 {
      let page: Int = pages[random.roll(pages.count)][0]
      let start = (page - 1) * 4096
      let cells = Int(data[start + 5]) << 8 + Int(data[start + 6])
      let byte = start + cells + random.roll(4096 - cells)
      var spoilt = data
      spoilt[byte] ^= 1 << UInt8(random.roll(8))
      let path = made.temporary.folder.appending(path: "spoilt.gpkg")
      try spoilt.write(to: path)
      let found =
        try? LandBook.open(at: path.path, for: .reading).verification().checks
        .reduce(0) { $0 + $1.faultCount }
      #expect(found != 0, "byte \(byte) of page \(page)")
    }
  }
}
