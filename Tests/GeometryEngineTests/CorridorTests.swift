import GeometryEngine
import GeometryValues
import Testing

/// Corridors and circles are as wide as they are said to be, on the ellipsoid.
struct CorridorTests {
  @Test(arguments: [(45.0, 40.0), (0, 0), (-132, 69), (179.99, -40)])
  func everyPointOfACircleIsItsRadiusAway(longitude: Double, latitude: Double) throws {
    let centre = Position(x: longitude, y: latitude)
    let circle = try Corridor.around(points: [centre], metres: 500)
    for index in 0..<circle.vertexCount {
      let distance = Geodesic.distance(from: centre, to: circle.vertex(index))
      #expect(abs(distance - 500) < 5e-3, "\(distance)")
    }
    let area = GeodesicArea.squareMetres(of: circle)
    #expect(abs(area - Double.pi * 250_000) < 5e-4 * area)
  }

  /// A line of 20 km at 40 degrees north: its two ends are a circle, the rest is a band.
  @Test func aLineIsABandWithRoundEnds() throws {
    let line = [Position(x: 45, y: 40), Position(x: 45.1, y: 40.05), Position(x: 45.2, y: 40.1)]
    let length = zip(line, line.dropFirst()).reduce(0) {
      $0 + Geodesic.distance(from: $1.0, to: $1.1)
    }
    let ground = try Corridor.around(lines: [line], metres: 15)
    let area = GeodesicArea.squareMetres(of: ground)
    let wanted = length * 30 + Double.pi * 225
    #expect(abs(area - wanted) < 1e-4 * wanted, "\(area), not \(wanted)")
    #expect(try Validity.check(ground, GEOSContext()) == nil)
  }

  /// Ground that two lines share is there once.
  @Test func linesThatCrossShareGround() throws {
    let one = [Position(x: 45, y: 40), Position(x: 45.02, y: 40)]
    let other = [Position(x: 45.01, y: 39.99), Position(x: 45.01, y: 40.01)]
    let both = GeodesicArea.squareMetres(of: try Corridor.around(lines: [one, other], metres: 10))
    let apart = try [one, other].reduce(0) {
      $0 + GeodesicArea.squareMetres(of: try Corridor.around(lines: [$1], metres: 10))
    }
    #expect(abs(apart - both - 400) < 2, "\(apart - both)")
  }
}
