import LandRelease
import Testing

@testable import Interchange

/// Figures, teams, days and money from files of many shapes.
@Suite struct PeopleReadingTests {
  private static let codes = IndicatorCodes([
    IndicatorCode(
      code: "eore_people", label: "People reached", unit: "people", theme: "t", adding: .flow,
      isWhole: true, aliases: ["EORE", "обучение"]),
    IndicatorCode(
      code: "eore_sessions", label: "Sessions", unit: "sessions", theme: "t", adding: .flow,
      isWhole: true),
    IndicatorCode(
      code: "waste_kg", label: "Waste", unit: "kg", theme: "t", adding: .flow, isWhole: false),
  ])

  private func rows(
    _ text: String, map: [ColumnMap.Override] = []
  ) throws -> (context: ReadingContext, rows: [SurveyRow]) {
    let folder = try TemporaryFolder()
    let table = try SurveyTable.of(text, in: folder)
    var columns = try ColumnMap(type: .indicators, header: table.header, overrides: map)
    columns.findFigures(Self.codes)
    var context = ReadingContext(header: table.header, columns: columns, reference: .wgs84)
    context.indicatorCodes = Self.codes
    return (context, try table.rows())
  }

  /// Each figure as `code from..to district sex age value`.
  private func read(_ text: String, map: [ColumnMap.Override] = []) throws -> [String] {
    let (context, rows) = try rows(text, map: map)
    return try rows.flatMap { try IndicatorReading(context).read($0).record }.map { figure in
      [
        figure.code, "\(figure.from)..\(figure.to)", figure.district, figure.sex?.rawValue ?? "-",
        figure.ageGroup?.rawValue ?? "-", figure.value.plain,
      ].joined(separator: " ")
    }
  }

