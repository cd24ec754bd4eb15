import Testing

@testable import LandRelease

/// Versions, corrections, links and dates: which records become events, and when.
struct LandRegisterTests {
  private func events(_ register: LandRegister) -> [String] {
    register.events.map { event in
      let date = event.date?.description ?? "undated"
      return "\(register.reference(of: event).key)/\(event.version) \(date) \(event.action)"
    }
  }

  private func rules(_ register: LandRegister) -> [String] { register.findings.map(\.rule) }

  @Test func eventsComeByDateThenTurnThenKey() {
    var book = SquareBook()
    book.hazard("H2", "2020-01-01", "A", org: "X")
    book.release("R1", "2020-01-01", "A", .cancelled)
    book.release("R2", "2020-01-01", "A")
    book.hazard("H9", "2020-01-01", "A")
    book.hazard("H1", "2019-12-31", "A", org: "Y")
    #expect(
      events(book.register) == [
        "Y/H1/1 2019-12-31 version", "H9/1 2020-01-01 version", "X/H2/1 2020-01-01 version",
        "R2/1 2020-01-01 release", "R1/1 2020-01-01 release",
      ])
  }

  @Test func anotherDateIsAVersionAndTheSameDateACorrection() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "A", recorded: "2021-01-01")
    book.hazard("H1", "2020-01-01", "B", recorded: "2022-01-01")
    book.hazard("H1", "2021-06-01", "AB")
    let register = book.register
    #expect(events(register) == ["H1/1 2020-01-01 version", "H1/2 2021-06-01 version"])
    #expect(rules(register).isEmpty)
  }

  @Test func aReleaseHasOneContentWhateverItsDates() {
    var book = SquareBook()
    book.release("R1", "2020-01-01", "A", recorded: "2022-01-01")
    book.release("R1", "2021-01-01", "B", recorded: "2021-01-01")
    #expect(events(book.register) == ["R1/1 2020-01-01 release"])
  }

  @Test func contentsOfOneMomentAreAllLeftOutAndTheOneBeforeStands() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "A", recorded: "2021-01-01")
    book.hazard("H1", "2020-01-01", "B", recorded: "2022-01-01")
    book.hazard("H1", "2020-01-01", "C", recorded: "2022-01-01")
    book.release("R1", "2020-01-01", "A")
    book.release("R1", "2020-01-01", "B")
    let register = book.register
    #expect(events(register) == ["H1/1 2020-01-01 version"])
    #expect(rules(register) == ["LR02", "LR02"])
  }

  @Test func theSameContentTwiceIsOne() {
    var book = SquareBook()
    book.release("R1", "2020-01-01", "A", hash: "same")
    book.release("R1", "2020-01-01", "A", hash: "same")
    #expect(events(book.register) == ["R1/1 2020-01-01 release"])
    #expect(rules(book.register).isEmpty)
  }

  @Test(arguments: [Review.draft, .submitted, .rejected])
  func onlyAcceptedReleasesMoveLand(review: Review) {
    var book = SquareBook()
    book.release("R1", "2020-01-01", "A") { $0.review = review }
    #expect(book.register.events.isEmpty)
  }

  @Test func aCorrectionCanTakeAcceptanceBack() {
    var book = SquareBook()
    book.release("R1", "2020-01-01", "A", recorded: "2021-01-01")
    book.release("R1", "2020-01-01", "A", recorded: "2022-01-01") { $0.review = .rejected }
    #expect(book.register.events.isEmpty)
  }

  @Test(arguments: [("2022-03-01", "2022-03-01"), ("2019-01-01", "2020-01-01")])
  func aRevokedReleaseStandsUntilItIsTakenBack(revokedOn: String, expected: String) {
    var book = SquareBook()
    book.release("R1", "2020-01-01", "A") {
      $0.review = .revoked
      $0.revokedOn = CalendarDate(revokedOn)
    }
    #expect(events(book.register) == ["R1/1 2020-01-01 release", "R1/1 \(expected) revocation"])
  }

  @Test func undatedRecords() {
    var book = SquareBook()
    book.hazard("H1", nil, "A")
    book.hazard("H2", "1990-01-01", "A")
    book.release("R1", nil, "A")
    let register = book.register
    #expect(events(register) == ["H1/1 undated version", "H2/1 1990-01-01 version"])
    #expect(Set(rules(register)) == ["LR01", "LR04"])
  }

  @Test func spotTasksAndRecordsWithoutPolygonAreNoEvents() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "")
    book.release("R1", "2020-01-01", "A") { $0.activity = .spotTask }
    book.release("R2", "2020-01-01", "")
    #expect(book.register.events.isEmpty)
  }

  @Test func aVersionWithoutPolygonKeepsTheOneBefore() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "")
    book.hazard("H1", "2020-01-01", "AB")
    book.hazard("H1", "2021-01-01", "")
    let register = book.register
    #expect(events(register) == ["H1/2 2020-01-01 version", "H1/3 2021-01-01 version"])
    #expect(Set(register.events.map(\.ground)).count == 1)
    #expect(register.events.map(\.area.squareCentimetres) == [20_000, 20_000])
  }

  @Test func aVersionElsewhereWaitsUntilItIsConfirmed() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.hazard("H1", "2020-01-01", "C")
    book.hazard("H1", "2021-01-01", "AB")
    book.hazard("H1", "2022-01-01", "D") { $0.isConfirmedChange = true }
    let register = book.register
    #expect(register.events.map(\.action) == [.version, .pending, .version, .version])
    #expect(rules(register) == ["LR03"])
  }

  private static let sources: [(first: String?, second: String?, waits: Bool)] = [
    ("S1", "S2", true), ("S1", "S1", false), ("S1", nil, false), (nil, "S2", false),
  ]

  @Test(arguments: sources)
  func aVersionFromAnotherSourceWaits(first: String?, second: String?, waits: Bool) {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A") { $0.source = first }
    book.hazard("H1", "2020-01-01", "A") { $0.source = second }
    #expect(book.register.events.last?.action == (waits ? .pending : .version))
  }

  @Test func theFirstVersionIsKnownNoLaterThanAReleaseThatNamesIt() {
    var book = SquareBook()
    book.hazard("H1", "2021-07-01", "AB")
    book.hazard("H1", "2022-07-01", "AB")
    book.release("R1", "2020-03-01", "A") { $0.hazards = ["H1"] }
    book.release("R2", "2020-02-01", "B") { $0.hazards = ["H1"] }
    #expect(
      events(book.register) == [
        "H1/1 2020-02-01 version", "R2/1 2020-02-01 release", "R1/1 2020-03-01 release",
        "H1/2 2022-07-01 version",
      ])
  }

  @Test func backdatingNeedsAcceptanceOverlapTypeAndName() {
    let changes: [(inout Release) -> Void] = [
      { $0.review = .submitted }, { $0.hazards = [] }, { $0.contamination = .cmr },
      { $0.activity = .battleAreaSurface }, { $0.activity = .spotTask },
    ]
    for change in changes {
      var book = SquareBook()
      book.hazard("H1", "2021-07-01", "A")
      book.release("R1", "2020-03-01", "A") {
        $0.hazards = ["H1"]
        change(&$0)
      }
      #expect(events(book.register).contains("H1/1 2021-07-01 version"))
    }
    var elsewhere = SquareBook()
    elsewhere.hazard("H1", "2021-07-01", "A")
    elsewhere.release("R1", "2020-03-01", "B") { $0.hazards = ["H1"] }
    #expect(events(elsewhere.register).contains("H1/1 2021-07-01 version"))
  }

  @Test func linksNameTheirOwnOrganisationElseTheOnlyOne() {
    var book = SquareBook()
    book.hazard("H1", "2021-01-01", "A", org: "X")
    book.hazard("H1", "2021-01-01", "A", org: "Y")
    book.hazard("H7", "2021-01-01", "A", org: "Y")
    book.release("R1", "2020-01-01", "A", org: "Y") { $0.hazards = ["H1"] }
    book.release("R2", "2020-02-01", "A", org: "Z") { $0.hazards = ["H1"] }
    book.release("R3", "2020-03-01", "A", org: "X") { $0.hazards = ["H7", "H8"] }
    let register = book.register
    #expect(
      events(register).filter { $0.contains("version") } == [
        "Y/H1/1 2020-01-01 version", "Y/H7/1 2020-03-01 version", "X/H1/1 2021-01-01 version",
      ])
    #expect(Set(rules(register)) == ["LR05", "LR06"])
  }

  @Test func closingAndWithdrawing() {
    var book = SquareBook()
    for (id, status, reason) in [
      ("H1", HazardStatus.closed, nil), ("H2", .withdrawn, nil), ("H3", .withdrawn, "twice"),
      ("H4", .withdrawn, ""),
    ] {
      book.hazard(id, "2020-01-01", "A")
      book.hazard(id, "2021-01-01", "AB")
      book.hazard(id, "2022-01-01", "") {
        $0.status = status
        $0.reason = reason
      }
    }
    let register = book.register
    let last = register.events.suffix(4).map { "\(register.reference(of: $0).key) \($0.action)" }
    #expect(Set(last) == ["H1 version", "H2 version", "H3 withdrawal", "H4 version"])
    let withdrawal = register.events.first { $0.action == .withdrawal }
    #expect(withdrawal?.footprint.count == 2)
  }

  @Test(arguments: 0..<40)
  func theOrderOfRecordsChangesNothing(seed: Int) {
    var random = SeededDice(UInt64(seed))
    let book = RandomSquares.book(using: &random)
    let register = book.register
    let other = book.shuffled(using: &random)
    #expect(events(other.register) == events(register))
    #expect(other.story == book.story)
    #expect(rules(other.register).sorted() == rules(register).sorted())
  }
}

