import GeometryEngine
import GeometryValues
import Foundation
import Testing

/// The sweep against GEOS overlay on random and adversarial polygons.
struct SlabSweepTests {
  /// Splits the first polygon by all and gives the area of each covering set.
  static func split(_ polygons: [MultiPolygon], footprint: Int = 1) -> [[Int32]: Double] {
    var table = GroundTable()
    for polygon in polygons { table.append(polygon) }
    var sweep = SlabSweep()
    sweep.split(polygons.indices.map(Int32.init), footprint: footprint, of: table)
    return parts(of: sweep)
  }

  static func parts(of sweep: SlabSweep) -> [[Int32]: Double] {
    Dictionary(
      uniqueKeysWithValues: (0..<sweep.partCount).map {
        (Array(sweep.layers(ofPart: $0)), sweep.area(ofPart: $0))
      })
  }

  static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Position] {
    [
      Position(x: x0, y: y0), Position(x: x1, y: y0), Position(x: x1, y: y1),
      Position(x: x0, y: y1), Position(x: x0, y: y0),
    ]
  }

  @Test func aSquareAloneKeepsItsArea() {
    let square = MultiPolygon(rings: [Self.box(10, -5, 20, 5)])
    #expect(Self.split([square]) == [[0]: 100])
  }

  @Test func nestedIdenticalAndTouchingSquares() {
    let outer = MultiPolygon(rings: [Self.box(0, 0, 10, 10)])
    let inner = MultiPolygon(rings: [Self.box(2, 2, 4, 4)])
    let same = outer
    let beside = MultiPolygon(rings: [Self.box(10, 0, 20, 10)])
    let above = MultiPolygon(rings: [Self.box(0, 10, 10, 12)])
    let below = MultiPolygon(rings: [Self.box(0, -3, 10, 0)])
    #expect(
      Self.split([outer, inner, same, beside, above, below]) == [[0, 2]: 96, [0, 1, 2]: 4])
  }

  @Test func ringsLeftOpenAreClosed() {
    var open = MultiPolygon()
    for position in Self.box(0, 0, 10, 10).dropLast() { open.append(x: position.x, y: position.y) }
    open.endRing()
    open.endPolygon()
    let other = MultiPolygon(rings: [Self.box(5, -5, 15, 5)])
    #expect(Self.split([open, other]) == [[0]: 75, [0, 1]: 25])
    #expect(Self.split([other, open]) == [[0]: 75, [0, 1]: 25])
  }

  @Test func groundWithoutAreaHasNoParts() {
    let square = MultiPolygon(rings: [Self.box(0, 0, 10, 10)])
    let line = MultiPolygon(rings: [[Position(x: 1, y: 1), Position(x: 5, y: 6)]])
    let upright = MultiPolygon(rings: [[Position(x: 5, y: -5), Position(x: 5, y: 20)]])
    #expect(Self.split([line, square]).isEmpty && Self.split([MultiPolygon()]).isEmpty)
    #expect(Self.split([square, line, MultiPolygon(), upright]) == [[0]: 100])
  }

  @Test func aHoleAndAnIslandInIt() {
    let ring = MultiPolygon(rings: [Self.box(0, 0, 10, 10), Self.box(2, 2, 8, 8)])
    var both = ring
    both.append(rings: [Self.box(4, 4, 6, 6)])
    let whole = MultiPolygon(rings: [Self.box(-1, -1, 11, 11)])
    #expect(Self.split([both]) == [[0]: 68])
    #expect(Self.split([whole, both]) == [[0]: 76, [0, 1]: 68])
  }

  @Test func aFootprintOfTwoPolygonsIsTheirUnion() {
    let left = MultiPolygon(rings: [Self.box(0, 0, 4, 4)])
    let right = MultiPolygon(rings: [Self.box(2, 1, 6, 3)])
    let other = MultiPolygon(rings: [Self.box(3, 0, 9, 9)])
    let parts = Self.split([left, right, other], footprint: 2)
    #expect(parts == [[0]: 10, [0, 1]: 2, [0, 2]: 2, [0, 1, 2]: 2, [1, 2]: 4])
  }

  @Test(arguments: 0..<400)
  func partsAgreeWithOverlay(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let polygons = (0..<Int.random(in: 2...6, using: &random)).map { _ in
      RandomGround.polygon(using: &random)
    }
    let overlay = try GroundOverlay()
    let parts = Self.split(polygons)
    let whole = PlanarArea.area(of: polygons[0])
    #expect(abs(parts.values.reduce(0, +) - whole) <= 1e-9 * whole)
    for other in 1..<polygons.count {
      let expected = PlanarArea.area(
        of: try overlay.intersection(polygons[0], polygons[other]))
      let found = parts.filter { $0.key.contains(Int32(other)) }.values.reduce(0, +)
      #expect(abs(found - expected) <= 1e-9 * whole, "seed \(seed), polygon \(other)")
    }
    let union = try overlay.union(Array(polygons.dropFirst()))
    let bare = PlanarArea.area(of: try overlay.difference(polygons[0], union))
    #expect(abs((parts[[0]] ?? 0) - bare) <= 1e-9 * whole, "seed \(seed), bare ground")
  }

  @Test func aStackOfRecordsOnOneSpot() throws {
    var random = SeededGenerator(seed: 4)
    let polygons = (0..<40).map { _ in RandomGround.star(at: (0, 0), using: &random) }
    let parts = Self.split(polygons)
    let overlay = try GroundOverlay()
    let whole = PlanarArea.area(of: polygons[0])
    #expect(abs(parts.values.reduce(0, +) - whole) <= 1e-9 * whole)
    #expect(parts.values.allSatisfy { $0 >= 0 })
    let union = try overlay.union(Array(polygons.dropFirst()))
    let bare = PlanarArea.area(of: try overlay.difference(polygons[0], union))
    #expect(abs((parts[[0]] ?? 0) - bare) <= 1e-9 * whole)
  }
}

/// Random valid polygons in a plane of metres.
enum RandomGround {
  static func polygon(using random: inout SeededGenerator) -> MultiPolygon {
    let centre = (
      Double.random(in: -60...60, using: &random), Double.random(in: -60...60, using: &random)
    )
    switch Int.random(in: 0..<5, using: &random) {
    case 0:  // On a coarse grid, so that edges and corners coincide.
      let x = (centre.0 / 20).rounded() * 20
      let y = (centre.1 / 20).rounded() * 20
      return MultiPolygon(rings: [SlabSweepTests.box(x, y, x + 40, y + 60)])
    case 1:  // A sliver.
      let x = centre.0
      return MultiPolygon(rings: [
        [
          Position(x: x, y: -90), Position(x: x + 0.001, y: -90), Position(x: x + 3, y: 90),
          Position(x: x, y: -90),
        ]
      ])
    case 2:  // With a hole.
      let x = centre.0
      let y = centre.1
      return MultiPolygon(rings: [
        SlabSweepTests.box(x - 50, y - 40, x + 50, y + 40),
        SlabSweepTests.box(x - 10, y - 20, x + 30, y + 5),
      ])
    default: return star(at: centre, using: &random)
    }
  }

  static func star(
    at centre: (Double, Double), using random: inout SeededGenerator
  ) -> MultiPolygon {
    let corners = Int.random(in: 5...30, using: &random)
    let ring = (0..<corners).map { corner -> Position in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = Double.random(in: 20...80, using: &random)
      return Position(
        x: centre.0 + radius * cos(angle),
        y: centre.1 + radius * sin(angle))
    }
    return MultiPolygon(rings: [ring])
  }

}

/// SplitMix64: the same numbers for a seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
