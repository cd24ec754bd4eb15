import Testing

@testable import LandRelease

/// Closing, withdrawing and revoking: what is left when a record goes.
struct TakingBackTests {
  @Test(arguments: [HazardStatus.closed, .withdrawn])
  func endingWithoutReasonGivesUpTheGroundLeft(status: HazardStatus) {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "ABC")
    book.release("R1", "2020-01-01", "A", .reduced) { $0.hazards = ["H1"] }
    book.hazard("H1", "2021-01-01", "AB") { $0.status = status }
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A reduced reduced kept_released", "BC suspected given_up given_up",
      ])
  }

  @Test func closedInTheFirstVersionMovesNothing() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A") { $0.status = .closed }
    #expect(book.story == ["H1 A unrecorded suspected identified"])
  }

  @Test(arguments: [HazardStatus.open, .workedOn, .suspended, .handedOver])
  func noOtherStatusMovesLand(status: HazardStatus) {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.hazard("H1", "2020-01-01", "A") { $0.status = status }
    #expect(book.story.last == "H1 A suspected suspected already_recorded")
  }

  @Test func closedGroundIsTakenUpAgainByTheNextVersion() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.hazard("H1", "2020-01-01", "AB") { $0.status = .closed }
    book.hazard("H1", "2021-01-01", "A") { $0.hazardClass = .confirmed }
    #expect(
      book.story.dropFirst() == [
        "H1 AB suspected given_up given_up", "H1 A given_up confirmed confirmed",
      ])
  }

  @Test func aWithdrawalReplaysTheGroundWithoutTheRecord() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "ABCD") { $0.hazardClass = .confirmed }
    book.hazard("H2", "2019-06-01", "B")
    book.release("R1", "2020-01-01", "C", .cancelled)
    book.release("R2", "2020-02-01", "D")
    book.hazard("H1", "2021-01-01", "") {
      $0.status = .withdrawn
      $0.reason = "entered twice"
    }
    #expect(
      book.story(of: "H1").dropFirst() == [
        "A confirmed unrecorded withdrawn", "B confirmed suspected withdrawn",
        "C cancelled unrecorded withdrawn", "D cleared cleared withdrawn again",
      ])
  }

  @Test func aWithdrawalReachesAllGroundTheRecordEverTouched() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.hazard("H1", "2020-01-01", "BC")
    book.hazard("H1", "2021-01-01", "") {
      $0.status = .withdrawn
      $0.reason = "wrong country"
    }
    #expect(
      book.story.suffix(2) == [
        "H1 A given_up unrecorded withdrawn", "H1 BC suspected unrecorded withdrawn",
      ])
  }

  @Test func aHazardCanComeBackAfterItsWithdrawal() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.hazard("H1", "2020-01-01", "A") {
      $0.status = .withdrawn
      $0.reason = "twice"
    }
    book.hazard("H1", "2021-01-01", "A") { $0.hazardClass = .confirmed }
    #expect(
      book.story.dropFirst() == [
        "H1 A suspected unrecorded withdrawn", "H1 A unrecorded confirmed identified",
      ])
  }

  @Test func aRevocationRestoresWhatStoodWithoutIt() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "ABC")
    book.release("R0", "2019-06-01", "C", .cancelled) { $0.operatorName = "OP1" }
    book.release("R1", "2020-01-01", "ABCD") {
      $0.operatorName = "OP1"
      $0.review = .revoked
      $0.revokedOn = CalendarDate("2022-01-01")
    }
    book.release("R2", "2021-01-01", "A") { $0.operatorName = "OP2" }
    book.release("R3", "2023-01-01", "B")
    #expect(
      book.story.suffix(6) == [
        "R2 A cleared cleared repeated_other_operator again",
        "R1 A cleared cleared revoked again", "R1 B cleared suspected revoked",
        "R1 C cleared cancelled revoked", "R1 D cleared unrecorded revoked",
        "R3 B suspected cleared released",
      ])
  }

  @Test func aReleaseRevokedBeforeItWasDoneCancelsOut() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A")
    book.release("R1", "2020-01-01", "A") {
      $0.review = .revoked
      $0.revokedOn = CalendarDate("2018-01-01")
    }
    #expect(
      book.story.suffix(2) == ["R1 A suspected cleared released", "R1 A cleared suspected revoked"])
  }

  @Test func keptReleasedFallsWithTheReleaseThatKeptIt() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "AB")
    book.release("R1", "2020-01-01", "B") {
      $0.hazards = ["H1"]
      $0.review = .revoked
      $0.revokedOn = CalendarDate("2023-01-01")
    }
    book.hazard("H1", "2021-01-01", "A")
    book.hazard("H1", "2022-01-01", "AB") { $0.hazardClass = .confirmed }
    #expect(
      book.story.suffix(2) == [
        "H1 B cleared cleared kept_released again", "R1 B cleared confirmed revoked",
      ])
  }

  @Test func aLostTypeIsGivenUpInItsOwnLayer() {
    var book = SquareBook()
    book.hazard("H1", "2019-01-01", "A") { $0.contamination = [.ap, .cmr] }
    book.hazard("H1", "2020-01-01", "A")
    book.release("R1", "2021-01-01", "A")
    #expect(
      book.story.dropFirst() == [
        "H1 A suspected suspected given_up", "R1 A suspected given_up partial",
      ])
  }
}
