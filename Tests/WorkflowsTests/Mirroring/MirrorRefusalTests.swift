import Foundation
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// What may not be written, or not be trusted, is refused, and the mirror stays as it was.
@Suite(.enabled(if: TestServer.isThere, TestServer.missing))
struct MirrorRefusalTests {
  private func refusal(_ work: () throws -> Void) -> WorkflowError? {
    #expect(throws: WorkflowError.self) { try work() }
  }

  @Test(arguments: [
    ("UPDATE hazard_version SET area_cm2 = area_cm2 + 1 WHERE fid = 1", "hazard_version"),
    ("DELETE FROM ledger_part WHERE fid = (SELECT min(fid) FROM ledger_part)", "ledger_part"),
    ("INSERT INTO transition VALUES (1, 'a', 'b', 'c', true, true)", "transition"),
    ("UPDATE mirror_chunk SET digest = '\\x00' WHERE table_name = 'layer'", "mirror_chunk"),
    ("DROP TABLE remaining", "remaining is gone"),
  ])
  func whatWasChangedByHandIsFound(sql: String, name: String) throws {
    let book = try MirroredBook(RandomBook(seed: 9200))
    try book.push()
    if !sql.hasPrefix("DROP") {
      // Nobody changes it by mistake.
      #expect(throws: TestServer.Refused.self) { try book.query(sql) }
      try book.push()
    }
    _ = try book.query("SET landbook.push = 'on'; \(sql)")
    let pushed = refusal { try book.push() }
    #expect(pushed?.kind == .unusable && pushed?.message.contains(name) == true, "\(pushed as Any)")
    let pulled = refusal { _ = try book.pull() }
    #expect(pulled?.kind == .unusable && pulled?.message.contains(name) == true)
    guard !sql.hasPrefix("DROP") else { return }
    #expect(try book.push(isAnew: true).isWhole)
    try book.expectSame()
  }

  @Test func rowsThatAreNotThePushedOnesAreFoundByTheirDigests() throws {
    let book = try MirroredBook(RandomBook(seed: 9201))
    try book.push()
    // Somebody who makes the sums of the server anew.
    _ = try book.query(
      """
      SET landbook.push = 'on'; UPDATE hazard_version SET area_cm2 = area_cm2 + 1;
      UPDATE mirror_table SET digest =
        (SELECT sum(hashtextextended(t::text, 0)) FROM hazard_version AS t)
      WHERE table_name = 'hazard_version'
      """)
    let files = try FileManager.default.contentsOfDirectory(atPath: book.folder.url.path)
    let error = refusal { _ = try book.pull() }
    #expect(error?.message.contains("hazard_version are not those that were pushed") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: book.folder.url.path) == files)
  }

  @Test func anotherBookIsRefusedUnlessItIsMeant() throws {
    let (one, other) = (
      try MirroredBook(RandomBook(seed: 9202)), try MirroredBook(RandomBook(seed: 9203))
    )
    try one.push()
    func push(isAnew: Bool) throws -> PushPostgres.Outcome {
      try PushPostgres(other.book).run(
        to: one.server.connection(), schema: one.schema, isAnew: isAnew)
    }
    let heads = try [one, other].map { try $0.book.store.read { try $0.logHead()?.hash } ?? "" }
    let error = refusal { _ = try push(isAnew: false) }
    #expect(heads.allSatisfy { error?.message.contains($0) == true })
    try one.expectSame()
    _ = try one.query("CREATE VIEW mine AS SELECT id FROM hazard; GRANT SELECT ON hazard TO reader")
    #expect(try push(isAnew: true).isWhole)
    #expect(try one.query("SELECT count(*) FROM mine") == one.query("SELECT count(*) FROM hazard"))
    let leave = try one.query(
      "SELECT has_table_privilege('reader', '\(one.schema).hazard', 'SELECT')")
    #expect(leave == ["t"])
  }

  @Test func aBookFromABackupIsRefused() throws {
    let random = RandomBook(seed: 9204)
    let book = try MirroredBook(random, stages: 2)
    let backup = book.folder.path("backup.gpkg")
    try FileManager.default.copyItem(atPath: book.book.store.path, toPath: backup)
    try book.importStage(1, of: 2, random)
    try book.push()
    let error = refusal {
      _ = try PushPostgres(Book.open(at: backup, for: .reading)).run(
        to: book.server.connection(), schema: book.schema)
    }
    #expect(error?.message.contains("restored from a backup") == true)
  }

