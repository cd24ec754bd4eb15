import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Accidents on the ground of a book that can be worked out by hand.
struct AccidentTests {
  private let programme: SmallProgramme

  init() throws { programme = try SmallProgramme() }

  @discardableResult
  private func take(_ rows: String..., as subject: ImportRequest.Subject = .accidents) throws
    -> ImportOutcome
  {
    let header =
      subject == .accidents
      ? "id,date,device_category,accuracy_m,killed,injured,latitude,longitude"
      : "id,date,outcome,accident_id,latitude,longitude"
    return try programme.folder.importText(
      ([header] + rows).joined(separator: "\n"), as: subject, into: programme.book)
  }

  private func findings(_ rules: Set<String>) throws -> [Finding] {
    _ = try RunRulebook(programme.book).run()
    return try programme.book.store.read { try $0.findings() }
      .filter { $0.status == .open && rules.contains($0.finding.rule) }.map(\.finding)
  }

  /// R1 cleared cells 0 and 1 on 2023-03-01, R7 cell 0 again on 2023-09-01; H1 held them before.
  @Test func anAccidentAfterARelease() throws {
    let outcome = try take(
      "before,2023-02-28,ap_mine,,0,1,40.0005,45.0005",
      "same,2023-03-01,ap_mine,,0,1,40.0005,45.0005",
      "after,2023-05-01,ap_mine,10,1,0,40.0005,45.0015",
      "twice,2023-10-01,ap_mine,,1,0,40.0005,45.0005",
      "open,2023-10-01,ap_mine,,1,0,40.0005,45.0035",
      "nowhere,2023-10-01,ap_mine,,1,0,40.015,45.0005",
      "undated,,ap_mine,,1,0,40.0005,45.0015", "placeless,2023-05-01,ap_mine,,1,0,,")
    #expect(outcome.findings.filter { $0.rule == "LR80" }.count == 3)
    let found = try findings(["LR80"])
    #expect(
      Set(found.map(\.message)) == [
        "accident same of 2023-03-01 lies on ground released by release R1 (cleared, 2023-03-01)",
        "accident after of 2023-05-01 lies on ground released by release R1 (cleared, 2023-03-01); its position is good to 10 m",
        "accident twice of 2023-10-01 lies on ground released by release R1 (cleared, 2023-03-01), release R7 (cleared, 2023-09-01)",
      ])
    #expect(found.allSatisfy { $0.severity == .error && $0.place.position != nil })
    let report = try programme.report(.accidents, Period())
    #expect(report.flaws == [])
    #expect(
      try report.row("accidents", "2023").figures("accidents", "located", "on_released")
        == ["7", "6", "3"])
    #expect(try report.row("accidents", "unknown")["accidents"] == "1")
    #expect(try report.row("ground", "confirmed")["accidents"] == "2")
    #expect(try report.row("ground", "cleared")["accidents"] == "3")
    #expect(try report.row("ground", "unrecorded")["accidents"] == "1")
    #expect(try report.row("ground", "unknown")["accidents"] == "2")
  }

  /// Ground that an accident's own hazard takes up on that day had been released all the same.
  @Test func aHazardOfTheSameDayHidesNothing() throws {
    try programme.folder.importText(
      """
      id,class,contamination,date,reopens,wkt
      H9,CHA,ap,2023-05-01,H1,\(SmallProgramme.cells(0, 1))
      """, as: .hazards, into: programme.book)
    try take(
      "A,2023-05-01,ap_mine,,1,0,40.0005,45.0005", "B,2023-05-02,ap_mine,,1,0,40.0005,45.0005")
    #expect(try findings(["LR80"]).map(\.place.record) == ["accident A"])
  }

  /// A release is in question on the days on which it stood, also if it was revoked afterwards.
  @Test func aReleaseRevokedLaterIsNamed() throws {
    try programme.folder.importText(
      """
      id,kind,activity,review,revoked_on,contamination,date,hazard_id,wkt
      R5,cleared,clearance,revoked,2023-06-01,ap,2022-05-05,H1,\(SmallProgramme.cells(2, 2))
      """, as: .releases, into: programme.book)
    try take(
      "A,2023-05-30,ap_mine,,1,0,40.0005,45.0025", "B,2023-06-02,ap_mine,,1,0,40.0005,45.0025")
    #expect(try findings(["LR80"]).map(\.place.record) == ["accident A"])
  }

  /// H2 is suspected of ap and av; a release of ap alone leaves the land open, and is in question
  /// where an ap mine explodes.
  @Test func aReleaseOfOneTypeIsAskedOfThatType() throws {
    try programme.folder.importText(
      """
      id,kind,activity,contamination,date,hazard_id,wkt
      R8,cleared,clearance,ap,2023-04-01,H2,\(SmallProgramme.cells(10, 10))
      """, as: .releases, into: programme.book)
    try take(
      "P,2023-08-01,ap_mine,,1,0,40.0005,45.0105", "V,2023-08-01,av_mine,,1,0,40.0005,45.0105",
      "U,2023-08-01,,,1,0,40.0005,45.0105")
    let found = try findings(["LR80"])
    #expect(found.map(\.place.record) == ["accident P"])
    #expect(found.first?.message.contains("released in ap by release R8") == true)
  }

  /// Cell 1 ends at 45.002; the next cells are open or released by R5 from 2022 on.
  @Test func nearReleasedGroundIsANote() throws {
    // About 17 m south of the cells.
    try take(
      "near,2023-05-01,ap_mine,,1,0,39.99985,45.0005",
      "far,2023-05-01,ap_mine,,1,0,39.9996,45.0005",
      "loose,2023-05-01,ap_mine,60,1,0,39.9996,45.0005")
    let found = try findings(["LR80", "LR81"])
    #expect(Set(found.map(\.place.record)) == ["accident near", "accident loose"])
    #expect(found.allSatisfy { $0.severity == .note && $0.rule == "LR81" })
    let message = try #require(found.first { $0.place.record == "accident near" }?.message)
    #expect(
      message == "accident near of 2023-05-01 lies 17 m from release R1 (cleared, 2023-03-01)")
  }

  @Test func victimsWithoutAnAccidentAreAskedToo() throws {
    try take("A,2023-05-01,ap_mine,,0,1,40.0005,45.0015")
    let outcome = try take(
      "W1,2023-05-01,injured,A,40.0005,45.0015", "W2,2023-05-02,killed,A,,",
      "W3,2023-05-01,killed,,40.0005,45.0015", "W4,2023-05-01,killed,Z,40.0005,45.0015",
      as: .victims)
    #expect(outcome.findings.filter { $0.rule == "LR80" }.map(\.place.record) == ["victim W3"])
    let found = try findings(["LR80", "LR82", "LR83", "LR84"])
    #expect(
      Set(found.map { "\($0.rule) \($0.place.record ?? "")" }) == [
        "LR80 accident A", "LR80 victim W3", "LR80 victim W4", "LR82 victim W4",
        "LR83 accident A", "LR84 victim W2",
      ])
    let report = try programme.report(.accidents, Period())
    #expect(
      try report.row("accidents", "2023").figures("killed", "injured", "victims", "without_record")
        == ["1", "1", "2", "0"])
  }

  /// What a correction puts right is settled, and what is taken back is gone.
  @Test func correctionsAndUndo() throws {
    let batch = try #require(try take("A,2023-05-01,ap_mine,,1,0,40.0005,45.0015").batch)
    #expect(try take("A,2023-05-01,ap_mine,,1,0,40.0005,45.0015").unchanged == 1)
    try take("A,2022-05-01,ap_mine,,1,0,40.0005,45.0015")
    #expect(try findings(["LR80"]).isEmpty)
    #expect(try programme.book.store.read { try $0.accidents().count } == 1)
    _ = try UndoBatch(programme.book).run(batch + 1)
    #expect(try findings(["LR80"]).count == 1)
  }

  @Test func whatHasNoPlaceIsCutByPlaceAndTimeAlone() throws {
    #expect(throws: WorkflowError.self) {
      try programme.report(.accidents, by: [.operatorName])
    }
    try take("A,2023-05-01,ap_mine,,1,0,40.0005,45.0015")
    let report = try programme.report(.accidents, by: [.district, .month])
    #expect(try report.row("accidents", "A", "Alpha", "2023-05")["on_released"] == "1")
    let victims = try programme.report(.victims, Period(), by: [.district])
    #expect(
      try victims.row("groups", "A").figures("women", "men", "girls", "boys", "victims")
        == ["0", "1", "1", "1", "3"])
    #expect(try victims.total("groups").figures("group_unknown", "victims") == ["1", "6"])
  }
}
