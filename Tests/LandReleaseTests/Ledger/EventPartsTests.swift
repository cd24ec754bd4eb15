import Testing

@testable import LandRelease

/// Whole square centimetres that add up to the record.
struct EventPartsTests {
  private func decision(
    _ from: LandState = .unrecorded, again: Bool = false, isInside: Bool = true,
    layers: LayerSet = LayerSet(.land)
  ) -> [GroundReplay.Decision] {
    [
      .init(
        layers: layers,
        transition: Transition(
          from: from, to: .suspected, cause: .identified, again: again, isInside: isInside))
    ]
  }

  private func parts(
    of whole: Int64, _ added: [(Double, Int32, [GroundReplay.Decision])]
  ) -> [LedgerPart] {
    var gathered = EventParts()
    gathered.begin(area: Area(squareCentimetres: whole))
    for (area, district, decisions) in added {
      gathered.add(area, district: district, decisions: decisions)
    }
    var parts: [LedgerPart] = []
    gathered.finish(into: &parts)
    return parts
  }

  /// Areas of parts that each lie in a district of their own.
  private func areas(_ areas: [Double], of whole: Int64) -> [Int64] {
    parts(of: whole, areas.enumerated().map { ($1, Int32($0), decision()) }).map(\.area)
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

  @Test func alikePartsOfADistrictAreOne() {
    let found = parts(
      of: 600,
      [
        (1, 0, decision()), (1, -1, decision()), (1, 0, decision()), (3, 0, decision(again: true)),
      ])
    #expect(found.map(\.district) == [-1, 0, 0])
    #expect(found.map(\.transition.again) == [false, false, true])
    #expect(found.map(\.area) == [100, 200, 300])
  }

  @Test func groundOfTheVersionBeforeComesOnTop() {
    let found = parts(of: 500, [(2, 0, decision(isInside: false)), (5, 0, decision())])
    #expect(found.map(\.transition.isInside) == [false, true])
    #expect(found.map(\.area) == [20_000, 500])
  }

  @Test func movementsComeInOneOrderWhateverTheParts() {
    let added: [(Double, Int32, [GroundReplay.Decision])] = [
      (4, 1, decision()), (3, 0, decision(.cleared)), (2, 0, decision(.cancelled)),
      (1, -1, decision()),
    ]
    #expect(parts(of: 1000, added) == parts(of: 1000, added.reversed()))
  }

  /// Layers that move alike everywhere share parts; one that moves in some places has its own.
  @Test func whatMovesAlikeInSeveralLayersIsOnePart() {
    let both = LayerSet([.ap])
    let found = parts(
      of: 1000,
      [
        (6, 0, decision(layers: LayerSet(.land).union(both))),
        (4, 0, decision(layers: LayerSet(.land)) + decision(.cancelled, layers: both)),
      ])
    let sums = [Layer.land, .ap].map { layer in
      found.filter { $0.layers.contains(layer) }.reduce(0) { $0 + $1.area }
    }
    #expect(sums == [1000, 1000])
    #expect(found.map(\.area).sorted() == [400, 600, 1000])
  }

  /// A layer in which only some of the polygon is posted gets just that.
  @Test func aLayerWithPartOfThePolygonGetsItsShare() {
    let some = LayerSet([.cmr])
    let found = parts(
      of: 1001, [(1, 0, decision(layers: LayerSet(.land).union(some))), (3, 0, decision())])
    #expect(found.filter { $0.layers.contains(.cmr) }.map(\.area) == [250])
    #expect(found.filter { $0.layers.contains(.land) }.map(\.area) == [1001])
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
