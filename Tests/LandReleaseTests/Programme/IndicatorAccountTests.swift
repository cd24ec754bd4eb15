import Testing

@testable import LandRelease

/// Figures that stand beside each other are counted once, and what contradicts is said.
@Suite struct IndicatorAccountTests {
  private static let codes = IndicatorCodes([
    IndicatorCode(
      code: "reached", label: "Reached", unit: "people", theme: "t", adding: .flow, isWhole: true),
    IndicatorCode(
      code: "waiting", label: "Waiting", unit: "people", theme: "t", adding: .stock, isWhole: true),
  ])

  /// `code from..to district group value`, the group being w, m, g, b, f, c or nothing.
  private static func figure(
    _ code: String, _ period: String, _ district: String, _ group: String, _ value: Int,
    id: String = ""
  ) throws -> Indicator {
    let days = try #require(Period(named: period))
    var figure = Indicator(
      actor: "A", code: code, from: try #require(days.from), to: try #require(days.to),
      value: ExactDecimal(Int64(value)))
    (figure.district, figure.id) = (district, id)
    figure.sex =
      ["w", "g", "f"].contains(group) ? .female : ["m", "b"].contains(group) ? .male : nil
    figure.ageGroup =
      ["w", "m"].contains(group) ? .adult : ["g", "b", "c"].contains(group) ? .child : nil
    return figure
  }

  /// D1 and its other spelling lie in P.
  private static func places(_ name: String) -> [String] {
    switch name {
    case "D1", "d-one": ["D1", "P"]
    case "D2": ["D2", "P"]
    default: [name]
    }
  }

  private static func account(_ figures: [Indicator]) -> IndicatorAccount {
    IndicatorAccount(figures, codes: codes, places: places)
  }

  private static func total(_ account: IndicatorAccount) -> ExactDecimal {
    account.flows.reduce(.zero) { $0 + $1.people.total }
  }

  @Test func aTotalBesideItsPartsCountsWithWhatTheyLeave() throws {
    let account = Self.account([
      try Self.figure("reached", "2024-01", "D1", "w", 40),
      try Self.figure("reached", "2024-01", "D1", "m", 50),
      try Self.figure("reached", "2024-01", "D1", "", 100),
    ])
    let people = try #require(account.flows.first).people
    #expect(people.women == ExactDecimal(40) && people.men == ExactDecimal(50))
    #expect(people.others == ExactDecimal(10) && people.total == ExactDecimal(100))
    #expect(account.doubts.isEmpty && account.flows.count == 1)
  }

  @Test(arguments: [(100, 10), (80, -10)])
  func aTotalOfAllPartsThatDiffersCountsWithItsParts(total: Int, difference: Int) throws {
    let account = Self.account(
      try [("w", 40), ("m", 30), ("g", 15), ("b", 5), ("", total)].map {
        try Self.figure("reached", "2024-01", "D1", $0.0, $0.1)
      })
    #expect(Self.total(account) == ExactDecimal(90))
    #expect(account.doubts.map(\.kind) == [.parts])
    #expect(account.doubts.first?.difference == ExactDecimal(Int64(difference)))
  }

  @Test func femaleBesideWomenAndChildrenBesideGirlsAreNotAddedUp() throws {
    let account = Self.account(
      try [("w", 40), ("f", 55), ("m", 30), ("c", 20), ("", 100)].map {
        try Self.figure("reached", "2024-01", "D1", $0.0, $0.1)
      })
    let people = try #require(account.flows.first).people
    #expect(people.female == ExactDecimal(15) && people.children == .zero)
    #expect(people.total == ExactDecimal(100) && people.notGiven == ExactDecimal(30))
  }

  @Test func aYearBesideSomeOfItsMonthsCountsWithTheRest() throws {
    let account = Self.account([
      try Self.figure("reached", "2024", "D1", "w", 100),
      try Self.figure("reached", "2024-01", "D1", "w", 20),
      try Self.figure("reached", "2024-02", "D1", "w", 30),
    ])
    #expect(account.flows.map(\.people.women) == [30, 20, 50].map { ExactDecimal($0) })
    #expect(account.flows.last?.to == CalendarDate("2024-12-31"))
    #expect(account.doubts.isEmpty)
  }

  @Test(arguments: [(100, 10), (80, -10), (90, 0)])
  func aQuarterBesideAllItsMonthsCountsWithThem(quarter: Int, difference: Int) throws {
    let account = Self.account(
      [try Self.figure("reached", "2024-Q1", "D1", "", quarter)]
        + (try (1...3).map { try Self.figure("reached", "2024-0\($0)", "D1", "", 30) }))
    #expect(Self.total(account) == ExactDecimal(90))
    #expect(account.doubts.map(\.kind) == (difference == 0 ? [] : [.finer]))
    #expect(account.doubts.allSatisfy { $0.difference == ExactDecimal(Int64(difference)) })
  }

