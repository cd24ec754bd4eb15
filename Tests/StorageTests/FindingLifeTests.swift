import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// What becomes of a finding from one check to the next.
@Suite struct FindingLifeTests {
  private let made: TemporaryBook
  private let moment = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    made = try TemporaryBook()
  }

  private func finding(
    _ record: String?, _ message: String = "m", field: String? = nil, row: Int? = nil,
    at position: Position? = nil
  ) -> Finding {
    Finding(
      rule: "LR58", severity: .warning, message: message,
      place: .init(
        file: "f.csv", row: row, field: field, record: record, position: position),
      remedy: "r", areaEffect: Area(squareCentimetres: 5))
  }

  private func check(_ findings: [Finding]) throws {
    try made.book.replaceFindings(
      of: ["LR58"], with: findings, at: moment, throughBatch: 0, programVersion: "1")
  }

  private func statuses() throws -> [String] {
    try made.book.read { try $0.findings().map { "\($0.id) \($0.status)" } }
  }

  @Test func acceptedStaysAcceptedUntilItSaysSomethingElse() throws {
    try check([finding("hazard H")])
    try #expect(
      made.book.acceptFindings(
        .rule("LR58", record: "H"), reason: "seen", actor: "QA", at: moment) == 1)
    try check([finding("hazard H")])
    let kept = try made.book.read { try $0.findings() }
    #expect(kept.map(\.status) == [.accepted] && kept[0].reason == "seen" && kept[0].actor == "QA")
    #expect(kept[0].decidedAt == moment.description)
    try check([finding("hazard H", "other")])
    let changed = try made.book.read { try $0.findings() }
    #expect(changed.map(\.status) == [.fixed, .open] && changed[1].finding.message == "other")
    #expect(changed[1].reason == "it has changed since it was accepted: seen")
    try check([finding("hazard H", "other")])
    try #expect(statuses() == ["1 fixed", "2 open"])
  }

  @Test func whatIsNoLongerFoundIsFixedAndComesBackOpen() throws {
    try check([finding("hazard H"), finding("hazard J")])
    try check([finding("hazard J")])
    try #expect(statuses() == ["1 fixed", "2 open"])
    try check([finding("hazard H")])
    try #expect(statuses() == ["1 open", "2 fixed"])
    try #expect(made.book.read { try $0.findings()[0].reason } == nil)
  }

  @Test("two findings about one field of one record are two, and a row tells files apart")
  func identities() throws {
    try check([
      finding("hazard H"), finding("hazard H", "second"), finding("hazard H", field: "date"),
      finding(nil, row: 1), finding(nil, row: 2), finding("hazard H", row: 3),
    ])
    try #expect(statuses().count == 6)
    try check([
      finding("hazard H", row: 9), finding("hazard H", "second"),
      finding("hazard H", field: "date"), finding(nil, row: 1), finding(nil, row: 2),
      finding("hazard H", row: 3),
    ])
    try #expect(statuses() == (1...6).map { "\($0) open" })
  }

  @Test func aDecisionNamesWhatIsThere() throws {
    try check([finding("hazard O/H"), finding("hazard J")])
    func accept(_ name: FindingName) throws -> Int {
      try made.book.acceptFindings(name, reason: "seen", actor: nil, at: moment)
    }
    try #expect(accept(.number(9)) == 0)
    try #expect(accept(.rule("LR58", record: "H")) == 0)
    try #expect(accept(.rule("LR58", record: "hazard O/H")) == 1)
    try #expect(accept(.number(2)) == 1)
    try #expect(accept(.number(2)) == 0)
    try #expect(
      made.book.reopenFindings(.number(2), reason: nil, actor: nil, at: moment) == 1)
    try #expect(statuses() == ["1 accepted", "2 open"])
  }

  @Test func newContentOfARecordSettlesWhatTheOldOneHad() throws {
    try made.write {
      try $0.add(finding("release R", row: 1))
      try $0.add(finding("release S", row: 2))
      _ = try $0.store(hazard("A"))
    }
    try made.write("more") {
      _ = try $0.store(hazard("B"))
      $0.noteReplaced("release R")
      try $0.settleFindings(of: ["LR58"])
    }
    try #expect(statuses() == ["1 fixed", "2 open"])
  }

  @Test(arguments: [3, 300]) func findingsAreALayerThatOtherProgramsRead(count: Int) throws {
    let places = (0..<count).map { Position(x: 45 + Double($0) * 0.001, y: 40) }
    try check(
      places.enumerated().map { finding("hazard H\($0)", at: $1) } + [finding("hazard none")])
    // Moved, kept and gone: the index follows.
    try check(
      places.enumerated().dropFirst().map {
        finding("hazard H\($0)", at: Position(x: $1.x, y: 41))
      })
    try made.sql { db in
      let inTree = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM rtree_finding_geom WHERE miny > 40.5")
      #expect(inTree == count - 1)
      try #expect(String.fetchAll(db, sql: "SELECT rtreecheck('rtree_finding_geom')") == ["ok"])
      let style = try String.fetchOne(
        db, sql: "SELECT styleQML FROM layer_styles WHERE f_table_name = 'finding'")
      #expect(style?.contains("= 'error'") == true)
    }
    guard
      let validator = try run(
        "/usr/bin/python3", ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", made.path])
    else { return }
    #expect(validator.code == 0 || validator.output.contains("No module"), "\(validator.output)")
  }
}