/// Books of a few random records on six squares.
enum RandomSquares {
  static func book(using random: inout SeededDice) -> SquareBook {
    var book = SquareBook()
    book.task("T1", of: "H1", "H2")
    for _ in 0..<Int.random(in: 2...8, using: &random) {
      let id = "H\(Int.random(in: 1...3, using: &random))"
      let day = "202\(Int.random(in: 0...3, using: &random))-01-01"
      let (types, status) = (types(using: &random), status(using: &random))
      book.hazard(id, day, squares(using: &random), recorded: recorded(using: &random)) {
        $0.contamination = types
        $0.status = status
      }
    }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let id = "R\(Int.random(in: 1...5, using: &random))"
      let day = "202\(Int.random(in: 0...3, using: &random))-01-01"
      let kind = ReleaseKind.allCases.randomElement(using: &random) ?? .cleared
      let types = types(using: &random)
      let task = Bool.random(using: &random) ? "T1" : nil
      book.release(id, day, squares(using: &random), kind, recorded: recorded(using: &random)) {
        $0.contamination = types
        $0.task = task
        $0.hazards = ["H1"]
      }
    }
    return book
  }

  private static func squares(using random: inout SeededDice) -> String {
    let first = Int.random(in: 0...3, using: &random)
    return String("ABCDEF".dropFirst(first).prefix(Int.random(in: 1...3, using: &random)))
  }

  private static func types(using random: inout SeededDice) -> ContaminationTypes {
    [.ap, [.ap, .cmr], .unknown].randomElement(using: &random) ?? .ap
  }

  private static func status(using random: inout SeededDice) -> HazardStatus? {
    [nil, nil, .open, .closed, .withdrawn].randomElement(using: &random) ?? nil
  }

  private static func recorded(using random: inout SeededDice) -> String {
    "203\(Int.random(in: 0...2, using: &random))-01-01"
  }
}
