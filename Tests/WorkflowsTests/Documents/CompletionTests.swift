import LandRelease
import Reporting
import Testing

@testable import Workflows

/// The completion report of one task, the Monitor's block and form F, against figures worked out
/// by hand.
struct CompletionTests {
  private let programme: SmallProgramme

  init() throws { programme = try SmallProgramme() }

  private func completion(_ task: String?) throws -> Report {
    var request = ReportRequest(statement: .completion)
    request.task = task
    return try MakeReport(programme.book).run(request)
  }

  @Test func ofOneTask() throws {
    let report = try completion("T1")
    #expect(report.flaws == [])
    #expect(report.subtitle == "T1")
    func entry(_ line: String) throws -> String? { try report.row("task", line)["entry"] }
    #expect(try entry("Hazards") == "H1")
    #expect(try entry("Depth cleared, cm") == "20")
    #expect(try entry("Handed over on") == "2023-04-15")
    #expect(try entry("Restrictions") == "")
    #expect(
      try report.row("areas", "cleared").figures("releases", "reported_m2", "measured_m2")
        == ["1", "19000.0000", "2"])
    #expect(try report.row("areas", "reduced")["measured_m2"] == "")
    #expect(
      try report.row("releases", "R1").figures("kind", "review", "district", "released_m2")
        == ["cleared", "accepted", "A", "2"])
    // R5 took one cell of H1 and R1 two of four.
    let hazard = try report.row("hazards", "H1")
    #expect(hazard.figures("measured_m2", "open_m2") == ["4", "1"])
    // Small-arms ammunition is listed here too.
    #expect(try report.total("devices").figures("found", "destroyed") == ["107", "105"])
    let signatures = try #require(report.tables.first { $0.id == "signatures" })
    #expect(signatures.rows.allSatisfy { $0.cells.dropFirst().allSatisfy { $0 == .empty } })
  }

  @Test func turningPointsLeadRoundTheGround() throws {
    let table = try #require(try completion("T1").tables.first { $0.id == "points" })
    // The rectangle of two cells has six corners of cells.
    #expect(table.rows.count == 6)
    #expect(
      table.rows.map { $0.cells[2] }.prefix(2) == [.text("start point"), .text("turning point")])
    func number(_ row: Row, _ key: String) -> Double {
      guard let index = table.columns.firstIndex(where: { $0.key == key }),
        case .number(let number, _) = row.cells[index]
      else { return .nan }
      return number
    }
    // A thousandth of a degree at latitude 40 by the radii of curvature: 111.0346 m to the north,
    // 85.3939 m along the lower edge and 85.3926 m along the upper one.
    let northward = try #require(
      table.rows.first {
        abs(number($0, "bearing")) < 0.01 || abs(number($0, "bearing") - 360) < 0.01
      })
    #expect(abs(number(northward, "distance") - 111.035) < 0.001)
    let eastward = table.rows.filter { abs(number($0, "bearing") - 90) < 0.01 }
    #expect(eastward.count == 2)
    #expect(eastward.allSatisfy { abs(number($0, "distance") - 85.3932) < 0.001 })
    #expect(
      table.columns.filter { $0.reveals == .place }.map(\.key) == ["x", "y", "bearing", "distance"])
  }

  @Test func aTaskIsNamedAndKnown() throws {
    #expect(throws: WorkflowError.self) { try completion(nil) }
    #expect(throws: WorkflowError.self) { try completion("T9") }
    var request = ReportRequest(statement: .balance)
    request.task = "T1"
    #expect(throws: WorkflowError.self) { try MakeReport(programme.book).run(request) }
  }

  @Test func theMonitorHasEveryLayerInItself() throws {
    let report = try programme.report(.monitor)
    #expect(report.flaws == [])
    #expect(
      try report.row("release", "ap")
        .figures("cleared_m2", "reduced_m2", "cancelled_m2", "released_m2", "confirmed_m2")
        == ["2", "1", "1", "4", "0"])
    // H2 is in av too: R2 and R3 are of all types, R1 takes nothing there.
    #expect(
      try report.row("release", "av").figures("cleared_m2", "released_m2") == ["0", "2"])
    #expect(try report.row("release", "cmr").figures("cleared_m2", "released_m2") == ["1", "1"])
    #expect(try report.row("release", "land").figures("cleared_m2", "released_m2") == ["3", "5"])
    #expect(
      try report.row("operators", "Y").figures("releases", "released_m2", "gross_m2")
        == ["3", "2", "3"])
    #expect(try report.total("operators")["items"] == "13")
    let wide = report.tables.flatMap(\.columns).filter { $0.kind == .area }
    #expect(!wide.isEmpty && wide.allSatisfy { $0.unit == .squareKilometres })
  }

  @Test func whatBecomesConfirmedIsNoRelease() throws {
    try programme.folder.importText(
      "id,class,contamination,date,wkt\nH2,CHA,\"ap,av\",2023-10-01,\(SmallProgramme.cells(9, 11))",
      as: .hazards, into: programme.book)
    _ = try PostLedger(programme.book).run()
    let line = try programme.report(.monitor).row("release", "ap")
    // The cell 10 was suspected; 9 and 11 stay released, as the releases name the hazard.
    #expect(line.figures("confirmed_m2", "released_m2", "identified_m2") == ["1", "4", "2"])
  }

  @Test func formFIsOfClusterMunitions() throws {
    let report = try programme.report(.clusterMunitions)
    #expect(report.flaws == [])
    #expect(try report.total("contaminated").figures("areas", "open_m2") == ["1", "1"])
    #expect(try report.row("areas", "H4").figures("state", "open_m2") == ["confirmed", "1"])
    #expect(
      try report.row("released", "B").figures("releases", "cleared_m2", "submunitions", "methods")
        == ["1", "1", "3", "bac"])
    #expect(try report.total("submunitions").figures("found", "destroyed") == ["3", "3"])
  }
}
