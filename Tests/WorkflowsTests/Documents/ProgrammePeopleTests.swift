import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Indicators, teams, days and money in a book, against figures worked out by hand.
struct ProgrammePeopleTests {
  private let programme: SmallProgramme

  init() throws {
    programme = try SmallProgramme()
    for (subject, text) in Self.files {
      try programme.folder.importText(text, as: subject, into: programme.book)
    }
  }

  private static let files: [(ImportRequest.Subject, String)] = [
    (
      .indicators,
      """
      actor,code,period,district,women,men,girls,boys,total
      X,eore_people,2023-01,A,4,3,2,1,10
      X,eore_people,2023-02,Alpha,4,,,1,10
      X,eore_people,2023,A,,,,,30
      Y,eore_people,2023-Q1,B,5,5,5,5,
      """
    ),
    (
      .indicators,
      """
      actor,code,from,to,value
      X,people_waiting,2023-06-30,2023-06-30,70
      X,people_waiting,2023-12-31,2023-12-31,60
      """
    ),
    (
      .teams,
      """
      id,organisation,women,men,from
      K1,X,2,6,2022-01-01
      K1,X,4,6,2023-07-01
      K2,X,8,0,2023-03-01
      K3,Y,,,2023-01-01
      """
    ),
    (
      .teamDays,
      """
      team,organisation,task_id,from,to,days
      K1,X,T1,2023-02-01,2023-02-28,18
      K1,X,T1,2023-02-06,2023-02-06,1
      K2,X,,2023-03-01,2023-03-31,20.5
      """
    ),
    (
      .contributions,
      """
      id,donor,donor_type,received,spent,currency,from,to,tasks,districts
      G1,Fund,donor,5000,4000,EUR,2023-01-01,2023-12-31,,
      G2,Other,donor,1000,,EUR,2023-01-01,2023-12-31,T1,
      G3,State,state,700,600,USD,2023-01-01,2023-12-31,,B
      G4,Late,donor,9,,EUR,2023-06-01,2024-05-31,,A
      """
    ),
  ]

  @Test func everybodyIsCountedOnce() throws {
    let report = try programme.report(.indicators)
    #expect(report.flaws == [])
    let reached = try report.row("people", "risk_education", "eore_people")
    #expect(reached.figures("women", "men", "girls", "boys") == ["13", "8", "7", "7"])
    // 5 of February's 10, and 10 of the year that its two months leave.
    #expect(reached.figures("not_given", "total") == ["15", "50"])
    let waiting = try report.row("people", "return", "people_waiting")
    #expect(waiting.figures("women", "total", "as_of") == ["", "60", "2023-12-31"])
  }

  @Test func aCutAddsUpToTheWhole() throws {
    for dimensions in [[LedgerDimension.month], [.quarter], [.district], [.operatorName]] {
      let report = try programme.report(.indicators, by: dimensions)
      #expect(report.flaws == [])
      let table = try #require(report.tables.first { $0.id == "people" })
      let place = try #require(table.columns.firstIndex { $0.key == "total" })
      let total = table.rows.filter { $0.cells[1] == .text("eore_people") }.reduce(0) { sum, row in
        if case .count(let count) = row.cells[place] { sum + count } else { sum }
      }
      #expect(total == 50, "\(dimensions)")
    }
    let months = try programme.report(.indicators, by: [.month])
    let table = try #require(months.tables.first { $0.id == "people" })
    let groups = table.rows.filter { $0.cells[1] == .text("eore_people") }.map { $0.cells[3] }
    // The quarter of Y and what the year of X leaves are of no month.
    #expect(groups == [.empty, .text("2023-01"), .text("2023-02")])
  }

  @Test func figuresBeyondThePeriodAreNamedAndNotCounted() throws {
    let period = try #require(Period(named: "2023-02"))
    let report = try programme.report(.indicators, period)
    #expect(try report.row("people", "risk_education", "eore_people")["total"] == "10")
    #expect(report.notes.contains { $0.hasPrefix("2 figures are of periods") })
  }