  private func refusal(_ text: String) throws -> Refusal {
    let (context, rows) = try rows(text)
    return try #require(throws: Refusal.self) {
      try rows.forEach { _ = try IndicatorReading(context).read($0) }
    }
  }

  @Test func oneFigureARow() throws {
    #expect(
      try read(
        """
        actor,code,from,to,district,sex,age_group,value,unit
        A,EORE,2024-01,2024-03,D1,women,18-59,"1,200.0",persons
        A,waste_kg,2024-01-05,2024-01-05,,,,12.5,kg
        A,eore people,2024,2024,D1,girl,,7,
        A,eore_people,2024,2024,D1,F,<18,8,
        """) == [
          "eore_people 2024-01-01..2024-03-31 D1 female adult 1200",
          "waste_kg 2024-01-05..2024-01-05  - - 12.5",
          "eore_people 2024-01-01..2024-12-31 D1 female child 7",
          "eore_people 2024-01-01..2024-12-31 D1 female child 8",
        ])
  }

  @Test func groupsSideBySide() throws {
    #expect(
      try read(
        """
        Organisation,Indicator,Reporting period,District,Women,Men,Girls,Boys,Total beneficiaries
        A,EORE,Q2 2024,D1,10,5,0,,20
        """) == [
          "eore_people 2024-04-01..2024-06-30 D1 female adult 10",
          "eore_people 2024-04-01..2024-06-30 D1 male adult 5",
          "eore_people 2024-04-01..2024-06-30 D1 female child 0",
          "eore_people 2024-04-01..2024-06-30 D1 - - 20",
        ])
  }

  @Test func monthsSideBySide() throws {
    #expect(
      try read(
        """
        actor;code;year;district;Jan;Feb 2024;2024-03-01;Апрель
        A;eore_sessions;2024;D1;3;;4;5
        """) == [
          "eore_sessions 2024-01-01..2024-01-31 D1 - - 3",
          "eore_sessions 2024-03-01..2024-03-31 D1 - - 4",
          "eore_sessions 2024-04-01..2024-04-30 D1 - - 5",
        ])
  }

  @Test func codesSideBySideAndWhatAllRowsAreOf() throws {
    #expect(
      try read(
        "month,year,district,EORE (women),EORE men,eore_sessions\nMay,2024,D1,9,8,2\n",
        map: [("actor", "=A")]) == [
          "eore_people 2024-05-01..2024-05-31 D1 female adult 9",
          "eore_people 2024-05-01..2024-05-31 D1 male adult 8",
          "eore_sessions 2024-05-01..2024-05-31 D1 - - 2",
        ])
  }

  @Test(arguments: [
    (
      "организация;показатель;месяц;год;район;женщины;мужчины;девочки;мальчики",
      "обучение;март;2024"
    ),
    ("təşkilat;göstərici;ay;il;rayonu;qadınlar;kişilər;qızlar;oğlanlar", "EORE;mart;2024"),
    ("organisme;indicateur;mois;année;location;femmes;hommes;filles;garçons", "EORE;mars;2024"),
    ("المنظمة;المؤشر;الشهر;السنة;المنطقة;نساء;رجال;بنات;أولاد", "EORE;مارس;2024"),
    ("організація;показник;місяць;рік;район;жінки;чоловіки;дівчата;хлопці", "EORE;березень;2024"),
  ])
  func headersOfOtherLanguages(header: String, row: String) throws {
    #expect(
      try read("\(header)\nA;\(row);D1;1;2;3;4\n") == [
        "eore_people 2024-03-01..2024-03-31 D1 female adult 1",
        "eore_people 2024-03-01..2024-03-31 D1 male adult 2",
        "eore_people 2024-03-01..2024-03-31 D1 female child 3",
        "eore_people 2024-03-01..2024-03-31 D1 male child 4",
      ])
  }

  @Test(arguments: [
    ("A,eore_poeple,2024,D1,,5", "code", "no indicator has the code"),
    ("A,eore_people,2024,D1,,-5", "value", "less than nothing"),
    ("A,eore_people,2024,D1,,5.5", "value", "no whole number"),
    ("A,eore_people,2024,D1,,many", "value", "not a number"),
    ("A,eore_people,,D1,,5", "from", "no period"),
    ("A,eore_people,2024-13,D1,,5", "period", "not a date"),
    ("A,eore_sessions,2024,D1,women,5", "value", "no sex and no age"),
    ("A,eore_people,2024,Total,,5", "district", "line of totals"),
    ("A,eore_people,2024,D1,,", nil, "no figure"),
    (",eore_people,2024,D1,,5", "actor", "no actor"),
  ])
  func badRowsAreRefusedByField(row: String, field: String?, reason: String) throws {
    let refusal = try refusal("actor,code,period,district,sex,value\n\(row)\n")
    #expect(refusal.field == field)
    #expect(refusal.reason.contains(reason), "\(refusal.reason)")
    #expect(!refusal.remedy.isEmpty)
  }

  @Test func aNearCodeIsAskedFor() throws {
    let refusal = try refusal("actor,code,period,value\nA,eore_poeple,2024,5\n")
    #expect(refusal.remedy.contains("Did you mean eore_people?"))
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsRefused() throws {
    let refusal = try refusal(
      "actor,code,from,to,value\nA,eore_people,2024-03-01,2024-02-01,5\n")
    #expect(refusal.field == "to")
  }

  @Test(arguments: [
    ("2024-Q2", "2024-04-01..2024-06-30"), ("Q2 2024", "2024-04-01..2024-06-30"),
    ("II quarter 2024", "2024-04-01..2024-06-30"), ("2 кв 2024", "2024-04-01..2024-06-30"),
    ("3-cü rüb 2024", nil), ("May 2024", "2024-05-01..2024-05-31"),
    ("2024 мая", "2024-05-01..2024-05-31"), ("05.2024", "2024-05-01..2024-05-31"),
    ("2024", "2024-01-01..2024-12-31"), ("2024-05-07", "2024-05-07..2024-05-07"),
    ("01.05.2024 - 15.05.2024", "2024-05-01..2024-05-15"),
    ("2024-05-01..2024-05-15", "2024-05-01..2024-05-15"),
    ("15.05.2024 - 01.05.2024", nil), ("Q5 2024", nil), ("soon", nil),
  ])
  func periodsAsPeopleWriteThem(text: String, days: String?) throws {
    let read = (try? PeriodText.read(text)).map { "\($0.from)..\($0.to)" }
    #expect(read == days)
  }

  @Test func teamsWithTwoOfThreeNumbers() throws {
    func team(_ row: String) throws -> Team {
      let table = try TestRows(.teams, "team,organisation,women,men,size,from,to\n\(row)\n")
      return try TeamReading(table.context).read(table.rows[0]).record
    }
    let whole = try team("T1,O,2,,9,2023-05,2023-12-31")
    #expect((whole.women, whole.men, whole.members) == (2, 7, 9))
    #expect(whole.from == CalendarDate("2023-05-01"))
    #expect(try team("T1,O,2,5,,,").members == 7)
    #expect(try team("T1,O,,,9,,").women == nil)
    for row in ["T1,O,2,5,9,,", "T1,O,12,,9,,", "T1,O,-1,2,,,", "T1,O,1,2,,2024,2023"] {
      #expect(throws: Refusal.self) { try team(row) }
    }
  }

  @Test func daysOfTeams() throws {
    func day(_ row: String) throws -> TeamDay {
      let table = try TestRows(.teamDays, "team,task,date,from,to,days worked\n\(row)\n")
      return try TeamDayReading(table.context).read(table.rows[0]).record
    }
    #expect(try day("K1,T1,2024-05-02,,,").days == ExactDecimal(1))
    #expect(try day("K1,T1,,2024-05-01,2024-05-31,20.5").days == ExactDecimal("20.5"))
    for row in [
      "K1,T1,,2024-05-01,2024-05-31,", "K1,T1,,2024-05-01,2024-05-03,4", "K1,T1,,,,3",
      ",T1,2024-05-02,,,",
    ] { #expect(throws: Refusal.self) { try day(row) } }
  }

  @Test func moneySideBySideAndInACell() throws {
    func money(_ header: String, _ row: String) throws -> [String] {
      let table = try TestRows(.contributions, "\(header)\n\(row)\n")
      return try ContributionReading(table.context).read(table.rows[0]).record.map {
        "\($0.kind.rawValue) \($0.amount.plain) \($0.currency) \($0.tasks) \($0.donorType?.rawValue ?? "-")"
      }
    }
    #expect(
      try money(
        "grant,donor,pledged,received,spent,currency,year,tasks",
        "G1,Fund,\"1,000,000.00\",500000,,eur,2024,\"T1; T2\"") == [
          "pledged 1000000 EUR [\"T1\", \"T2\"] -", "received 500000 EUR [\"T1\", \"T2\"] -",
        ])
    #expect(
      try money("id,donor,amount,kind,year", "G1,State budget,AZN 12 500.50,expenditure,2024") == [
        "spent 12500.5 AZN [] state"
      ])
    #expect(try money("id,donor,amount,status", "G1,X,€5,paid") == ["received 5 EUR [] -"])
    for row in [
      "G1,X,5,paid", "G1,X,$5,paid", "G1,X,5 EURO CENTS,paid", "G1,X,5 EUR,", "G1,X,,paid",
      "G1,X,-5 EUR,paid", ",X,5 EUR,paid", "G1,,5 EUR,paid",
    ] {
      #expect(throws: Refusal.self, "\(row)") { try money("id,donor,amount,status", row) }
    }
  }

  @Test func whatEveryRowIsNeedsNoColumn() throws {
    let folder = try TemporaryFolder()
    let table = try SurveyTable.of("id,amount\nG1,5\n", in: folder)
    let columns = try ColumnMap(
      type: .contributions, header: table.header,
      overrides: [("kind", "=spent"), ("currency", "=USD"), ("donor", "=The Fund")])
    let context = ReadingContext(header: table.header, columns: columns, reference: .wgs84)
    let read = try ContributionReading(context).read(try table.rows()[0]).record
    #expect(read.map(\.kind) == [.spent] && read[0].donor == "The Fund")
  }
}
