import LandRelease
import Testing

struct ReleaseAccountTests {
  private let sums = [
    sum(100, .suspected, .cleared, .released, kind: .cleared),
    sum(10, .suspected, .cleared, .released, kind: .cleared, again: true),
    sum(20, .unrecorded, .cleared, .outside, kind: .cleared),
    sum(30, .confirmed, .suspected, .partial, kind: .cleared),
    sum(40, .cancelled, .cleared, .strengthened, kind: .cleared),
    sum(5, .cleared, .cleared, .withinTask, kind: .cleared, again: true),
    sum(50, .suspected, .cancelled, .released, kind: .cancelled),
    sum(6, .cleared, .cleared, .repeatedOtherOperator, kind: .cancelled, again: true),
    sum(7, .unrecorded, .unrecorded, .noEffect, kind: .reduced),
    sum(900, .confirmed, .confirmed, .partial, kind: .cleared, isSurfaceSearch: true),
    sum(800, .unrecorded, .suspected, .identified),
  ]

  private func account(_ sums: [LedgerSum]) -> ReleaseAccount {
    sums.reduce(into: ReleaseAccount()) { $0.add($1) }
  }

  private func area(_ squareCentimetres: Int64) -> Area {
    Area(squareCentimetres: squareCentimetres)
  }

  @Test func grossIsNetAndWhatLiesBetween() {
    let account = account(sums)
    #expect(account.gross == [.cleared: area(205), .cancelled: area(56), .reduced: area(7)])
    #expect(account.grossTotal == area(268))
    #expect(account.netCleared == area(190) && account.clearedAgain == area(15))
    #expect(account.gross[.cleared] == account.netCleared + account.clearedAgain)
    #expect(account.netReleased == [.cleared: area(110), .cancelled: area(50)])
    #expect(account.netReleasedTotal == area(160))
    #expect(account.outside == area(20))
    #expect(account.byCause[.strengthened] == area(40))
  }

  @Test func surfaceSearchStandsOnALineOfItsOwn() {
    let account = account(sums)
    #expect(account.surfaceSearch == area(900))
    #expect(account.byCause[.partial] == area(30))
  }

  @Test func aRevocationTakesGrossAndNetBack() {
    let account = account([
      sum(100, .suspected, .cleared, .released, kind: .cleared),
      sum(60, .cleared, .cleared, .repeatedSameOperator, kind: .cleared, again: true),
      sum(60, .cleared, .cleared, .revoked, kind: .cleared, again: true),
      sum(40, .cleared, .suspected, .revoked, kind: .cleared),
      sum(9, .confirmed, .confirmed, .revoked, kind: .cleared, isSurfaceSearch: true),
    ])
    #expect(account.gross == [.cleared: area(60)])
    #expect(account.netCleared == area(60) && account.clearedAgain == .zero)
    #expect(account.surfaceSearch == area(-9))
  }

  @Test(arguments: 0...11)
  func accountsOfPartsAddUp(cut: Int) {
    #expect(account(Array(sums.prefix(cut))) + account(Array(sums.dropFirst(cut))) == account(sums))
  }
}
