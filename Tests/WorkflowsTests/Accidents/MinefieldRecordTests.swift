import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Minefield records against finds, worked out by hand.
struct MinefieldRecordTests {
  private let folder: TemporaryFolder
  private let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    // At 40 N a thousandth of a degree is 85.4 m east and 111 m north.
    try folder.importText(
      """
      id,verdict,source,recorded_quantity,recorded_type,found_quantity,displacement_m,wkt
      M1,accurate,X,10,ap,,,"POLYGON ((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40))"
      M2,partly,X,100,ap,40,150,"POLYGON ((45.1 40, 45.101 40, 45.101 40.001, 45.1 40.001, 45.1 40))"
      M3,not useful,Y,5,,,,"MULTIPOINT (45.2 40, 45.21 40)"
      M4,unchecked,Y,,,,,
      M5,accurate,,3,,,,"POINT (45.004 40.0005)"
      """, as: .minefieldRecords, into: book)
    try folder.importText(
      """
      id,date,category,quantity,latitude,longitude
      D1,2023-01-01,ap_mine,4,40.0005,45.0005
      D2,2023-01-02,ap_mine,8,40.0005,45.0015
      D3,2024-01-03,av_mine,1,40,45.2
      D6,2023-01-03,uxo,7,40,45.2
      D4,2023-01-03,saa,500,40,45.21
      D5,2023-01-03,ap_mine,9,41,46
      """, as: .devices, into: book)
  }

  private func report(
    _ period: Period = Period(), within: Double? = nil
  ) throws -> Report {
    var request = ReportRequest(statement: .minefieldRecords, period: period)
    request.within = within
    return try MakeReport(book).run(request)
  }

  @Test func verdictsAreShares() throws {
    let report = try report()
    #expect(report.flaws == [])
    let verdicts = try #require(report.tables.first { $0.id == "verdicts" })
    #expect(
      verdicts.rows[0].cells[1...] == [
        .count(2), .share(.count(2), of: .count(4)), .share(.count(2), of: .count(5)),
      ])
    #expect(try report.total("verdicts")["records"] == "5")
    #expect(
      try report.row("sources", "X").figures("records", "checked", "accurate") == ["2", "2", "1"])
    #expect(try report.row("sources", "unknown")["records"] == "1")
  }

  /// D1 and D2 are M1's: D2 is 43 m from its edge, and 213 m from M5.
  @Test func aFindIsOfTheNearestRecordOnce() throws {
    let list = try report()
    #expect(
      try list.row("records", "M1").figures("finds", "items", "items_within") == ["2", "12", "12"])
    #expect(try list.row("records", "M5").figures("finds", "items") == ["0", "0"])
    #expect(
      try list.row("records", "M3").figures("finds", "items", "points", "points_confirmed")
        == ["1", "1", "2", "1"])
    #expect(
      try list.row("records", "M4")["finds"] == nil || list.row("records", "M4")["finds"] == "")
    #expect(
      try report(within: 20).row("records", "M1").figures("items_within") == ["4"])
  }

  @Test func figuresSayHowManyTheyRestOn() throws {
    let report = try report()
    #expect(
      try report.row("confirmed", "accurate").figures(
        "records", "with_place", "confirmed", "nothing_found")
        == ["2", "2", "1", "1"])
    // M1 as measured, 43 m east of its middle; M5 has no find.
    let metres = try #require(
      report.tables.first { $0.id == "displacement" }?.rows[0].cells[5])
    guard case .number(let median, _) = metres else { throw Missing() }
    #expect(abs(median - 42.7) < 0.1)
    #expect(
      try report.row("displacement", "partly").figures("stated", "measured") == ["1", "0"])
    #expect(
      try report.row("quantities", "accurate").figures(
        "with_both", "recorded", "found", "more_found")
        == ["1", "10", "12", "1"])
    #expect(
      try report.row("quantities", "partly").figures("with_both", "recorded", "found")
        == ["1", "100", "40"])
    #expect(
      try report.total("quantities").figures("with_both", "recorded", "found")
        == ["3", "115", "53"])
  }

  @Test func findsCountByTheirDay() throws {
    let end = try #require(CalendarDate("2023-01-01"))
    let report = try report(Period(to: end))
    #expect(try report.row("records", "M1").figures("finds", "items") == ["1", "4"])
    #expect(try report.row("records", "M3").figures("finds") == ["0"])
  }

  @Test func rulesNameWhatDoesNotFit() throws {
    _ = try RunRulebook(book).run()
    let found = try book.store.read { try $0.findings() }.map(\.finding)
      .filter { ["LR85", "LR86"].contains($0.rule) }
    #expect(
      found.map(\.message) == ["minefield record M1 gives 10 devices, and 12 are found near it"])
    try folder.importText(
      """
      id,verdict,recorded_quantity,found_quantity,displacement_m,wkt
      M5,accurate,3,3,400,"POINT (45.004 40.0005)"
      """, as: .minefieldRecords, into: book)
    _ = try RunRulebook(book).run()
    let again = try book.store.read { try $0.findings() }.map(\.finding)
      .filter { $0.rule == "LR86" }
    #expect(
      again.map(\.message) == [
        "minefield record M5 is called accurate, and its displacement is stated as 400 m"
      ])
  }

  /// A map never cancels land: the ledger is the same with and without it.
  @Test func theLedgerKnowsNoMap() throws {
    let programme = try SmallProgramme()
    let before = try programme.report(.transitions, Period(), by: [.district, .year]).tables
    try programme.folder.importText(
      "id,verdict,wkt\nM,accurate,\(SmallProgramme.cells(0, 9))\n", as: .minefieldRecords,
      into: programme.book)
    _ = try PostLedger(programme.book).run(anew: true)
    let after = try programme.report(.transitions, Period(), by: [.district, .year]).tables
    #expect(before == after && !before[0].rows.isEmpty)
  }

  @Test func claimsOfMapsTellTheirBasis() throws {
    try folder.importText(
      "id,verdict\nM6,unchecked\n", as: .minefieldRecords, into: book)
    let claims = """
      {"source": {"key": "S", "title": "S"}, "claims": [
        {"id": "S-1", "measure": "maps_accurate_share", "value": 50, "unit": "percent", "qualifier": "only"},
        {"id": "S-2", "measure": "maps_useful_share", "value": 50, "unit": "percent", "qualifier": "only"},
        {"id": "S-3", "measure": "maps_submitted", "value": 6, "unit": "maps"}]}
      """
    let file = try claimFile(
      claims)
    var importing = ImportRecords(ImportRequest(subject: .claims, file: file), into: book)
    _ = try importing.run()
    let report = try ReconcileClaims(book).run([], isDetailed: true).report
    #expect(
      try report.row("verdicts", "S-1").figures("basis", "verdict")
        == ["accurate, of 4 checked", "agrees with the records"])
    #expect(
      try report.row("verdicts", "S-2").figures("basis", "verdict")
        == ["accurate or partly, of 4 checked", "claim below"])
    #expect(try report.row("verdicts", "S-3")["verdict"] == "agrees with the records")
  }

  private struct Missing: Error {}

  private func claimFile(_ text: String) throws -> String {
    let file = folder.path("claims.json")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}
