import Testing

@testable import LandRelease

/// Whole square centimetres that add up to the record.
struct EventPartsTests {
  private func event(_ squareCentimetres: Int64) -> LandEvent {
    let order = EventOrder(day: 0, turn: .early, rank: 0)
    let reference = EventReference(
      type: .hazard, key: RecordKey(id: "H1"), version: 1, storedVersion: 1)
    return LandEvent(
      action: .version, subject: 0, item: 0, day: 0, order: order, footprint: [0],
      reference: reference, date: CalendarDate("2020-01-01"),
      area: Area(squareCentimetres: squareCentimetres))
  }

  private func decision(
    _ from: LandState = .unrecorded, again: Bool = false, isInside: Bool = true
  ) -> GroundReplay.Decision {
    .init(from: from, to: .suspected, cause: .identified, again: again, isInside: isInside)
  }

  /// Areas of the movements of parts that each lie in a district of their own.
  private func areas(_ parts: [Double], of whole: Int64) -> [Int64] {
    var gathered = EventParts(of: event(whole))
    for (district, part) in parts.enumerated() {
      gathered.add(part, district: district, decision: decision())
    }
    let codes = parts.indices.map { String(UnicodeScalar(UInt8(65 + $0))) }
    return gathered.movements(districtCodes: codes).map(\.area.squareCentimetres)
  }

  @Test func planeAreasAreBroughtToTheMeasuredArea() {
    #expect(areas([3, 1], of: 80_000) == [60_000, 20_000])
  }

  @Test func theLargestPartTakesTheRest() {
    #expect(areas([1, 1, 1.5], of: 100) == [29, 29, 42])
    #expect(areas([1, 1, 5], of: 10_000) == [1_429, 1_429, 7_142])
  }

  @Test func partsThatRoundToNothingAreLeftOut() {
    #expect(areas([1, 1e-9], of: 10_000) == [10_000])
    #expect(areas([], of: 10_000).isEmpty)
  }

  @Test(arguments: 0..<200)
  func randomPartsAddUpAndNoneIsNegative(seed: Int) {
    var random = SeededDice(UInt64(seed))
    let parts = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      Double.random(in: 0...1, using: &random)
        * [1, 1e-3, 1e-6][Int.random(in: 0...2, using: &random)]
    }
    let whole = Int64.random(in: 1_000...1_000_000_000_000, using: &random)
    let found = areas(parts, of: whole)
    #expect(found.reduce(0, +) == whole && found.allSatisfy { $0 > 0 })
  }

  /// Four equal parts of two square centimetres round up to four: the rest is greater than any.
  @Test func partsOfHardlyAnyGroundAddUpToo() {
    #expect(areas([1, 1, 1, 1], of: 2).reduce(0, +) == 2)
  }

  @Test func alikePartsOfADistrictAreOneMovement() {
    var gathered = EventParts(of: event(600))
    gathered.add(1, district: 0, decision: decision())
    gathered.add(1, district: -1, decision: decision())
    gathered.add(1, district: 0, decision: decision())
    gathered.add(3, district: 0, decision: decision(again: true))
    let movements = gathered.movements(districtCodes: ["D1"])
    #expect(movements.map(\.district) == ["D1", "D1", "no_district"])
    #expect(movements.map(\.again) == [false, true, false])
    #expect(movements.map(\.area.squareCentimetres) == [200, 300, 100])
  }

  @Test func groundOfTheVersionBeforeComesOnTop() {
    var gathered = EventParts(of: event(500))
    gathered.add(2, district: 0, decision: decision(isInside: false))
    gathered.add(5, district: 0, decision: decision())
    let movements = gathered.movements(districtCodes: ["D1"])
    #expect(movements.map(\.isInside) == [false, true])
    #expect(movements.map(\.area.squareCentimetres) == [20_000, 500])
  }

  @Test func movementsComeInOneOrderWhateverTheParts() {
    let parts: [(Double, Int, LandState)] = [
      (4, 1, .unrecorded), (3, 0, .cleared), (2, 0, .cancelled), (1, -1, .unrecorded),
    ]
    let orders = [parts, parts.reversed()].map { parts in
      var gathered = EventParts(of: event(1000))
      for (area, district, from) in parts {
        gathered.add(area, district: district, decision: decision(from))
      }
      return gathered.movements(districtCodes: ["D1", "D2"])
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0].map(\.from) == [.cancelled, .cleared, .unrecorded, .unrecorded])
  }
}

/// A random source that repeats itself: SplitMix64.
struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
