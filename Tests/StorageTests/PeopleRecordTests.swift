import LandRelease
import Testing

@testable import Storage

@Suite struct PeopleRecordTests {
  private static func indicator(_ value: Int64) throws -> Indicator {
    var indicator = Indicator(
      actor: "A", code: "eore_people", from: try #require(CalendarDate("2024-01-01")),
      to: try #require(CalendarDate("2024-01-31")), value: ExactDecimal(value))
    (indicator.district, indicator.id, indicator.source) = ("D1", "S1", "report")
    (indicator.sex, indicator.ageGroup) = (.female, .child)
    return indicator
  }

  @Test func everyFieldOfEveryRecordComesBack() throws {
    let temporary = try TemporaryBook()
    let code = IndicatorCode(
      code: "water_points", label: "Water points", unit: "points", theme: "water", adding: .stock,
      isWhole: true, aliases: ["wells"])
    let indicator = try Self.indicator(7)
    var team = Team(key: RecordKey(organisation: "O", id: "K1"))
    (team.type, team.women, team.men, team.members) = ("manual", 3, 4, 7)
    (team.from, team.to) = (CalendarDate("2023-01-01"), CalendarDate("2023-12-31"))
    team.source = "list"
    var day = TeamDay(
      organisation: "O", team: "K1", from: try #require(CalendarDate("2023-02-01")),
      to: try #require(CalendarDate("2023-02-28")), days: try #require(ExactDecimal("19.5")))
    (day.task, day.id, day.women, day.men) = ("T1", "W1", 2, 3)
    var money = Contribution(
      key: RecordKey(organisation: "O", id: "G1"), kind: .spent, donor: "Fund",
      amount: try #require(ExactDecimal("1000.25")), currency: "EUR")
    (money.donorType, money.tasks, money.districts) = (.donor, ["T1"], ["D1"])
    (money.from, money.to) = (CalendarDate("2023-01-01"), CalendarDate("2023-12-31"))
    (money.purpose, money.source) = ("demining", "budget")
    func store(_ writer: BatchWriter) throws {
      _ = try writer.store(code)
      _ = try writer.store([indicator])
      _ = try writer.store(team)
      _ = try writer.store(day)
      _ = try writer.store([money])
    }
    try temporary.write("people", store)
    try temporary.book.read {
      try #expect($0.indicatorCodes().map(\.content) == [code])
      try #expect($0.indicators().map(\.content) == [indicator])
      try #expect($0.teams().map(\.content) == [team])
      try #expect($0.teamDays().map(\.content) == [day])
      try #expect($0.contributions().map(\.content) == [money])
    }
    let again = try temporary.write("people", store)
    #expect(again.unchanged == 5 && again.batch == nil)
  }

  @Test func figuresOfOneRowCountAsOneRow() throws {
    let temporary = try TemporaryBook()
    var other = try Self.indicator(9)
    other.sex = nil
    other.ageGroup = nil
    let first = try temporary.write("indicators") {
      _ = try $0.store([try Self.indicator(7), other])
    }
    #expect((first.stored, first.unchanged, first.versions) == (1, 0, 0))
    let second = try temporary.write("indicators") {
      _ = try $0.store([try Self.indicator(8), other])
    }
    #expect((second.stored, second.unchanged, second.versions) == (1, 0, 1))
    // A sex that is not given is a key of its own: an empty one is equal to itself.
    let values = try temporary.book.read { try $0.indicators().map(\.content.value.plain) }
    #expect(values == ["9", "8"])
  }

  @Test func undoGivesTheFigureOfBeforeBack() throws {
    let temporary = try TemporaryBook()
    var old = try Self.indicator(7)
    (old.sex, old.ageGroup) = (nil, nil)
    var new = old
    new.value = ExactDecimal(8)
    try temporary.write("indicators") { _ = try $0.store([old]) }
    let summary = try temporary.write("indicators") { _ = try $0.store([new]) }
    #expect(try temporary.book.read { try $0.indicators().map(\.content) } == [new])
    var description = BatchDescription(
      at: Timestamp(milliseconds: 1_700_000_000_000), verb: "undo", recordType: "indicators")
    description.reverses = summary.batch
    let undone = try temporary.book.undo(description)
    #expect(undone.taken == ["indicator": 1])
    #expect(try temporary.book.read { try $0.indicators().map(\.content) } == [old])
  }

  @Test func aTeamWithoutADayIsOneRecord() throws {
    let temporary = try TemporaryBook()
    var team = Team(key: RecordKey(id: "K1"))
    team.women = 1
    try temporary.write("teams") { _ = try $0.store(team) }
    team.women = 2
    try temporary.write("teams") { _ = try $0.store(team) }
    #expect(try temporary.book.read { try $0.teams().map(\.content) } == [team])
  }
}
