import Testing

@testable import LandRelease

@Suite struct TeamAndFundingTests {
  private static func team(
    _ id: String, _ women: Int?, _ men: Int?, from: String? = nil, to: String? = nil
  ) -> Team {
    var team = Team(key: RecordKey(organisation: "O", id: id))
    (team.women, team.men) = (women, men)
    (team.from, team.to) = (from.flatMap { CalendarDate($0) }, to.flatMap { CalendarDate($0) })
    return team
  }

  @Test func aStrengthStandsUntilTheNextOneBegins() throws {
    let roll = TeamRoll([
      Self.team("1", 2, 6), Self.team("1", 4, 6, from: "2023-05-01"),
      Self.team("2", 8, 0, from: "2023-03-01", to: "2023-12-31"),
      Self.team("3", nil, 5, from: "2024-01-01"),
    ])
    func strength(_ day: String?) -> TeamStrength {
      roll.standing(on: day.flatMap { CalendarDate($0) }).reduce(into: TeamStrength()) {
        $0.add($1)
      }
    }
    #expect(strength("2022-01-01").women == 2 && strength("2022-01-01").teams == 1)
    let summer = strength("2023-06-01")
    #expect((summer.women, summer.men, summer.allWomen, summer.teams) == (12, 6, 1, 2))
    #expect(strength("2023-12-31").allWomen == 1)
    let after = strength("2024-01-01")
    #expect((after.teams, after.withNumbers, after.allWomen) == (2, 1, 0))
    #expect(strength(nil).teams == 2)
    #expect(roll.firstAllWomen == CalendarDate("2023-03-01"))
  }

  private static func days(
    _ team: String, _ from: String, _ to: String, _ days: Int, task: String = "T", id: String = ""
  ) throws -> TeamDay {
    var day = TeamDay(
      organisation: "O", team: team, from: try #require(CalendarDate(from)),
      to: try #require(CalendarDate(to)), days: ExactDecimal(Int64(days)))
    (day.task, day.id) = (task, id)
    return day
  }

  @Test func daysOfAMonthBesideThoseOfItsDaysCountOnce() throws {
    let account = TeamDayAccount([
      try Self.days("1", "2024-01-01", "2024-01-31", 20),
      try Self.days("1", "2024-01-03", "2024-01-03", 1),
      try Self.days("1", "2024-01-04", "2024-01-04", 1),
      try Self.days("1", "2024-01-04", "2024-01-04", 1, task: "U"),
    ])
    #expect(account.counted.reduce(.zero) { $0 + $1.days } == ExactDecimal(21))
    #expect(account.doubts.isEmpty && account.overworked.isEmpty)
    let less = TeamDayAccount([
      try Self.days("1", "2024-01-01", "2024-01-31", 1),
      try Self.days("1", "2024-01-03", "2024-01-04", 2),
    ])
    #expect(less.counted.reduce(.zero) { $0 + $1.days } == ExactDecimal(2))
    #expect(less.doubts.map(\.difference) == [ExactDecimal(-1)])
  }

  @Test func moreDaysThanAMonthHasAreFound() throws {
    let account = TeamDayAccount([
      try Self.days("1", "2024-02-01", "2024-02-29", 20),
      try Self.days("1", "2024-02-01", "2024-02-29", 10, task: "U"),
    ])
    #expect(account.overworked.map(\.most) == [29])
  }

  private static func agreement(
    _ id: String, _ amounts: [ContributionKind: Int64], _ releases: Set<Int>,
    currency: String = "EUR"
  ) -> Agreement {
    Agreement(
      key: RecordKey(id: id), donor: id, donorType: nil, currency: currency,
      amounts: amounts.mapValues { ExactDecimal($0) }, from: nil, to: nil, releases: releases)
  }

  @Test func moneyForOneGroundStandsTogetherAndOnce() {
    let grounds = FundedGround.list([
      Self.agreement("a", [.received: 100, .spent: 80], [1, 2]),
      Self.agreement("b", [.received: 50], [3]),
      Self.agreement("c", [.spent: 20], [2, 4]),
      Self.agreement("d", [.spent: 20], []),
    ])
    #expect(grounds.map(\.releases) == [[3], [1, 2, 4]])
    #expect(grounds.map(\.wholeCost) == [ExactDecimal(50), ExactDecimal(100)])
  }

  @Test func aLaterAgreementCanJoinGroundsThatWereApart() {
    let grounds = FundedGround.list([
      Self.agreement("a", [.spent: 1], [1]), Self.agreement("b", [.spent: 2], [2]),
      Self.agreement("c", [.spent: 4], [1, 2]),
    ])
    #expect(grounds.count == 1 && grounds[0].wholeCost == ExactDecimal(7))
    #expect(grounds[0].agreements.count == 3)
  }

  @Test func severalCurrenciesOrAPledgeAloneMakeNoCost() {
    let mixed = FundedGround.list([
      Self.agreement("a", [.spent: 1], [1]),
      Self.agreement("b", [.spent: 2], [1], currency: "USD"),
    ])
    #expect(mixed.map(\.wholeCost) == [nil])
    #expect(mixed[0].money(in: "USD") == ExactDecimal(2))
    let pledged = FundedGround.list([
      Self.agreement("a", [.spent: 1], [1]), Self.agreement("b", [.pledged: 9], [1]),
    ])
    #expect(pledged.map(\.wholeCost) == [nil])
  }

  @Test func whatWasReceivedAndSpentInTwoEntriesIsOneCost() {
    let grounds = FundedGround.list([
      Self.agreement("a", [.received: 100], [1]), Self.agreement("a", [.spent: 90], [1]),
    ])
    #expect(grounds.map(\.wholeCost) == [ExactDecimal(90)])
  }

  @Test func anOutlookIsARangeAndSaysWhereItGrows() {
    func area(_ hectares: Int64) -> Area { Area(squareCentimetres: hectares * 100_000_000) }
    let shrinking = Outlook(
      open: area(100), released: area(10)...area(20), slowest: area(5), spans: 3)
    #expect(shrinking.fewestYears == 5 && shrinking.mostYears == 20)
    let growing = Outlook(
      open: area(100), released: area(10)...area(20), slowest: area(0), spans: 3)
    #expect(growing.fewestYears == 5 && growing.mostYears == nil)
    let resting = Outlook(
      open: area(100), released: area(0)...area(0), slowest: area(0), spans: 1)
    #expect(resting.fewestYears == nil && resting.mostYears == nil)
  }
}
