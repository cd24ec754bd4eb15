import Crypto
import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// Every write leaves an entry, tied to the one before, with what the write left behind.
@Suite struct LogChainTests {
  private let temporary: TemporaryBook
  private let moment = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    temporary = try TemporaryBook()
  }

  private func entries() throws -> [LogEntry] {
    try temporary.book.read { try $0.logEntries() }
  }

  private func verbs() throws -> [String] { try entries().map(\.verb) }

  private func content(of entry: LogEntry) throws -> LogContent {
    try JSONDecoder().decode(LogContent.self, from: Data(entry.content.utf8))
  }

  @Test func eachEntryHoldsTheHashOfTheOneBefore() throws {
    try temporary.write { _ = try $0.store(hazard("A")) }
    try temporary.write { _ = try $0.store(hazard("B")) }
    let entries = try entries()
    #expect(entries.map(\.sequence) == [1, 2, 3])
    #expect(entries.map(\.verb) == ["init", "import", "import"])
    #expect(entries.map(\.subject) == ["book", "batch 1", "batch 2"])
    #expect(entries.map(\.previousHash) == [""] + entries.dropLast().map(\.hash))
    #expect(entries.allSatisfy { $0.hash == $0.computedHash })
    let head = try temporary.book.read { try $0.logHead() }
    #expect(head?.hash == entries.last?.hash && head?.sequence == 3)
  }

  /// The form is public, so that another program can check it: here it is spelled out.
  @Test func theHashIsThatOfTheDocumentedForm() throws {
    let entry = try entries()[0]
    var text = "log_entry\n"
    // The account that runs the tests is the actor, where it has a name.
    let actor = entry.actor.map { [("actor", $0)] } ?? []
    for (name, value) in actor + [
      ("at", entry.at), ("content", entry.content), ("previous_hash", ""),
    ] {
      text += "\(name)=t\(value.utf8.count):\(value)\n"
    }
    text += "seq=i1:1\nsubject=t4:book\nverb=t4:init\n"
    let digest = SHA256.hash(data: Data(text.utf8))
    #expect(entry.hash == digest.map { String(format: "%02x", $0) }.joined())
  }

  @Test func aRowIsHashedByTypeAndName() throws {
    let rows = try temporary.sql { db in
      try db.execute(
        sql: """
          CREATE TABLE t (fid INTEGER PRIMARY KEY, b, a, is_current, zé TEXT);
          INSERT INTO t VALUES (1, -12, 1.5, 1, 'ü'), (2, x'0aff', NULL, 0, '');
          """)
      let form = try RowForm(db, "t", leftOut: ["is_current"])
      form.begin(1, 9)
      var rows: [String] = []
      while let (row, digest) = try form.next() {
        rows.append("\(row) \(ContentHash.hexadecimal(digest))")
      }
      return rows
    }
    let first = "t\na=r16:3ff8000000000000\nb=i3:-12\nfid=i1:1\nzé=t2:ü\n"
    let second = Data("t\nb=b2:".utf8) + [0x0A, 0xFF] + Data("\nfid=i1:2\nzé=t0:\n".utf8)
    let expected = [Data(first.utf8), second].map { bytes in
      SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    }
    #expect(rows == ["1 \(expected[0])", "2 \(expected[1])"])
  }

  @Test func whatAddsRowsIsCoveredToTheLastRow() throws {
    try temporary.write { writer in
      for number in 0..<600 { _ = try writer.store(hazard("H\(number)", x: nil)) }
    }
    let rows = try content(of: entries()[1]).rows
    #expect(rows?["hazard_version"]?.first == 1 && rows?["hazard_version"]?.last == 600)
    #expect(rows?["import_batch"]?.count == 1 && rows?["task"] == nil)
    let lengths = try temporary.sql {
      try Int.fetchAll(
        $0,
        sql: """
          SELECT length(digests) FROM row_digest WHERE table_name = 'hazard_version'
          ORDER BY first_row
          """)
    }
    #expect(lengths == [248 * 16, 248 * 16, 104 * 16])
  }

  @Test func whatKeepsNothingLogsNothing() throws {
    try temporary.write { _ = try $0.store(hazard("A")) }
    let before = try entries()
    try temporary.write(dryRun: true) { _ = try $0.store(hazard("B")) }
    try temporary.write { _ = try $0.store(hazard("A")) }
    #expect(throws: CancellationError.self) {
      try temporary.write { _ in throw CancellationError() }
    }
    try #expect(
      temporary.book.acceptFindings(.number(9), reason: "r", actor: nil, at: moment) == 0)
    #expect(try entries() == before)
  }

  @Test func everyWriteIsLogged() throws {
    try temporary.write { _ = try $0.store(hazard("A")) }
    try temporary.book.replaceLedger(
      with: PostedLedger(), posting: LedgerBook.posting,
      findings: [
        Finding(rule: "LR02", severity: .note, message: "m", place: .init(record: "A"), remedy: "r")
      ])
    _ = try temporary.book.acceptFindings(.number(1), reason: "r", actor: "QA", at: moment)
    _ = try temporary.book.drawRemaining(
      [], asOf: nil, note: "", throughBatch: LedgerBook.posting.throughBatch, at: moment)
    try temporary.book.replaceFindings(
      of: ["LR58"], with: [], at: moment, throughBatch: 1, programVersion: "1")
    var undo = BatchDescription(at: moment, verb: "undo", recordType: "hazards")
    undo.reverses = 1
    _ = try temporary.book.undo(undo)
    #expect(
      try verbs() == ["init", "import", "post", "decide", "map", "check", "undo"])
    let contents = try entries().map(content)
    #expect(contents[2].buckets?["ledger"]?.count == 0)
    #expect(contents[2].buckets?["finding"]?.count == 1)
    #expect(contents[3].buckets?["finding"] != contents[2].buckets?["finding"])
    #expect(contents[4].buckets == nil && contents[4].state?["remaining"] != nil)
  }

  @Test(arguments: [
    "UPDATE log_entry SET verb = 'x'", "DELETE FROM log_entry",
    "INSERT OR REPLACE INTO log_entry SELECT * FROM log_entry",
    "INSERT INTO log_entry VALUES (9, 'a', NULL, 'v', 's', '{}', '', '\(String(repeating: "a", count: 64))')",
    "UPDATE row_digest SET first_row = 2", "DELETE FROM row_digest",
    "INSERT OR REPLACE INTO row_digest SELECT * FROM row_digest",
    "UPDATE task SET id = 'x'", "DELETE FROM task",
    "INSERT OR REPLACE INTO task SELECT * FROM task", "UPDATE task SET batch = 2",
  ])
  func theLogIsAppendOnly(sql: String) throws {
    try temporary.write { _ = try $0.store(LandTask(key: RecordKey(id: "T"))) }
    #expect(throws: DatabaseError.self) { try temporary.sql { try $0.execute(sql: sql) } }
  }

  /// What shows which row counts is worked out anew, by an undo too.
  @Test func whatIsDerivedMayChange() throws {
    try temporary.write { _ = try $0.store(LandTask(key: RecordKey(id: "T"))) }
    try temporary.sql { try $0.execute(sql: "UPDATE task SET is_current = 0") }
  }

  @Test func rowsThatAreGoneAreNotWrittenOver() throws {
    try temporary.write { _ = try $0.store(LandTask(key: RecordKey(id: "T"))) }
    try temporary.sql {
      let guardian = try LiftedTrigger($0, "task_stays")
      try $0.execute(sql: "DELETE FROM task")
      try guardian.restore()
    }
    #expect(
      bookError {
        try temporary.write { _ = try $0.store(LandTask(key: RecordKey(id: "U"))) }
      } == .altered)
  }

  /// The same ledger has the same digest, however its words came to be numbered.
  @Test func theLedgerIsHashedInWords() throws {
    let (one, other) = (try LedgerBook(), try LedgerBook())
    try one.post(one.ledger(seed: 1))
    try other.post(other.ledger(seed: 2, districts: ["Z", "Y"]))
    let ledger = other.ledger(seed: 1)
    let before = try other.book.read { try $0.ledgerRows() }
    try other.book.replaceEvents(
      before, with: ledger, posting: LedgerBook.posting, findings: [], ofRecords: [])
    let roots = try [one, other].map { made in
      let entries = try made.book.read { try $0.logEntries() }
      return try entries.compactMap { try content(of: $0).buckets?["ledger"] }.last
    }
    #expect(roots[0] != nil && roots[0] == roots[1])
    let numbers = try [one, other].map { made in
      try made.temporary.sql {
        try String.fetchOne(
          $0, sql: "SELECT group_concat(fid || code) FROM ledger_district ORDER BY fid")
      }
    }
    #expect(numbers[0] != numbers[1])
  }
}

extension BookReader {
  /// The numbers of the events.
  fileprivate func ledgerRows() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT fid FROM ledger_event ORDER BY fid")
  }
}