  @Test func aCountryBesideItsDistrictsAndAProvinceBesideOneOfThem() throws {
    let account = Self.account([
      try Self.figure("reached", "2024-01", "", "", 100),
      try Self.figure("reached", "2024-01", "P", "", 60),
      try Self.figure("reached", "2024-01", "D1", "", 25),
    ])
    #expect(Self.total(account) == ExactDecimal(100))
    let places = Dictionary(
      uniqueKeysWithValues: account.flows.map { ($0.district, $0.people.total) })
    #expect(places == ["D1": ExactDecimal(25), "P": ExactDecimal(35), "": ExactDecimal(40)])
  }

  @Test func sessionsOfOneDayAddUpAndTheMonthCountsWithTheRest() throws {
    let account = Self.account([
      try Self.figure("reached", "2024-01-10..2024-01-10", "D1", "g", 12, id: "S1"),
      try Self.figure("reached", "2024-01-10..2024-01-10", "D1", "g", 12, id: "S2"),
      try Self.figure("reached", "2024-01", "D1", "g", 30),
    ])
    #expect(account.flows.map(\.people.girls) == [12, 12, 6].map { ExactDecimal($0) })
  }

  @Test func figuresThatCrossNeverCountTwice() throws {
    // The country's January and the district's year share the district's January.
    let account = Self.account([
      try Self.figure("reached", "2024-01", "", "", 100),
      try Self.figure("reached", "2024", "D1", "", 130),
    ])
    #expect(Self.total(account) == ExactDecimal(130))
    #expect(account.doubts.map(\.kind) == [.crossing])
  }

  @Test func oneFigureUnderTwoSpellingsCountsOnce() throws {
    let account = Self.account([
      try Self.figure("reached", "2024-01", "d-one", "", 10),
      try Self.figure("reached", "2024-01", "D1", "", 12),
    ])
    #expect(Self.total(account) == ExactDecimal(12))
    #expect(account.doubts.map(\.kind) == [.twice])
    #expect(account.flows.first?.records == 1)
  }

  @Test func aRecordedZeroIsAFigure() throws {
    let account = Self.account([try Self.figure("reached", "2024-01", "D1", "", 0)])
    #expect(account.flows.count == 1 && Self.total(account) == .zero)
  }

  @Test func stocksAreTheLastOfEachPlaceAndNeverAddedUpOverTime() throws {
    let account = Self.account([
      try Self.figure("waiting", "2024-01-31..2024-01-31", "D1", "", 100),
      try Self.figure("waiting", "2024-02-29..2024-02-29", "D1", "", 90),
      try Self.figure("waiting", "2024-01-31..2024-01-31", "D2", "", 40),
      try Self.figure("waiting", "2024-02-29..2024-02-29", "", "", 200),
    ])
    func sum(_ day: String) -> ExactDecimal {
      account.stocks(on: CalendarDate(day)).reduce(.zero) { $0 + $1.people.total }
    }
    #expect(account.flows.isEmpty)
    #expect(sum("2024-01-30") == .zero)
    #expect(sum("2024-02-01") == ExactDecimal(140))
    // 90 and 40 in the districts, and 70 of the country's 200 in none that is named.
    #expect(sum("2024-03-01") == ExactDecimal(200))
  }

  /// However figures are cut and repeated, no more is counted than the largest reading of any part.
  @Test(arguments: 0..<200)
  func nothingIsCountedTwice(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    // What happened, by month and district; every figure is a true sum of some of it.
    let truth = (0..<12).map { _ in (0..<2).map { _ in next(50) } }
    var figures: [Indicator] = []
    for month in 0..<12 where next(3) > 0 {
      for district in 0..<2 where next(3) > 0 {
        figures.append(
          try Self.figure(
            "reached", "2024-\(month < 9 ? "0" : "")\(month + 1)", "D\(district + 1)", "",
            truth[month][district]))
      }
      if next(2) == 0 {
        figures.append(
          try Self.figure(
            "reached", "2024-\(month < 9 ? "0" : "")\(month + 1)", "P", "",
            truth[month].reduce(0, +)))
      }
    }
    for quarter in 0..<4 where next(2) == 0 {
      let district = next(2)
      figures.append(
        try Self.figure(
          "reached", "2024-Q\(quarter + 1)", "D\(district + 1)", "",
          truth[3 * quarter..<3 * quarter + 3].reduce(0) { $0 + $1[district] }))
    }
    let all = truth.joined().reduce(0, +)
    let hasYear = next(2) == 0
    if hasYear { figures.append(try Self.figure("reached", "2024", "P", "", all)) }
    let account = Self.account(figures)
    #expect(Self.total(account) <= ExactDecimal(Int64(all)))
    if hasYear { #expect(Self.total(account) == ExactDecimal(Int64(all))) }
    #expect(!account.doubts.contains { $0.kind == .finer })
  }
}
