@testable import GeometryEngine
import GeometryValues
import Testing

@Suite struct AreaPropertyTests {
  static let stars = [0.25, -12.5, 40.3, 62.5].flatMap { latitude in
    [5.0, 800, 9000, 40_000].map { Star(47.75, latitude, edge: $0, stretch: 1.4) }
  }

  @Test(arguments: stars) func neitherDirectionNorFirstVertexMatters(star: Star) {
    let area = GeodesicArea.squareMetres(ofRing: star.ring)
    #expect(area > star.edge * star.edge)
    #expect(
      error(GeodesicArea.squareMetres(ofRing: star.ring.reversed()), from: area) < 1e-13)
    for turn in 1..<star.ring.count {
      let turned = Array(star.ring[turn...] + star.ring[..<turn])
      #expect(error(GeodesicArea.squareMetres(ofRing: turned), from: area) < 1e-13)
    }
  }

  @Test(arguments: stars, [-200.0, -64, 16, 132.25])
  func longitudeDoesNotMatter(star: Star, shift: Double) {
    let area = GeodesicArea.squareMetres(ofRing: star.ring)
    let shifted = star.ring.map { Position(x: $0.x + shift, y: $0.y) }
    // A shifted longitude is itself rounded, to some 1e-9 m.
    let tolerance = 1e-12 + 1e-8 / star.edge
    #expect(error(GeodesicArea.squareMetres(ofRing: shifted), from: area) < tolerance)
  }

  @Test(arguments: [2500.0, 4000, 6000, 9000, 20_000, 60_000], [1, 2] as [UInt64])
  func everyFormulaAgreesWithTheWitness(size: Double, seed: UInt64) {
    var dice = SeededDice(seed)
    for latitude in stride(from: -85.0, through: 85, by: 5) {
      let degrees = size / 111_320
      let polygons = MultiPolygon(rings: [
        [0.0, 1, 2, 3].map { corner in
          let x = degrees * (corner == 1 || corner == 2 ? 0.6 : 0) / (90 - abs(latitude)) * 57
          let y = degrees * (corner > 1 ? 0.6 : 0)
          return Position(
            x: 47 + x + degrees * Double.random(in: 0...0.3, using: &dice),
            y: latitude + y + degrees * Double.random(in: 0...0.3, using: &dice))
        }
      ])
      let witness = polygons.coordinates.withUnsafeBufferPointer {
        abs(GeodesicArea.witness(FlatRing($0, 0..<5)))
      }
      let area = GeodesicArea.squareMetres(of: polygons)
      #expect(error(area, from: witness) < 1e-9, "seed \(seed), latitude \(latitude)")
    }
  }

  @Test(arguments: [2.0, 300, 900, 3000, 12_000, 50_000], [-12.5, 40.3, 62.5])
  func densifiedPlaneAgrees(edge: Double, latitude: Double) throws {
    for offset in [(x: 0.0, y: 0.0), (x: 2.5, y: -1.5)] {
      let star = Star(47.75, latitude, edge: edge, stretch: 1.4)
      let plane = EqualAreaPlane(centre: Position(x: 47.8 + offset.x, y: latitude + offset.y))
      let planar = PlanarArea.area(of: try PlaneProjector(plane).project(star.polygons))
      let known = GeodesicArea.squareMetres(of: star.polygons)
      // Metres far from the centre carry 1e-10 m of rounding each.
      #expect(error(planar, from: known) < 1e-8 + 1e-8 / edge)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func unionIsTheSumLessTheIntersection(seed: UInt64) throws {
    var dice = SeededDice(seed)
    let overlay = try GroundOverlay()
    let a = blob(at: Position(x: 500_000, y: 4_456_000), using: &dice)
    let b = blob(at: Position(x: 500_050, y: 4_456_030), using: &dice)
    let sum = PlanarArea.area(of: a) + PlanarArea.area(of: b)
    let both = PlanarArea.area(of: try overlay.intersection(a, b))
    let either = PlanarArea.area(of: try overlay.union([a, b]))
    let onlyA = PlanarArea.area(of: try overlay.difference(a, b))
    #expect(both > 0 && onlyA > 0, "seed \(seed)")
    #expect(error(either, from: sum - both) < 1e-10, "seed \(seed)")
    #expect(error(onlyA + both, from: PlanarArea.area(of: a)) < 1e-10, "seed \(seed)")
    #expect(try overlay.sharesGround(a, b), "seed \(seed)")
  }

  /// A ring around a place, 40 to 100 m away from it.
  private func blob(at place: Position, using dice: inout SeededDice) -> MultiPolygon {
    let ring = Star(0, 0, edge: 64_000, stretch: 1).ring.map { corner -> Position in
      let size =
        Double.random(in: 40...100, using: &dice)
        / (corner.x * corner.x + corner.y * corner.y).squareRoot()
      return Position(x: place.x + size * corner.x, y: place.y + size * corner.y)
    }
    return MultiPolygon(rings: [ring])
  }
}
