import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

@Suite struct LedgerTests {
  private let posting = Posting(
    at: Timestamp(milliseconds: 5), throughBatch: nil, boundarySet: "2020", plane: "LAEA",
    programVersion: "1")

  private func movement(
    _ record: String, _ date: String?, _ area: Int64, to: LandState = .suspected,
    district: String = "D1", again: Bool = false
  ) -> Movement {
    Movement(
      event: EventReference(
        type: .hazard, key: RecordKey(organisation: "O", id: record), version: 1, storedVersion: 7),
      date: date.flatMap { CalendarDate($0) }, district: district, layer: .land, from: .unrecorded,
      to: to, cause: .identified, again: again, isInside: true,
      area: Area(squareCentimetres: area))
  }

  @Test func movementsComeBackAsTheyWere() throws {
    let temporary = try TemporaryBook()
    let movements = [
      movement("A", "2020-01-01", 5), movement("A", nil, .max),
      movement("A", "2020-01-01", -5, to: .confirmed, district: "no_district", again: true),
      movement("B", nil, 0),
    ]
    try temporary.book.replaceLedger(with: movements, posting: posting, findings: [])
    try #expect(temporary.book.read { try $0.movements() } == movements)
    let record = LedgerRecord(type: .hazard, key: RecordKey(organisation: "O", id: "A"))
    try temporary.book.read {
      try #expect($0.movements(MovementFilter(record: record)).count == 3)
      try #expect($0.movements(MovementFilter(districts: ["no_district"])) == [movements[2]])
      try #expect($0.movements(MovementFilter(layer: .ap)).isEmpty)
      try #expect($0.movements(MovementFilter(from: CalendarDate("2020-01-01"))).count == 2)
      try #expect($0.movements(MovementFilter(to: CalendarDate("2019-12-31"))).count == 2)
    }
    let standing = try temporary.book.info().ledger
    #expect(standing.boundarySet == "2020" && standing.plane == "LAEA")
    #expect(standing.postedAt == "1970-01-01T00:00:00.005Z")
  }

  @Test func sumsAreExactBeyondWhatADoubleHolds() throws {
    let temporary = try TemporaryBook()
    let big: Int64 = 1 << 60
    let movements = [
      movement("A", "2020-01-01", big + 1), movement("B", "2020-12-31", 2),
      movement("C", "2021-01-01", 4), movement("D", nil, 8),
      movement("E", "2020-05-05", 16, to: .confirmed),
    ]
    try temporary.book.replaceLedger(with: movements, posting: posting, findings: [])
    try temporary.book.read { reader in
      let sums = try reader.movementSums(by: [.year, .to])
      #expect(sums.map { $0[.year] } == [nil, "2020", "2020", "2021"])
      #expect(sums.map(\.area.squareCentimetres) == [8, 16, big + 3, 4])
      #expect(
        sums.map { $0[.to, as: LandState.self] } == [
          .suspected, .confirmed, .suspected, .suspected,
        ])
      #expect(sums.map(\.count) == [1, 1, 2, 1])
      let whole = try reader.movementSums(by: [])
      #expect(whole.map(\.area.squareCentimetres) == [big + 31])
      let flags = try reader.movementSums(by: [.again, .isInside, .storedVersion])
      #expect(flags.map(\.values) == [[.again: "0", .isInside: "1", .storedVersion: "7"]])
    }
    let overflow = [movement("A", nil, .max), movement("B", nil, 1)]
    try temporary.book.replaceLedger(with: overflow, posting: posting, findings: [])
    let kind = bookError {
      _ = try temporary.book.read { try $0.movementSums(by: []) }
    }
    #expect(kind == .inputOutput)
  }

  @Test func postingAgainReplacesMovementsAndKeepsDecisions() throws {
    let temporary = try TemporaryBook()
    func finding(_ record: String) -> Finding {
      Finding(
        rule: "LR02", severity: .warning, message: "contested", place: .init(record: record),
        remedy: "link it")
    }
    try temporary.book.replaceLedger(
      with: [movement("A", nil, 1)], posting: posting,
      findings: [finding("hazard O/A"), finding("hazard O/B")])
    try temporary.sql {
      try $0.execute(sql: "UPDATE finding SET status = 'accepted', reason = 'seen' WHERE fid = 1")
    }
    try temporary.book.replaceLedger(
      with: [movement("A", nil, 2), movement("B", nil, 3)], posting: posting,
      findings: [finding("hazard O/A"), finding("hazard O/C")])
    try temporary.book.read {
      try #expect($0.movements().map(\.area.squareCentimetres) == [2, 3])
      try #expect($0.findings().map(\.finding.place.record) == ["hazard O/A", "hazard O/C"])
      try #expect($0.findings().map(\.reason) == ["seen", nil])
    }
    // The guards are back.
    #expect(throws: DatabaseError.self) {
      try temporary.sql { try $0.execute(sql: "DELETE FROM movement") }
    }
    let records: Set = [LedgerRecord(type: .hazard, key: RecordKey(organisation: "O", id: "A"))]
    try temporary.book.replaceMovements(
      of: records, with: [movement("A", nil, 9)], posting: posting, findings: [])
    try temporary.book.read {
      try #expect($0.movements().map(\.area.squareCentimetres) == [3, 9])
      try #expect($0.findings().map(\.finding.place.record) == ["hazard O/C"])
    }
    _ = try LandBook.open(at: temporary.path, for: .writing)
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
    var posting = posting
    posting.throughBatch = standing.lastBatch
    try temporary.book.replaceLedger(with: [], posting: posting, findings: [])
    try #expect(!temporary.book.info().ledger.isBehind)
    let district = District(code: "D", name: "D", polygon: square(0, 0))
    try temporary.write("districts") { _ = try $0.store(district, boundarySet: "2020") }
    standing = try temporary.book.info().ledger
    #expect(standing.isBehind && standing.recordsBehind == 0)
    try #expect(temporary.book.info().defaultBoundarySet == "2020")
  }

  @Test func aFailedPostingLeavesTheLedgerAsItWas() throws {
    let temporary = try TemporaryBook()
    try temporary.book.replaceLedger(
      with: [movement("A", nil, 1)], posting: posting, findings: [])
    let before = try temporary.bytes()
    var late = posting
    late.throughBatch = 99
    let kind = bookError {
      try temporary.book.replaceLedger(with: [], posting: late, findings: [])
    }
    #expect(kind == .refused)
    try #expect(temporary.bytes() == before)
  }
}
