import Crypto
import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// What another program did to a book is found after the next write of ours as well.
@Suite struct NextWriteTests {
  private let made: LedgerBook

  init() throws { made = try LedgerBook.withTasks() }

  private func faults() throws -> [String] { try made.faults() }
  private func force(_ sql: String) throws { try made.force(sql) }

  /// A write of ours takes in what it touched, never what another program did before.
  @Test func whatOthersChangedIsFoundAfterTheNextWriteToo() throws {
    try force(
      """
      UPDATE finding SET reason = 'x' WHERE fid IN (1, 2);
      INSERT INTO finding (rule, severity, message, remedy) VALUES ('LR01', 'note', 'm', 'r');
      UPDATE book SET name = 'Other';
      INSERT INTO task (id, organisation, content_hash, batch) VALUES ('T', '', '', 1);
      UPDATE ledger_part SET area_cm2 = area_cm2 + 1 WHERE fid = (SELECT min(fid) FROM ledger_part)
      """)
    let wanted = [
      "findings finding 1 changed", "findings finding 2 changed", "findings finding 4 added",
      "rows task 4 added", "state book changed",
    ]
    #expect(try Set(wanted).isSubset(of: faults()))
    let changed = try faults().filter { $0.hasPrefix("ledger ") }
    let moment = Timestamp(milliseconds: 1_800_000_000_000)
    _ = try made.book.acceptFindings(.number(2), reason: "seen", actor: nil, at: moment)
    _ = try made.book.acceptFindings(.number(3), reason: "seen", actor: nil, at: moment)
    try made.temporary.write("districts") {
      _ = try $0.store(District(code: "D", name: "D", polygon: square(0, 0)), boundarySet: "s")
    }
    let last = try made.temporary.sql {
      try Int64.fetchAll($0, sql: "SELECT max(fid) FROM ledger_event")
    }
    try made.book.replaceEvents(
      last, with: PostedLedger(), posting: LedgerBook.posting, findings: [], ofRecords: [])
    let left = try faults()
    #expect(Set(wanted + changed).isSubset(of: left), "\(left)")
    #expect(!changed.isEmpty && !left.contains("findings finding 3 changed"))
  }

  /// What another program did, the digests kept beside it included, is not taken in by a post that
  /// touches what lies next to it.
  @Test(arguments: [
    (
      """
      UPDATE ledger_part SET area_cm2 = area_cm2 * 5 WHERE fid = (SELECT min(fid) FROM ledger_part);
      UPDATE log_bucket SET items = zeroblob(18) WHERE part = 'ledger'
      """, "ledger log_bucket changed"
    ),
    (
      """
      UPDATE log_bucket SET items = zeroblob(18),
        sha256 = x'\(sha256(Data(count: 18)))' WHERE part = 'ledger'
      """, "ledger log_bucket changed"
    ),
    (
      "UPDATE ledger_day SET date = '2031-01-01' WHERE fid = (SELECT min(fid) FROM ledger_day)",
      "state ledger_day changed"
    ),
    ("UPDATE ledger SET posted_through_batch = 99", "state ledger changed"),
    ("INSERT INTO ledger_district (code) VALUES ('Z')", "state ledger_district changed"),
  ])
  func aPostThatComesNextTakesNothingIn(sql: String, fault: String) throws {
    try force(sql)
    try #expect(faults().contains(fault))
    let ledger = made.ledger(seed: 8)
    let last = try made.temporary.sql {
      try Int64.fetchAll($0, sql: "SELECT fid FROM ledger_event WHERE fid >= 40 ORDER BY fid")
    }
    var added = ledger
    added.events = []
    added.parts = []
    for (place, event) in ledger.events.enumerated() where event.id >= 40 {
      added.parts += ledger.parts(of: place)
      var event = event
      event.partsEnd = Int32(added.parts.count)
      added.events.append(event)
    }
    #expect(!last.isEmpty && !added.parts.isEmpty)
    var posting = LedgerBook.posting
    posting.at = Timestamp(milliseconds: 6)
    try made.book.replaceEvents(
      last, with: added, posting: posting, findings: [], ofRecords: [])
    let left = try faults()
    #expect(left.contains(fault), "\(left)")
    try made.post(made.ledger(seed: 7))
    #expect(try faults() == [])
  }

  /// A number that an event will have is known before it comes.
  @Test func partsThatWaitForAnEventDoNotCountAsItsOwn() throws {
    let ledger = made.ledger(seed: 7)
    let last = try #require(ledger.events.last)
    let removed = ledger.parts(of: ledger.events.count - 1).count
    try made.book.replaceEvents(
      [last.id], with: PostedLedger(), posting: LedgerBook.posting, findings: [], ofRecords: [])
    try #expect(faults() == [])
    try force(
      """
      INSERT INTO ledger_part (fid, district, transition, layers, area_cm2)
      SELECT (\(last.id) << 20) + 900, district, transition, layers, 1 FROM ledger_part LIMIT 1
      """)
    try #expect(!faults().isEmpty)
    var added = ledger
    added.parts = Array(ledger.parts.suffix(removed))
    var event = last
    event.partsEnd = Int32(removed)
    added.events = [event]
    try made.book.replaceEvents(
      [], with: added, posting: LedgerBook.posting, findings: [], ofRecords: [])
    #expect(try faults() == [])
    #expect(try made.book.read { try $0.logEntries().last?.content }?.contains("ledger") == true)
  }

  @Test func aMapThatOthersDrewGoesWithTheNextPost() throws {
    try force(
      """
      INSERT INTO remaining (state, contested, pending, area_m2, note, geom)
      VALUES ('confirmed', 0, 0, 1, '', zeroblob(8))
      """)
    try #expect(faults().contains("state remaining changed"))
    try made.post(made.ledger(seed: 7))
    #expect(try faults() == [])
    let count = try made.temporary.sql {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM remaining")
    }
    #expect(count == 0)
  }
}

private func sha256(_ data: Data) -> String {
  SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
}