  @Test func teamsStandOnTheLastDay() throws {
    let report = try programme.report(.teams, by: [.operatorName])
    #expect(report.flaws == [])
    let own = try report.row("teams", "X")
    #expect(
      own.figures("teams", "women", "men", "women_share", "all_women", "all_women_share") == [
        "2", "12", "6", "count(12) of count(18)", "1", "count(1) of count(2)",
      ])
    #expect(try report.row("teams", "Y").figures("teams", "without_numbers") == ["1", "1"])
    let work = try report.row("work", "X")
    // 18 days of February hold the one of its 6th; T1 has two cells and seven items.
    #expect(
      work.figures("team_days", "without_task", "tasks", "task_days", "task_area_m2", "task_items")
        == ["38.5", "20.5", "1", "18.0", "2", "7"])
  }

  @Test func moneyAndGroundStandOnce() throws {
    let report = try programme.report(.contributions, by: [.donor])
    #expect(report.flaws == [])
    // R1 alone names the fund, and is T1's: both donors pay for its two cells.
    #expect(
      try report.row("contributions", "Fund").figures("spent", "ground_m2", "shared_m2") == [
        "4000.0", "2", "2",
      ])
    let costs = try #require(report.tables.first { $0.id == "costs" })
    #expect(costs.rows.count == 2)
    let euro = try report.row("costs", "Fund; Other")
    #expect(euro.figures("money", "area_m2", "items", "agreements") == ["5000.0", "2", "7", "2"])
    // Cancelled and surface ground of B in 2023: R2 (11), R4 is subsurface (14).
    #expect(try report.row("costs", "State").figures("money", "area_m2") == ["600.0", "2"])
    #expect(report.notes.contains { $0.hasPrefix("1 amounts are for days beyond") })
  }

  @Test func anOutlookGivesRanges() throws {
    var request = ReportRequest(statement: .outlook, period: Period(to: SmallProgramme.year.to))
    request.plannedRate = SmallProgramme.cell
    let report = try MakeReport(programme.book).run(request)
    #expect(report.flaws == [])
    let last = try report.row("scenarios", "the last year")
    let plan = try report.row("scenarios", "the plan")
    #expect(last["spans"] == "1" && plan["spans"] == "0")
    #expect(last["end_low"] != last["end_high"])
  }

  @Test func documentsTakeThemUp() throws {
    let month = try programme.report(.monthly, try #require(Period(named: "2023-02")))
    #expect(try month.row("people", "risk_education", "eore_people")["total"] == "10")
    #expect(try month.row("teams", "X")["women"] == "2")
    let donor = try programme.report(.donor)
    #expect(try donor.row("contributions", "Other")["received"] == "1000.0")
    #expect(donor.flaws == [] && month.flaws == [])
    let bulletin = try programme.report(.bulletin)
    #expect(bulletin.tables.contains { $0.id == "people" } && bulletin.flaws == [])
    // A book without such records has no such tables.
    let bare = try SmallProgramme()
    for statement in [ReportRequest.Statement.monthly, .donor, .bulletin] {
      let ids = try bare.report(statement).tables.map(\.id)
      #expect(Set(ids).isDisjoint(with: ["people", "figures", "teams", "work", "contributions"]))
    }
  }

  @Test func theSameFilesChangeNothing() throws {
    for (subject, text) in Self.files {
      let outcome = try programme.folder.importText(text, as: subject, into: programme.book)
      #expect(outcome.stored == 0 && outcome.refused == 0, "\(subject)")
      #expect(outcome.unchanged == outcome.rowsIn, "\(subject)")
    }
  }

  @Test(arguments: [
    ("eore_people", "50", "persons", "agrees with the records"),
    ("eore_people_women", "13", "persons", "agrees with the records"),
    ("eore_people", "60", "persons", "claim above"),
    ("eore_people", "50", "households", "measure differs"),
    ("teams_women", "1", "teams", "agrees with the records"),
    ("team_members_women", "12", "persons", "agrees with the records"),
    ("persons_displaced", "60", "persons", "agrees with the records"),
    ("eore_sessions", "3", "sessions", "not evidenced"),
  ])
  func claimsAreTested(measure: String, value: String, unit: String, verdict: String) throws {
    var claim = Claim(
      id: "C1", source: ClaimSource(key: "t", title: "T"),
      measure: try #require(Measure(code: measure)), value: ExactDecimal(value), printed: value,
      unit: unit)
    // The book's last record but for figures is of October.
    claim.scope.asOf = CalendarDate(measure.hasPrefix("team") ? "2023-10-31" : "2023-12-31")
    let view = try BookView(programme.book.store, from: Viewpoint(), endingOn: nil)
    let judgement = try view.read { figures in
      judge(claim, computed: try ClaimFigures(ProgrammeFigures(figures)).computed(for: claim))
    }
    #expect(judgement.headline.rawValue == verdict, "\(judgement.reasons)")
  }
}
