import LandRelease
import Reporting
import Testing

@testable import Workflows

/// The documents over a small book that is worked out by hand.
struct DocumentTests {
  private static let fiveHectares = Area(squareCentimetres: 500_000_000)
  private static let slack = Area(squareCentimetres: 10_000)

  private static func isNear(_ left: Area?, _ right: Area) -> Bool {
    guard let left else { return false }
    return left - right <= slack && right - left <= slack
  }

  @Test func everyStatementHasOneEntry() {
    #expect(Publication.all.count == ReportRequest.Statement.allCases.count)
    #expect(Set(Publication.all.map(\.statement)).count == Publication.all.count)
    #expect(MakeReport.list().flaws == [])
  }

  @Test(arguments: ReportRequest.Statement.allCases)
  func noneHasAFlaw(_ statement: ReportRequest.Statement) throws {
    let report = try SquareProgramme().report(statement)
    #expect(report.flaws == [])
    #expect(!report.tables.isEmpty)
    let ids = Set(report.details.map(\.id))
    #expect(ids.count == report.details.count)
    for row in report.tables.flatMap(\.rows) {
      if let opened = row.opens { #expect(ids.contains(opened)) }
    }
  }

  @Test func mayIsWorkedOutByHand() throws {
    let programme = try SquareProgramme()
    let square = try programme.square
    #expect(square > Area(squareCentimetres: 1_000_000_000))
    let bulletin = try programme.report(.bulletin)
    let west = try #require(bulletin.areas("districts", "D1"))
    #expect(Self.isNear(west["cleared_m2"], square))
    #expect(Self.isNear(west["net_cleared_m2"], square))
    #expect(west["cancelled_m2"] == .zero)
    #expect(bulletin.count("districts", "ap_mines", "D1") == 3)
    #expect(bulletin.count("districts", "other_items", "D1") == 3)
    let monthly = try programme.report(.monthly)
    let east = try #require(monthly.areas("monthly", "D2"))
    #expect(Self.isNear(east["opening_m2"], square))
    #expect(Self.isNear(east["cancelled_m2"], square))
    #expect(east["closing_m2"] == .zero)
    #expect(east["came_in_m2"] == .zero)
    let first = try #require(monthly.areas("monthly", "D1"))
    #expect(Self.isNear(first["worked_again_m2"], square))
    #expect(Self.isNear(first["closing_m2"], square))
    #expect(monthly.count("tasks", "tasks", "OP2", "ongoing") == 2)
    let second = try #require(monthly.areas("by_operator", "OP2"))
    #expect(second["net_cleared_m2"] == .zero)
    #expect(Self.isNear(second["gross_cleared_m2"], square))
    #expect(second["unplaced_m2"] == Self.fiveHectares)
  }

  @Test func theHeadlineStandsFirstInEveryDocument() throws {
    let programme = try SquareProgramme()
    let square = try programme.square
    for statement in [ReportRequest.Statement.summary, .bulletin, .monthly, .landRelease, .donor] {
      let report = try programme.report(statement)
      #expect(report.tables.first?.id == "headline", "\(statement)")
      let cleared = try #require(report.areas("headline", "cleared"))
      #expect(Self.isNear(cleared["low_m2"], square), "\(statement)")
      #expect(cleared["records_m2"] == cleared["low_m2"].map { $0 + Self.fiveHectares })
    }
  }

  @Test func documentsAgreeOnWhatWasReleased() throws {
    let programme = try SquareProgramme()
    let bulletin = try #require(try programme.report(.bulletin).totalAreas("districts"))
    let others = try [
      #require(try programme.report(.monthly).totalAreas("monthly")),
      #require(try programme.report(.landRelease).totalAreas("land_release")),
      #require(try programme.report(.summary).totalAreas("progress")),
      #require(try programme.report(.summary).totalAreas("balance")),
      #require(try programme.report(.donor, "2024-05").totalAreas("by_donor")),
    ]
    for key in ["cancelled_m2", "reduced_m2", "cleared_m2"] {
      for (place, other) in others.enumerated() {
        #expect(other[key] == bulletin[key], "\(key) \(place)")
      }
    }
  }

  @Test func areasAreCountedWhileTheyHaveGroundLeft() throws {
    let programme = try SquareProgramme()
    let report = try programme.report(.landRelease)
    func count(_ district: String, _ key: String) throws -> Int? {
      let table = try #require(report.tables.first { $0.id == "land_release" })
      let column = try #require(table.columns.firstIndex { $0.key == key })
      let row = table.rows.first { $0.cells.first == .text(district) }
      guard case .count(let count)? = row?.cells[column] else { return nil }
      return count
    }
    // H1 keeps B; H2 is cancelled whole in May; H3 was reduced whole in April.
    #expect(try count("D1", "opening_areas") == 1)
    #expect(try count("D1", "closing_areas") == 1)
    #expect(try count("D2", "opening_areas") == 1)
    #expect(try count("D2", "closing_areas") == 0)
    let table = try #require(report.tables.first { $0.id == "land_release" })
    for row in table.rows { #expect(table.areas(of: row)["residual_m2"] == .zero) }
  }

  @Test func aDonorIsShownNetBesideGrossAndWhatTheLandIsFor() throws {
    let programme = try SquareProgramme()
    let square = try programme.square
    let report = try programme.report(.donor, "2024")
    let two = try #require(report.areas("by_donor", "Donor Two"))
    #expect(two["net_cleared_m2"] == .zero)
    #expect(Self.isNear(two["gross_m2"], square))
    let farming = try #require(report.areas("land_use", "Donor One", "farming"))
    #expect(Self.isNear(farming["handed_over_m2"], square))
    #expect(report.count("land_use", "releases", "Donor One", "farming") == 1)
  }

  @Test func whatTheLandIsForAddsUpToTheGrossOfDonors() throws {
    let programme = try SquareProgramme()
    try programme.folder.importText(
      """
      id,kind,activity,date,operator,donor,hazard_id,review,revoked_on,land_use,wkt
      R3,cancelled,NTS,2024-05-11,OP1,Donor One,H2,revoked,2024-06-10,farming,"POLYGON ((45.02 0.01, 45.03 0.01, 45.03 0.02, 45.02 0.02, 45.02 0.01))"
      """, as: .releases, into: programme.book)
    _ = try PostLedger(programme.book).run()
    for period in ["2024", "2024-05", "2024-06"] {
      let report = try programme.report(.donor, period)
      let table = try #require(report.tables.first { $0.id == "land_use" })
      let uses = table.rows.reduce(Area.zero) { $0 + (table.areas(of: $1)["gross_m2"] ?? .zero) }
      #expect(uses == report.totalAreas("by_donor")?["gross_m2"], "\(period)")
    }
  }

  @Test func theHeadlineSaysWhatItCounts() throws {
    let table = try #require(try SquareProgramme().report(.bulletin).tables.first)
    #expect(table.notes.contains { $0.contains("net cleared") && $0.contains("revoked") })
  }

  @Test(arguments: [("2024-05", false), ("2031-05", true)])
  func daysWithoutARecordAreSaidToBeSo(_ period: String, isEmpty: Bool) throws {
    let programme = try SquareProgramme()
    for statement in [ReportRequest.Statement.summary, .bulletin, .progress] {
      let warnings = try programme.report(statement, period).warnings
      #expect(warnings.contains(StatementBasis.emptyPeriodWarning) == isEmpty, "\(statement)")
    }
  }

  @Test func changesHaveNoFirstDay() {
    let request = ReportRequest(
      statement: .changes, period: Period(from: CalendarDate("2023-01-01")))
    let error = #expect(throws: WorkflowError.self) { try request.check() }
    #expect(error?.kind == .usage)
    #expect(error?.remedy.contains("--from-known") == true)
  }

  private static let periods: [(WantedPeriod, String?, String?, String)] = [
    (.month, "2024-04", nil, "2024-04-01 to 2024-04-30"),
    (.month, nil, "2024-05-31", "2024-05-01 to 2024-05-31"),
    (.year, nil, "2024-05-31", "2024-01-01 to 2024-12-31"),
    (.any, nil, "2024-05-31", "all dates"),
    (.month, "2020-01-01..2024-05-29", nil, "2020-01-01 to 2024-05-29"),
  ]

  @Test(arguments: periods)
  func aPeriodIsFilledInWhereNoneIsAsked(
    _ wanted: WantedPeriod, _ asked: String?, _ last: String?, _ text: String
  ) {
    let period = asked.flatMap(Period.init(named:)) ?? Period()
    #expect(wanted.filled(period, last: last.flatMap { CalendarDate($0) }).text == text)
  }

  @Test func aMonthUpToADayBeginsWithTheMonth() {
    let period = Period(to: CalendarDate("2024-05-12"))
    #expect(WantedPeriod.month.filled(period, last: nil).text == "2024-05-01 to 2024-05-12")
  }
}

/// Areas of large books, which are counted by records.
struct AreaCountTests {
  private static func count(_ day: String) throws -> [String: [LandState: Int]] {
    let programme = try SquareProgramme()
    let view = try BookView(programme.book.store)
    return try view.read { figures in
      try AreaCounts(ProgrammeFigures(figures), on: CalendarDate(day)).byLayer[.land] ?? [:]
    }
  }

  @Test func linkedReleasesEndAHazard() throws {
    // H2 begins in February; H3 has no date; H3 is reduced in April, H2 cancelled in May.
    #expect(try Self.count("2022-12-31") == ["D2": [.suspected: 1]])
    #expect(try Self.count("2024-03-31") == ["D1": [.confirmed: 1], "D2": [.suspected: 2]])
    #expect(try Self.count("2024-04-30") == ["D1": [.confirmed: 1], "D2": [.suspected: 1]])
    #expect(try Self.count("2024-05-31") == ["D1": [.confirmed: 1]])
  }
}
