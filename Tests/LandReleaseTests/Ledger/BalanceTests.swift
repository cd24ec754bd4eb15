import LandRelease
import Testing

/// A sum of movements of so many square centimetres.
func sum(
  _ area: Int64, _ from: LandState, _ to: LandState, _ cause: Cause, kind: ReleaseKind? = nil,
  again: Bool = false, isSurfaceSearch: Bool = false
) -> LedgerSum {
  LedgerSum(
    group: [], type: kind == nil ? .hazard : .release, kind: kind,
    isSurfaceSearch: isSurfaceSearch, from: from, to: to, cause: cause, again: again,
    area: Area(squareCentimetres: area))
}

private func area(_ squareCentimetres: Int64) -> Area {
  Area(squareCentimetres: squareCentimetres)
}

struct BalanceTests {
  private func balance(opening: [LedgerSum] = [], _ sums: [LedgerSum]) -> Balance {
    var balance = Balance()
    for sum in opening { balance.addOpening(sum) }
    for sum in sums { balance.add(sum) }
    return balance
  }

  @Test func closingIsOpeningAndFlows() {
    let balance = balance(
      opening: [sum(1000, .unrecorded, .suspected, .identified)],
      [
        sum(300, .suspected, .cleared, .released, kind: .cleared),
        sum(100, .suspected, .cancelled, .released, kind: .cancelled),
        sum(50, .unrecorded, .confirmed, .identified),
        sum(20, .cleared, .suspected, .contested), sum(10, .cleared, .suspected, .reopened),
        sum(7, .cleared, .suspected, .revoked, kind: .cleared),
        sum(5, .confirmed, .unrecorded, .withdrawn), sum(200, .suspected, .confirmed, .confirmed),
        sum(30, .suspected, .givenUp, .givenUp),
        sum(9, .unrecorded, .cleared, .outside, kind: .cleared),
      ])
    #expect(balance.opening.open == area(1000))
    #expect(balance.closing.open == area(1000 - 400 + 50 + 20 + 10 + 7 - 5))
    #expect(balance.residual == .zero)
    #expect(balance.released == [.cleared: area(300), .cancelled: area(100)])
    #expect(balance.releasedTotal == area(400))
    #expect(balance.identified == area(50) && balance.withdrawn == area(5))
    #expect(balance.closing[.confirmed] == area(50 + 200 - 5))
    #expect(balance.closing[.givenUp] == area(30))
    #expect(balance.closing[.cleared] == area(300 - 37 + 9))
    #expect(balance.closing.recorded == balance.closing.open + balance.closing.released)
  }

  @Test func causesCountOnlyWhereTheyCrossAndWithTheirSign() {
    let balance = balance([
      sum(100, .unrecorded, .suspected, .identified),
      sum(40, .suspected, .confirmed, .withdrawn),
      sum(30, .suspected, .suspected, .revoked, kind: .cleared),
      sum(20, .suspected, .cancelled, .revoked, kind: .cleared),
      sum(10, .cancelled, .suspected, .withdrawn),
    ])
    #expect(balance.revoked == area(-20))
    #expect(balance.withdrawn == area(-10))
    #expect(balance.closing.open == area(90))
    #expect(balance.residual == .zero)
  }

  /// Only six causes may carry land over the border of open.
  @Test(arguments: Cause.allCases)
  func aForeignCauseLeavesAResidual(cause: Cause) {
    let allowed: Set<Cause> = [.identified, .reopened, .contested, .revoked, .withdrawn]
    let opened = balance([sum(100, .unrecorded, .suspected, cause)])
    #expect((opened.residual == .zero) == allowed.contains(cause))
    let left = balance([sum(100, .suspected, .cleared, cause, kind: .cleared)])
    #expect((left.residual == .zero) == (allowed.contains(cause) || cause == .released))
  }

  @Test func onePeriodsClosingIsTheNextOnesOpening() {
    let first = balance([sum(100, .unrecorded, .suspected, .identified)])
    var second = first.carriedForward()
    #expect(second.opening == first.closing && second.identified == .zero)
    second.add(sum(100, .suspected, .reduced, .released, kind: .reduced))
    #expect(second.closing.open == .zero && second.closing[.reduced] == area(100))
    #expect(second.residual == .zero)
  }

  @Test func balancesOfPartsAddUp() {
    let one = balance([
      sum(100, .unrecorded, .suspected, .identified),
      sum(60, .suspected, .cleared, .released, kind: .cleared),
    ])
    let other = balance(
      opening: [sum(7, .unrecorded, .confirmed, .identified)],
      [
        sum(3, .confirmed, .cleared, .released, kind: .cleared),
        sum(2, .cleared, .suspected, .contested),
      ])
    let both = one + other
    #expect(both.released == [.cleared: area(63)])
    #expect(both.closing.open == one.closing.open + other.closing.open)
    #expect(both.opening[.confirmed] == area(7) && both.contested == area(2))
    #expect(both.residual == .zero)
  }

  @Test func addingNothingChangesNothing() {
    let some = balance([sum(100, .unrecorded, .suspected, .identified)])
    #expect(some + Balance() == some)
  }
}
