import GeometryEngine
import GeometryValues
import Testing

/// A ring that is taken as simple without GEOS must be one that GEOS takes as well: the same ring
/// is asked for twice, once as it is and once beside a far-off triangle, which sends it to GEOS.
@Suite struct RingProofTests {
  private func judge(_ ring: [Position]) throws -> (quick: Bool, slow: Bool) {
    let context = try GEOSContext()
    let alone = MultiPolygon(rings: [ring])
    var accompanied = alone
    accompanied.append(rings: [
      [Position(x: 900, y: 900), Position(x: 901, y: 900), Position(x: 900, y: 901)]
    ])
    return (
      try Validity.check(alone, context) == nil, try Validity.check(accompanied, context) == nil
    )
  }

  /// Shapes on a coarse grid touch, retrace and cross all the time.
  @Test(arguments: 0..<40) func onAGridBothAgree(seed: UInt64) throws {
    var dice = SeededDice(seed)
    for _ in 0..<200 {
      let side = Int.random(in: 1...6, using: &dice)
      let ring = (0..<Int.random(in: 3...14, using: &dice)).map { _ in
        Position(
          x: Double(Int.random(in: 0...side, using: &dice)),
          y: Double(Int.random(in: 0...side, using: &dice)))
      }
      let (quick, slow) = try judge(ring)
      #expect(quick == slow, "seed \(seed): \(ring)")
    }
  }

  /// Vertices moved by the last bits of their numbers, onto and off the edges of others.
  @Test(arguments: 0..<40) func nearTouchesAreJudgedAlike(seed: UInt64) throws {
    var dice = SeededDice(seed)
    for _ in 0..<100 {
      let count = Int.random(in: 6...60, using: &dice)
      var ring = star(of: count, &dice)
      for _ in 0..<3 {
        let (edge, other) = (
          Int.random(in: 0..<count, using: &dice), Int.random(in: 0..<count, using: &dice)
        )
        let (a, b) = (ring[edge], ring[(edge + 1) % count])
        let share = Double.random(in: 0...1, using: &dice)
        var point = Position(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
          point.x = Bool.random(using: &dice) ? point.x.nextUp : point.x.nextDown
        }
        ring[other] = point
      }
      let (quick, slow) = try judge(ring)
      #expect(quick == slow, "seed \(seed): \(ring)")
    }
  }

  /// Long rings go another way, by groups of edges; one vertex in two thousand is put wrong.
  @Test(arguments: 0..<12) func longRingsAreJudgedAlike(seed: UInt64) throws {
    var dice = SeededDice(seed)
    let count = Int.random(in: 49...2500, using: &dice)
    var ring = star(of: count, &dice)
    #expect(try judge(ring) == (true, true))
    ring.swapAt(Int.random(in: 0..<count, using: &dice), Int.random(in: 0..<count, using: &dice))
    let (quick, slow) = try judge(ring)
    #expect(quick == slow)
  }

  /// A comb whose every edge spans the same west and east would be compared pair by pair.
  @Test func aCombOfManyTeethEndsSoon() throws {
    var ring: [Position] = []
    for tooth in 0..<20_000 {
      ring.append(Position(x: tooth % 2 == 0 ? 0 : 100, y: Double(tooth)))
    }
    ring += [Position(x: 200, y: 20_000), Position(x: 200, y: -1)]
    #expect(try judge(ring) == (true, true))
  }

  @Test(arguments: [
    "POLYGON ((0 0, 1 0, 2 0, 2 2, 0 2, 0 1, 0 0))", "POLYGON ((0 0, 4 0, 4 0, 4 4, 0 0))",
    "POLYGON ((0 0, 4 0, 2 0, 4 4, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))",
    "POLYGON ((0 0, 0 0, 0 0, 0 0))", "POLYGON ((1e-300 0, 2e-300 1e-300, 0 2e-300, 1e-300 0))",
    "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",
  ]) func hardCasesAreJudgedAlike(text: String) throws {
    guard case .polygons(let polygons) = try WKT.read(text) else {
      Issue.record("not a polygon: \(text)")
      return
    }
    let ring = polygons.vertices(ofRing: 0).map(polygons.vertex)
    let (quick, slow) = try judge(ring)
    #expect(quick == slow)
  }

  private func star(of count: Int, _ dice: inout SeededDice) -> [Position] {
    let (x, y) = (
      Double.random(in: -170...170, using: &dice), Double.random(in: -80...80, using: &dice)
    )
    return (0..<count).map { step in
      // A square walked round, each vertex pushed in or out along the ray from its middle.
      let turn = Double(step) / Double(count) * 4
      let (side, along) = (Int(turn), turn - turn.rounded(.down))
      let corner: [(Double, Double)] = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
      let (a, b) = (corner[side], corner[side + 1])
      let reach = Double.random(in: 0.5...1, using: &dice) * 0.001
      return Position(
        x: x + (a.0 + (b.0 - a.0) * along) * reach, y: y + (a.1 + (b.1 - a.1) * along) * reach)
    }
  }
}
