import LandRelease
import Reporting
import Testing

@testable import Workflows

/// No text of the program is without words in any language.
struct PhraseCoverageTests {
  static let languages = Language.allCases.filter { $0 != .english }

  @Test(arguments: ReportRequest.Statement.allCases)
  func everyTextOfAReportHasWords(_ statement: ReportRequest.Statement) throws {
    let programme = try SquareProgramme()
    try programme.folder.importText(
      """
      id,date,district,sex,age,outcome,activity,civilian
      V1,2024-05-03,D1,female,12,injured,farming,yes
      V2,2024-05-04,D2,male,40,killed,,no
      """, as: .victims, into: programme.book)
    try programme.folder.importText(
      """
      id,date,district,device_category,activity,killed,injured,latitude,longitude
      A1,2024-05-30,D1,ap_mine,farming,0,1,0.015,45.005
      A2,2024-05-30,D1,,,1,0,0.00985,45.005
      """, as: .accidents, into: programme.book)
    try programme.folder.importText(
      """
      id,verdict,recorded_type,recorded_quantity,found_quantity,wkt
      M1,accurate,ap_mine,5,4,"POINT (45.005 0.015)"
      M2,partly,,,,
      M3,not useful,,,,
      M4,,,,,
      """, as: .minefieldRecords, into: programme.book)
    var requests = [ReportRequest(statement: statement)]
    var ofMay = ReportRequest(statement: statement, period: try #require(Period(named: "2024-05")))
    ofMay.viewpoint.clock = .approved
    requests.append(ofMay)
    let dimensions = Publication.of(statement).cuts
      .filter { statement != .balance || !$0.isOfRelease }
    requests += dimensions.map { ReportRequest(statement: statement, dimensions: [$0]) }
    if dimensions.contains(.district), dimensions.contains(.year) {
      requests.append(ReportRequest(statement: statement, dimensions: [.district, .year]))
    }
    let book = statement == .completion ? try SmallProgramme().book : programme.book
    for var request in requests {
      request.task = statement == .completion ? "T1" : nil
      if statement == .changes {
        request.knownFirst = CalendarDate(year: 2020, month: 1, day: 1)
        request.period.from = nil
      }
      let report = try MakeReport(book).run(request)
      for language in Self.languages {
        // The names of the book and the task, and the head of its log, stand among words of the
        // program.
        let missing = report.untranslated(in: language).filter {
          !["Small", "T1"].contains($0) && $0.utf8.count != 64
        }
        #expect(missing == [], "\(statement) in \(language)")
      }
    }
  }

  @Test func theListHasWords() {
    for language in Self.languages {
      #expect(MakeReport.list().untranslated(in: language) == [])
    }
  }
}
