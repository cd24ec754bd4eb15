import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

@Suite struct PostingTests {
  private func finding(_ record: String) -> Finding {
    Finding(
      rule: "LR02", severity: .warning, message: "contested", place: .init(record: record),
      remedy: "link it", areaEffect: Area(squareCentimetres: 3))
  }

  @Test func postingAgainReplacesTheLedgerAndKeepsDecisions() throws {
    let made = try LedgerBook()
    try made.post(
      made.ledger(seed: 1), findings: [finding("hazard O/A"), finding("hazard O/B")])
    let standing = try made.book.info().ledger
    #expect(standing.boundarySet == "2020" && standing.plane == "LAEA")
    #expect(standing.postedAt == "1970-01-01T00:00:00.005Z" && !standing.isBehind)
    try made.temporary.sql {
      try $0.execute(sql: "UPDATE finding SET status = 'accepted', reason = 'seen' WHERE fid = 1")
    }
    let other = made.ledger(seed: 2, districts: ["Z"])
    try made.post(other, findings: [finding("hazard O/A"), finding("hazard O/C")])
    try made.book.read {
      try #expect($0.movements() == made.movements(other))
      try #expect($0.postedLedger().districtCodes == ["Z"])
      let found = try $0.findings()
      #expect(
        found.map(\.finding)
          == [finding("hazard O/A"), finding("hazard O/B"), finding("hazard O/C")])
      #expect(found.map(\.status) == [.accepted, .fixed, .open])
      #expect(found.map(\.reason) == ["seen", "no longer found on 1970-01-01", nil])
    }
    _ = try LandBook.open(at: made.temporary.path, for: .writing)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func replacingSomeEventsGivesWhatPostingAllWould(seed: UInt64) throws {
    let made = try LedgerBook()
    let old = made.ledger(seed: seed)
    try made.post(old, findings: [finding("hazard O/A"), finding("hazard O/B")])
    var dice = Dice(state: seed)
    // The new ledger takes every third stored version from another one.
    let other = made.ledger(seed: seed + 100, districts: ["Å", "B", "C"])
    let isReplaced = (0...made.hazards.count).map { _ in dice.roll(3) == 0 }
    let removed = old.events.filter { isReplaced[Int($0.storedVersion)] }.map(\.id) + [4000]
    let added = other.keeping { isReplaced[Int($0.storedVersion)] }
    let records: Set = [LedgerRecord(type: .hazard, key: RecordKey(organisation: "O", id: "A"))]
    try made.book.replaceEvents(
      removed.reversed(), with: added, posting: LedgerBook.posting,
      findings: [finding("hazard O/C")], ofRecords: records)
    let kept = made.movements(old.keeping { !isReplaced[Int($0.storedVersion)] })
    let columns = MovementColumn.allCases.filter { !$0.isOfEvent && $0 != .date }
    let (whole, sums) = try made.book.read { reader in
      try #expect(Set(reader.movements()) == Set(kept + made.movements(added)))
      try #expect(reader.summaryFaults().isEmpty)
      try #expect(
        reader.findings().filter { $0.status == .open }.map(\.finding.place.record)
          == ["hazard O/B", "hazard O/C"])
      return (try reader.postedLedger(), try reader.movementSums(by: columns))
    }
    try #expect(made.book.read(with: whole) { try $0.movementSums(by: columns) } == sums)
    _ = try LandBook.open(at: made.temporary.path, for: .writing)
  }

  @Test(arguments: [
    "DELETE FROM ledger_part", "DELETE FROM ledger_event WHERE fid > 0",
    "DELETE FROM movement_sum", "UPDATE ledger_part SET area_cm2 = 1",
    "UPDATE ledger_event SET day = 1", "UPDATE movement_sum SET area_cm2 = 1",
    "INSERT INTO ledger_part VALUES (1, 0, 1, 1, 5)",
    "INSERT INTO ledger_event VALUES (1, 0, 1, 1)",
    "INSERT INTO movement_sum SELECT max(fid) + 1, 0, 0, 0, 0, 1, 1, 1, 1 FROM movement_sum",
    "DELETE FROM movement",
  ])
  func nothingButPostingWritesTheLedger(sql: String) throws {
    let made = try LedgerBook()
    try made.post(made.ledger(seed: 1))
    #expect(throws: DatabaseError.self) { try made.temporary.sql { try $0.execute(sql: sql) } }
    try made.book.replaceEvents(
      [], with: PostedLedger(), posting: LedgerBook.posting, findings: [], ofRecords: [])
    #expect(throws: DatabaseError.self) { try made.temporary.sql { try $0.execute(sql: sql) } }
  }

  @Test func sumsAreExactBeyondWhatADoubleHolds() throws {
    let made = try LedgerBook()
    var ledger = made.ledger(seed: 1)
    for place in ledger.parts.indices { ledger.parts[place].layers = LayerSet(.land) }
    for place in ledger.parts.indices { ledger.parts[place].area = 0 }
    ledger.parts[0].area = 1 << 60 + 1
    ledger.parts[1].area = 2
    try made.post(ledger)
    let sums = try made.book.read { try $0.movementSums(by: []) }
    #expect(sums.map(\.area.squareCentimetres) == [1 << 60 + 3])
    ledger.parts[0].area = .max
    try made.post(ledger)
    let kind = bookError { _ = try made.book.read { try $0.movementSums(by: []) } }
    #expect(kind == .damaged)
  }

  @Test func theStandingCountsWhatIsNotPosted() throws {
    let temporary = try TemporaryBook()
    try temporary.write {
      _ = try $0.store(hazard("A"))
      _ = try $0.store(hazard("B"))
    }
    try temporary.write("tasks") { _ = try $0.store(LandTask(key: RecordKey(id: "T"))) }
    var standing = try temporary.book.info().ledger
    #expect(standing.lastBatch == 2 && standing.batchesBehind == 1 && standing.recordsBehind == 2)
    var posting = LedgerBook.posting
    posting.throughBatch = standing.lastBatch
    try temporary.book.replaceLedger(with: PostedLedger(), posting: posting, findings: [])
    try #expect(!temporary.book.info().ledger.isBehind)
    let district = District(code: "D", name: "D", polygon: square(0, 0))
    try temporary.write("districts") { _ = try $0.store(district, boundarySet: "2020") }
    standing = try temporary.book.info().ledger
    #expect(standing.isBehind && standing.recordsBehind == 0)
    try #expect(temporary.book.info().defaultBoundarySet == "2020")
  }

  @Test func aFailedPostingLeavesTheLedgerAsItWas() throws {
    let made = try LedgerBook()
    try made.post(made.ledger(seed: 1))
    let before = try made.temporary.bytes()
    var late = LedgerBook.posting
    late.throughBatch = 99
    let kind = bookError {
      try made.book.replaceLedger(with: PostedLedger(), posting: late, findings: [])
    }
    #expect(kind == .refused)
    try #expect(made.temporary.bytes() == before)
  }

  @Test func aSummaryThatDiffersIsFound() throws {
    let made = try LedgerBook()
    try made.post(made.ledger(seed: 1))
    try #expect(made.book.read { try $0.summaryFaults() }.isEmpty)
    try made.temporary.sql {
      try $0.execute(
        sql: """
          UPDATE ledger SET posting = 1;
          UPDATE movement_sum SET area_cm2 = area_cm2 + 1 WHERE fid = 1;
          UPDATE ledger SET posting = 0;
          """)
    }
    try #expect(made.book.read { try $0.summaryFaults() }.count == 1)
  }
}

extension PostedLedger {
  /// Only the events that pass, with the districts and profiles that they need.
  func keeping(_ passes: (PostedEvent) -> Bool) -> PostedLedger {
    var kept = self
    kept.events = []
    kept.parts = []
    for place in events.indices where passes(events[place]) {
      kept.parts += parts(of: place)
      var event = events[place]
      event.partsEnd = Int32(kept.parts.count)
      kept.events.append(event)
    }
    return kept
  }
}
