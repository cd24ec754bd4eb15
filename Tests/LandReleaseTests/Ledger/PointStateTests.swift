import Testing

@testable import LandRelease

/// The rows of the rules' table of events, one point at a time.
struct PointStateTests {
  private func never(_ past: PointState.PastRelease) -> Bool { false }

  private func held(
    _ types: ContaminationTypes = .ap, as hazardClass: HazardClass = .suspected
  ) -> PointState {
    var state = PointState()
    state.takeUp(types, as: hazardClass, by: 1, unless: never)
    return state
  }

  @Test func nothingRecordedIsUnrecorded() {
    #expect(PointState().types.land == .unrecorded)
    #expect(PointState().held.isEmpty)
  }

  @Test(arguments: [
    (HazardClass.suspected, LandState.suspected), (.confirmed, .confirmed),
  ])
  func aHazardHoldsInItsClass(hazardClass: HazardClass, expected: LandState) {
    let state = held(as: hazardClass)
    #expect(state.types.land == expected)
    #expect(state.types.state(of: .ap) == expected)
    #expect(state.types.state(of: .cmr) == .unrecorded)
  }

  @Test func theHighestHolderDecides() {
    var state = held()
    state.takeUp(.ap, as: .confirmed, by: 2, unless: never)
    #expect(state.types.land == .confirmed)
    state.giveUp(.ap, by: 2)
    #expect(state.types.land == .suspected)
    state.giveUp(.ap, by: 1)
    #expect(state.types.land == .givenUp)
  }

  @Test func givingUpIsForWhatTheHazardHolds() {
    var state = held([.ap, .cmr])
    state.giveUp(.ap, by: 2)
    #expect(state.types.state(of: .ap) == .suspected)
    state.giveUp([.ap, .erw], by: 1)
    #expect(state.types.state(of: .ap) == .givenUp)
    #expect(state.types.state(of: .cmr) == .suspected)
    #expect(state.types.state(of: .erw) == .unrecorded)
  }

  @Test func classChangesOnlyWhereStillHeld() {
    var state = held([.ap, .av])
    state.release(.ap, kind: .reduced, by: 9)
    state.changeClass([.ap, .av], to: .confirmed, by: 1)
    #expect(state.types.state(of: .ap) == .reduced)
    #expect(state.types.state(of: .av) == .confirmed)
    state.changeClass(.av, to: .confirmed, by: 2)
    #expect(state.holders.count == 1)
  }

  @Test func aReleaseTakesTheGroundFromAllHolders() {
    var state = held()
    state.takeUp([.ap, .cmr], as: .confirmed, by: 2, unless: never)
    state.release(.ap, kind: .cancelled, by: 9)
    #expect(state.types.state(of: .ap) == .cancelled)
    #expect(state.types.land == .confirmed)
    #expect(state.types(heldBy: 2).contains(.cmr) && !state.types(heldBy: 2).contains(.ap))
  }

  @Test(arguments: [
    (ReleaseKind.cancelled, ReleaseKind.reduced, LandState.reduced),
    (.cancelled, .cleared, .cleared), (.reduced, .cancelled, .reduced),
    (.cleared, .cancelled, .cleared), (.cleared, .reduced, .cleared),
    (.reduced, .cleared, .cleared),
  ])
  func releasedGroundKeepsTheStrongerKind(
    first: ReleaseKind, second: ReleaseKind, expected: LandState
  ) {
    var state = held()
    state.release(.ap, kind: first, by: 8)
    state.release(.ap, kind: second, by: 9)
    #expect(state.types.land == expected)
  }

  @Test func heldGroundForgetsItsFormerRelease() {
    var state = held()
    state.release(.ap, kind: .cleared, by: 8)
    state.takeUp(.ap, as: .suspected, by: 2, unless: never)
    state.release(.ap, kind: .cancelled, by: 9)
    #expect(state.types.land == .cancelled)
  }

  @Test(arguments: [
    (ReleaseKind.cancelled, LandState.unrecorded), (.reduced, .unrecorded), (.cleared, .cleared),
  ])
  func onUnrecordedGroundOnlyClearedCounts(kind: ReleaseKind, expected: LandState) {
    var state = PointState()
    state.release(.ap, kind: kind, by: 9)
    #expect(state.types.land == expected)
    #expect(state.since.isEmpty == (expected == .unrecorded))
  }

  @Test func allTypesActInUnknownAndWhereRecorded() {
    var state = held(.ap)
    state.release(.all, kind: .cleared, by: 9)
    #expect(state.cleared == [.ap, .unknown])
    #expect(state.types.state(of: .cmr) == .unrecorded)
  }

  @Test func aTypedReleaseLeavesUnknownOpen() {
    var state = held(.unknown)
    state.release(.ap, kind: .cleared, by: 9)
    #expect(state.types.land == .suspected)
    state.release(.all, kind: .reduced, by: 10)
    #expect(state.types.state(of: .unknown) == .reduced)
    #expect(state.types.land == .cleared)
  }

  @Test func groundReleasedSinceItWasHeldStaysReleased() {
    var state = held()
    state.release(.ap, kind: .cleared, by: 9)
    state.takeUp(.ap, as: .confirmed, by: 1) { $0.release == 9 }
    #expect(state.types.land == .cleared)
    state.takeUp(.ap, as: .confirmed, by: 1) { $0.release == 7 }
    #expect(state.types.land == .confirmed)
    #expect(state.since.isEmpty && state.landSince.isEmpty)
  }

  @Test func groundHeldByAnotherIsTakenUpWhateverWasReleasedBefore() {
    var state = held()
    state.release(.ap, kind: .cleared, by: 9)
    state.takeUp(.ap, as: .suspected, by: 2, unless: never)
    state.takeUp(.ap, as: .confirmed, by: 1) { _ in true }
    #expect(state.types.land == .confirmed)
  }

  @Test func aSurfaceSearchReleasesNothing() {
    var state = held()
    state.release([], kind: .cleared, by: 9)
    #expect(state.types.land == .suspected)
    #expect(state.since.isEmpty && state.landSince.isEmpty)
  }

  @Test func landIsCountedAnewOnceItWasOpen() {
    var state = held([.ap, .cmr])
    state.release(.ap, kind: .cleared, by: 8)
    #expect(state.landSince.isEmpty)
    state.release(.cmr, kind: .cleared, by: 9)
    #expect(state.landSince == [9])
    state.release(.cmr, kind: .cleared, by: 10)
    #expect(state.landSince == [9, 10])
  }

  @Test func resetForgetsAll() {
    var state = held([.ap, .cmr])
    state.release(.ap, kind: .cleared, by: 8)
    state.reset()
    #expect(state.types.land == .unrecorded)
    #expect(state.holders.isEmpty && state.released.isEmpty && state.since.isEmpty)
  }
}
