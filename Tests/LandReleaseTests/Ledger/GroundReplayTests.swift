import Testing

@testable import LandRelease

/// What events do to the ground: order of a day, takings-up and takings-back, causes.
struct GroundReplayTests {
  @Test func hazardsThenClearedReducedCancelledOnOneDay() {
    var book = SquareBook()
    book.release("RN", "2020-05-01", "ABCD", .cancelled)
    book.release("RR", "2020-05-01", "AB", .reduced)
    book.release("RC", "2020-05-01", "A")
    book.hazard("H1", "2020-05-01", "ABC")
    #expect(
      book.story == [
        "H1 ABC unrecorded suspected identified",
        "RC A suspected cleared released",
        "RR A cleared cleared repeated_same_operator again", "RR B suspected reduced released",
        "RN A cleared cleared repeated_same_operator again",
        "RN B reduced reduced repeated_same_operator", "RN C suspected cancelled released",
        "RN D unrecorded unrecorded no_effect",
      ])
  }

  /// The first of a pair releases, the second repeats; all say the same day.
  @Test(arguments: [
    ("", "Z9", "X", "R1"), ("X", "R2", "Y", "R0"), ("X", "R10", "X", "R9"),
    ("Zulu", "R", "alpha", "R"), ("zulu", "R", "Älpha", "R"),
  ])
  func tiesGoByOrganisationThenIdInByteOrder(
    firstOrg: String, first: String, secondOrg: String, second: String
  ) {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.release(second, "2020-01-01", "A", org: secondOrg)
    book.release(first, "2020-01-01", "A", org: firstOrg)
    let firstKey = RecordKey(organisation: firstOrg, id: first)
    let secondKey = RecordKey(organisation: secondOrg, id: second)
    #expect(
      book.story.dropFirst() == [
        "\(firstKey) A suspected cleared released",
        "\(secondKey) A cleared cleared "
          + (firstOrg == secondOrg
            ? "repeated_same_operator again" : "repeated_other_operator again"),
      ])
  }

  @Test func aFallingClassActsAfterTheReleasesOfTheDayARisingOneBefore() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "AB") { $0.hazardClass = .confirmed }
    book.hazard("H1", "2020-06-01", "AB")
    book.hazard("H2", "2020-01-01", "D")
    book.hazard("H2", "2020-06-01", "D") { $0.hazardClass = .confirmed }
    book.release("R1", "2020-06-01", "AD")
    #expect(
      book.story(of: "R1") == ["AD confirmed cleared released"])
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A cleared cleared kept_released again", "B confirmed suspected downgraded",
      ])
  }

  @Test func givingUpActsAfterTheReleasesOfTheDay() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "AB")
    book.hazard("H1", "2020-06-01", "A")
    book.release("R1", "2020-06-01", "B")
    #expect(book.story(of: "R1") == ["B suspected cleared released"])
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A suspected suspected already_recorded", "B cleared cleared given_up again",
      ])
  }

  /// One version may act early at one point and late at another.
  @Test func aVersionActsOnceAtEachPoint() {
    var book = SquareBook()
    book.hazard("H1", "2020-01-01", "AB")
    book.hazard("H1", "2020-06-01", "BC")
    book.release("R1", "2020-06-01", "ABC")
    #expect(
      book.story(of: "R1") == ["ABC suspected cleared released"])
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A cleared cleared given_up again", "B suspected suspected already_recorded",
        "C unrecorded suspected identified",
      ])
  }

  @Test func givenUpGroundIsOpenUntilReleasedOrTakenUp() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "ABC") { $0.hazardClass = .confirmed }
    book.hazard("H1", "2020-01-01", "A") { $0.hazardClass = .confirmed }
    book.release("R1", "2021-01-01", "B")
    book.hazard("H2", "2021-01-01", "C")
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A confirmed confirmed already_recorded", "BC confirmed given_up given_up",
      ])
    #expect(book.story(of: "R1") == ["B given_up cleared released"])
    #expect(book.story(of: "H2") == ["C given_up suspected confirmed"])
  }

  @Test(arguments: [true, false])
  func releasedByTheHazardsOwnReleaseOrTaskStaysReleased(byTask: Bool) {
    var book = SquareBook()
    book.task("T1", of: "H1")
    book.hazard("H1", "2019-01-01", "AB")
    book.release("R1", "2020-01-01", "AB") {
      if byTask { $0.task = "T1" } else { $0.hazards = ["H1"] }
    }
    book.hazard("H1", "2021-01-01", "A")
    book.hazard("H1", "2022-01-01", "AB")
    #expect(
      book.story(of: "H1") == [
        "AB unrecorded suspected identified", "A cleared cleared kept_released again",
        "B cleared cleared given_up again", "AB cleared cleared kept_released again",
      ])
  }

  @Test func aReleaseFromBeforeTheGroundWasLastHeldKeepsNothing() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.release("R1", "2020-01-01", "AB") { $0.hazards = ["H1"] }
    book.hazard("H1", "2021-01-01", "A")
    book.hazard("H2", "2021-06-01", "B")
    book.release("R2", "2022-01-01", "B")
    book.hazard("H1", "2023-01-01", "AB")
    #expect(
      book.story.suffix(2) == [
        "H1 A cleared cleared kept_released again", "H1 B cleared suspected contested again",
      ])
  }

  @Test func anotherHazardOverReleasedGroundIsContestedOrReopened() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "ABC")
    book.release("R1", "2020-01-01", "AB") { $0.hazards = ["H1"] }
    book.hazard("H2", "2021-01-01", "AD")
    book.hazard("H3", "2021-01-01", "BC") { $0.reopens = "R1" }
    #expect(
      book.story(of: "H2") == [
        "A cleared suspected contested again", "D unrecorded suspected identified",
      ])
    #expect(
      book.story(of: "H3") == [
        "B cleared suspected reopened again", "C suspected suspected already_recorded",
      ])
  }

  @Test func aRestatedPolygonThatNamesWhatItReopensTakesItUp() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.release("R1", "2020-01-01", "A") { $0.hazards = ["H1"] }
    book.hazard("H1", "2021-01-01", "AB") { $0.reopens = "R1" }
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A cleared suspected reopened again", "B suspected suspected already_recorded",
      ])
  }

  @Test func groundReopenedStaysOpenWhenTheReopenedRecordIsRevoked() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.release("R1", "2020-01-01", "A") {
      $0.hazards = ["H1"]
      $0.review = .revoked
      $0.revokedOn = CalendarDate("2022-01-01")
    }
    book.hazard("H2", "2021-01-01", "A") { $0.reopens = "R1" }
    #expect(
      book.story.suffix(2) == [
        "H2 A cleared suspected reopened again", "R1 A suspected suspected revoked",
      ])
  }

  @Test func partialReleasesLeaveTheOtherTypesOpen() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB") { $0.contamination = [.ap, .cmr] }
    book.hazard("H2", "2019-02-01", "B") { $0.hazardClass = .confirmed }
    book.release("R1", "2020-01-01", "AB")
    book.release("R2", "2021-01-01", "B", .reduced) { $0.contamination = .cmr }
    #expect(
      book.story(of: "R1") == ["A suspected suspected partial", "B confirmed suspected partial"])
    #expect(book.story(of: "R2") == ["B suspected cleared released again"])
  }

  @Test func aSurfaceSearchMovesNothingAndClearsNothing() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.release("R1", "2020-01-01", "AB") { $0.activity = .battleAreaSurface }
    book.release("R2", "2021-01-01", "A")
    book.release("R3", "2022-01-01", "AB") { $0.activity = .battleAreaSurface }
    #expect(
      book.story(of: "R1") == [
        "A suspected suspected partial", "B unrecorded unrecorded no_effect",
      ])
    #expect(book.story(of: "R2") == ["A suspected cleared released"])
    #expect(
      book.story(of: "R3") == [
        "A cleared cleared repeated_same_operator again", "B unrecorded unrecorded no_effect",
      ])
  }

  @Test func strengthenedRepeatedAndOutside() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    for (number, kind) in [ReleaseKind.cancelled, .reduced, .cleared, .reduced].enumerated() {
      book.release("R\(number)", "202\(number)-01-01", "AB", kind) {
        $0.operatorName = number == 3 ? "OP9" : "OP1"
      }
    }
    #expect(
      book.story.dropFirst() == [
        "R0 A suspected cancelled released", "R0 B unrecorded unrecorded no_effect",
        "R1 A cancelled reduced strengthened", "R1 B unrecorded unrecorded no_effect",
        "R2 A reduced cleared strengthened", "R2 B unrecorded cleared outside",
        "R3 AB cleared cleared repeated_other_operator again",
      ])
  }

  @Test func reportsOfOneTaskRepeatWithinIt() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.release("R1", "2020-01-01", "A") { $0.task = "T1" }
    book.release("R2", "2020-02-01", "AB") { $0.task = "T1" }
    book.release("R3", "2020-03-01", "AB") { $0.task = "T2" }
    #expect(
      book.story(of: "R2") == [
        "A cleared cleared within_task again", "B suspected cleared released",
      ])
    #expect(book.story(of: "R3") == ["AB cleared cleared repeated_same_operator again"])
  }

  @Test func repetitionIsCountedSinceTheGroundWasLastHeld() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.release("R1", "2020-01-01", "A") { $0.operatorName = "OP1" }
    book.hazard("H2", "2021-01-01", "A")
    book.release("R2", "2022-01-01", "A", .reduced) { $0.operatorName = "OP2" }
    book.release("R3", "2023-01-01", "A", .cancelled) { $0.operatorName = "OP1" }
    #expect(
      book.story.suffix(3) == [
        "H2 A cleared suspected contested again", "R2 A suspected reduced released again",
        "R3 A reduced reduced repeated_other_operator again",
      ])
  }

  @Test func pendingVersionsMoveNothing() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.hazard("H2", "2019-01-01", "B") { $0.hazardClass = .confirmed }
    book.hazard("H1", "2020-01-01", "BC")
    #expect(
      book.story(of: "H1").dropFirst() == [
        "B confirmed confirmed pending", "C unrecorded unrecorded pending",
      ])
  }
}
