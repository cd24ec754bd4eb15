import Foundation
import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// What changed between two states of knowledge of the small programme, by category.
struct ChangesDocumentTests {
  private let programme: SmallProgramme
  private let before: Int64

  init() throws {
    programme = try SmallProgramme()
    before = try programme.book.store.info().ledger.lastBatch ?? 0
  }

  private func take(_ rows: [String], as subject: ImportRequest.Subject) throws {
    try programme.folder.importText(rows.joined(separator: "\n"), as: subject, into: programme.book)
  }

  /// The document between the state before and now, as known at the end of 2023.
  private func document(set: String? = nil) throws -> Report {
    _ = try PostLedger(programme.book).run()
    let store = programme.book.store
    let info = try store.info()
    let day = CalendarDate(year: 2023, month: 12, day: 31)
    let earlier = try BookView(store, info, throughBatch: before, on: day)
    let later = try BookView(
      store, info, from: Viewpoint(boundarySet: set), throughBatch: info.ledger.lastBatch ?? 0,
      on: day)
    return try ListChanges.document(earlier, later, layer: .land)
  }

  private static let figures = [
    "open_m2", "cancelled_m2", "reduced_m2", "cleared_m2", "net_cleared_m2",
  ]

  private func change(_ report: Report, _ table: String, _ names: [String]) throws -> [String] {
    let found = try #require(report.tables.first { $0.id == table })
    let row = try #require(
      found.rows.first { row in names.allSatisfy { row.cells.contains(.text($0)) } },
      "\(found.rows)")
    let keys = found.columns.map(\.key)
    return Self.figures.map { key in
      guard let index = keys.firstIndex(of: key), case .area(let area) = row.cells[index] else {
        return ""
      }
      return Report.inCells(area)
    }
  }

  @Test func aHazardTakenBackIsWithdrawn() throws {
    try take(
      [
        "id,class,status,reason,contamination,date",
        "H5,SHA,withdrawn,entered twice,erw,2023-11-01",
      ],
      as: .hazards)
    let report = try document()
    #expect(report.flaws == [])
    #expect(try change(report, "changes", ["B", "withdrawn"]) == ["-2", "0", "0", "0", "0"])
    #expect(try change(report, "records", ["hazard H5"]) == ["-2", "0", "0", "0", "0"])
  }

  @Test func aLateReleaseHasConsequencesForAnUnchangedOne() throws {
    try take(
      [
        "id,kind,activity,contamination,date,operator,hazard_id,wkt",
        "R8,cleared,clearance,ap,2022-12-01,Z,H1,\(SmallProgramme.cells(1, 1))",
      ], as: .releases)
    let report = try document()
    // R8 took the cell 1 before R1 came to it; land as a whole is as it was.
    #expect(try change(report, "records", ["release R8", "late"]) == ["-1", "0", "0", "1", "1"])
    #expect(
      try change(report, "records", ["release R1", "consequence"]) == ["1", "0", "0", "-1", "-1"])
    #expect(try change(report, "categories", ["consequence"]) == ["1", "0", "0", "-1", "-1"])
    #expect(try change(report, "changes", ["Total"]) == ["0", "0", "0", "0", "0"])
  }

  @Test func anotherContentIsACorrection() throws {
    try take(
      [
        "id,kind,activity,date,operator,hazard_id,recorded_at,wkt",
        "R3,cancelled,nts,2023-06-01,X,H2,2023-12-01,\(SmallProgramme.cells(9, 9))",
      ], as: .releases)
    let report = try document()
    #expect(try change(report, "changes", ["A", "corrected"]) == ["0", "1", "-1", "0", "0"])
  }

  @Test func aNewRecordIsOfALaterDay() throws {
    try take(
      ["id,class,contamination,date,wkt", "H7,SHA,ap,2024-01-15,\(SmallProgramme.cells(18, 18))"],
      as: .hazards)
    #expect(try change(document(), "changes", ["B", "new"]) == ["1", "0", "0", "0", "0"])
  }

  @Test func anotherBoundaryMovesGroundAndNoTotal() throws {
    // The border goes from the cell 10 to the cell 13: B loses 10, 11 and 12 to A.
    func district(_ west: String, _ east: String) -> String {
      "\"POLYGON ((\(west) 39.99, \(east) 39.99, \(east) 40.02, \(west) 40.02, \(west) 39.99))\""
    }
    try take(
      [
        "code,name,wkt", "A,Alpha,\(district("44.99", "45.013"))",
        "B,Beta,\(district("45.013", "45.03"))",
      ], set: "new")
    let report = try document(set: "new")
    // Open are the cells 10 and 12; cancelled is 11.
    #expect(try change(report, "changes", ["A", "boundary"]) == ["2", "1", "0", "0", "0"])
    #expect(try change(report, "changes", ["B", "boundary"]) == ["-2", "-1", "0", "0", "0"])
    #expect(try change(report, "categories", ["boundary"]) == ["0", "0", "0", "0", "0"])
  }

  private func take(_ rows: [String], set: String) throws {
    let file = programme.folder.path("new-districts.csv")
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
    var request = ImportRequest(subject: .districts, file: file)
    request.crs = "EPSG:4326"
    request.boundarySet = set
    request.rejects = programme.folder.path("new-districts.rejects.csv")
    var records = ImportRecords(request, into: programme.book)
    _ = try records.run()
  }

  @Test func withoutAClosingTheFirstDayIsNamed() throws {
    #expect(throws: WorkflowError.self) { try programme.report(.changes, Period()) }
    var request = ReportRequest(statement: .changes)
    request.knownFirst = CalendarDate(year: 2000, month: 1, day: 1)
    let report = try MakeReport(programme.book).run(request)
    #expect(report.flaws == [])
    // Nothing was known then: everything open now came since.
    #expect(try report.row("totals", "open").figures("from_m2", "to_m2") == ["0", "9"])
  }
}