  @Test func onePushAtATime() throws {
    let book = try MirroredBook(RandomBook(seed: 9205))
    try book.push()
    let lock = "SELECT pg_advisory_lock(hashtextextended('landbook ' || '\(book.schema)', 0))"
    let other = try book.server.start("\(lock); SELECT pg_sleep(60)")
    defer { other.process.terminate() }
    while try book.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted").isEmpty {
    }
    #expect(refusal { try book.push() }?.kind == .locked)
    #expect(refusal { _ = try book.pull() }?.kind == .locked)
  }

  @Test func aPushThatIsCutOffLeavesTheMirrorAsItWas() throws {
    let random = RandomBook(seed: 9206)
    let book = try MirroredBook(random, stages: 2)
    try book.push()
    let before = try book.query("SELECT * FROM mirror")
    try book.importStage(1, of: 2, random)
    // The push waits for the table that another session holds, and is cut off there.
    let holder = try book.server.start(
      "BEGIN; LOCK TABLE \(book.schema).import_batch IN SHARE MODE; SELECT pg_sleep(60)")
    defer { holder.process.terminate() }
    let ending = try book.server.start(
      """
      DO $$ BEGIN
        WHILE NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = 'landbook'
          AND wait_event_type = 'Lock' AND query LIKE '%import_batch%') LOOP
          PERFORM pg_sleep(0.05), pg_stat_clear_snapshot();
        END LOOP;
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'landbook' AND wait_event_type = 'Lock'
          AND query LIKE '%import_batch%';
      END $$
      """)
    let error = refusal { try book.push() }
    ending.process.waitUntilExit()
    #expect(error?.kind == .inputOutput, "\(error as Any)")
    holder.process.terminate()
    holder.process.waitUntilExit()
    #expect(try book.query("SELECT * FROM mirror") == before)
    #expect(try !book.push().isWhole)
    try book.expectSame()
  }

  @Test(arguments: [
    ("plain", "postgres", WorkflowError.Kind.unusable, "has no PostGIS"),
    ("latin", "postgres", .unusable, "keeps texts as LATIN1"),
    ("none", "postgres", .noInput, "does not exist"),
    ("postgres", "nobody", .inputOutput, "role \"nobody\" does not exist"),
    ("postgres", "reader", .cannotCreate, "permission denied"),
  ])
  func whatTheServerLacksIsSaid(
    database: String, user: String, kind: WorkflowError.Kind, words: String
  ) throws {
    let book = try MirroredBook(RandomBook(seed: 9207))
    let error = refusal {
      _ = try PushPostgres(book.book).run(
        to: book.server.connection(database, user: user), schema: book.schema)
    }
    #expect(error?.kind == kind && error?.message.contains(words) == true, "\(error as Any)")
  }

  @Test func whatIsNoMirrorStays() throws {
    let book = try MirroredBook(RandomBook(seed: 9208))
    #expect(refusal { _ = try book.pull() }?.kind == .noInput)
    try book.server.query("CREATE SCHEMA \(book.schema); CREATE TABLE \(book.schema).mine (a int)")
    for isAnew in [false, true] {
      let error = refusal { try book.push(isAnew: isAnew) }
      #expect(error?.kind == .unusable && error?.message.contains("such as mine") == true)
    }
    #expect(try book.query("SELECT count(*) FROM mine") == ["0"])
  }

  @Test func aMirrorOfALaterProgramIsRefused() throws {
    let book = try MirroredBook(RandomBook(seed: 9209))
    try book.push()
    for change in ["format = 99", "steps = steps || E'\\nv999'"] {
      let before = try book.query("SELECT format, steps FROM mirror")
      _ = try book.query("SET landbook.push = 'on'; UPDATE mirror SET \(change)")
      #expect(refusal { _ = try book.pull() }?.message.contains("version of Landbook") == true)
      #expect(try book.query("SELECT format, steps FROM mirror") != before)
    }
  }

  @Test func passwordsAreInNoWords() throws {
    let book = try MirroredBook(RandomBook(seed: 9210))
    for connection in [
      "postgresql://me:hidden@/x y", "postgresql://me:hid@den@nowhere.invalid/x",
      "host=/nowhere password=hidden", "host=/nowhere password=hidden port=hidden",
    ] {
      let error = refusal { _ = try PushPostgres(book.book).run(to: connection, schema: "s") }
      #expect(error?.description.contains("hid") == false, "\(error as Any)")
    }
  }
}
