import Foundation
import GeometryValues
import Testing

@testable import GeometryEngine

/// Legs that lead round a polygon, and what is left over at the end.
@Suite struct TraverseTests {
  /// A ring of some corners around a place, by turns.
  private static func ring(_ seed: Int) -> [Position] {
    var dice = SeededDice(UInt64(seed))
    let center = Position(
      x: Double.random(in: -179...179, using: &dice), y: Double.random(in: -75...75, using: &dice))
    let corners = Int.random(in: 3...40, using: &dice)
    return (0..<corners).map { corner in
      Geodesic.point(
        from: center, azimuth: Double(corner) * 360 / Double(corners),
        distance: Double.random(in: 20...3000, using: &dice))
    }
  }

  /// Legs by the inverse problem from each corner to the next, and back to the first.
  private static func traverse(
    _ ring: [Position], turned: Double = 0, north: Traverse.North = .trueNorth
  ) -> Traverse {
    var stations = [Traverse.Station(place: ring[0])]
    for corner in 1...ring.count {
      let line = Geodesic.line(from: ring[corner - 1], to: ring[corner % ring.count])
      stations.append(
        Traverse.Station(
          leg: Traverse.Leg(
            from: corner - 1, bearing: line.azimuth - turned, north: north,
            distance: line.distance),
          closes: corner == ring.count ? 0 : nil))
    }
    return Traverse(stations)
  }

  @Test(arguments: 0..<100) func legsOfAPolygonLeadRoundIt(seed: Int) throws {
    let ring = Self.ring(seed)
    let traverse = Self.traverse(ring)
    for (position, corner) in zip(traverse.positions(), ring) {
      #expect(Geodesic.distance(from: try #require(position), to: corner) < 0.001)
    }
    let misclosure = try #require(traverse.misclosures().first)
    #expect(misclosure.length < 0.001 && misclosure.stations.count == ring.count)
  }

  @Test(arguments: [-7.0, 0.5, 12]) func declinationTurnsBearingsToTheEast(declination: Double)
    throws
  {
    let ring = Self.ring(7)
    let traverse = Self.traverse(
      ring, turned: declination, north: .magnetic(declination: declination))
    #expect(try #require(traverse.misclosures().first).length < 0.001)
    let last = try #require(traverse.positions()[ring.count - 1])
    #expect(Geodesic.distance(from: last, to: ring[ring.count - 1]) < 0.001)
  }

  /// Bearings worked out in the plane of a UTM zone are those of its grid.
  @Test(arguments: [
    ("EPSG:32638", 44.2, 40.3), ("EPSG:32638", 47.9, 38.9), ("EPSG:32721", -59.1, -51.8),
  ])
  func gridBearingsAreThoseOfThePlane(grid: String, longitude: Double, latitude: Double) throws {
    let start = Position(x: longitude, y: latitude)
    let end = Geodesic.point(from: start, azimuth: 33, distance: 200)
    var plane = [start.x, start.y, end.x, end.y]
    try CoordinateTransform(from: "OGC:CRS84", to: grid).transform(&plane)
    let bearing = atan2(plane[2] - plane[0], plane[3] - plane[1]) * 180 / .pi
    let convergence = try #require(try GridNorth(grid).convergence(at: start))
    #expect(abs(bearing + convergence - 33) < 1e-4)
    #expect(abs(convergence) > 0.1)
  }

  @Test func degreesHaveNoGrid() {
    #expect(throws: EngineError.self) { try GridNorth("EPSG:4326") }
  }

  @Test func aMisclosureIsTakenUpInProportion() throws {
    let start = Position(x: 46.5, y: 40.2)
    let bearings = [0.0, 90, 180, 270]
    var stations = [Traverse.Station(place: start)]
    for (corner, bearing) in bearings.enumerated() {
      stations.append(
        Traverse.Station(
          leg: Traverse.Leg(
            from: corner, bearing: bearing, north: .trueNorth,
            distance: corner == 3 ? 98 : 100), closes: corner == 3 ? 0 : nil))
    }
    let traverse = Traverse(stations)
    let misclosure = try #require(traverse.misclosures().first)
    #expect(abs(misclosure.east - 2) < 0.01 && abs(misclosure.north) < 0.01)
    #expect(abs(misclosure.ratio - 199) < 1 && misclosure.run == 398)
    let adjusted = traverse.adjusted()
    for corner in 1...3 {
      let before = try #require(traverse.positions()[corner])
      let after = try #require(adjusted.positions()[corner])
      let line = Geodesic.line(from: before, to: after)
      #expect(abs(line.distance - misclosure.length * Double(corner) * 100 / 398) < 1e-6)
      #expect(abs(line.azimuth - 270) < 0.5)
    }
    #expect(adjusted.positions()[0] == start)
  }

  @Test func legsToKnownPointsAreCompared() throws {
    let ring = Self.ring(11)
    var traverse = Self.traverse(ring)
    traverse.stations[2].place = Geodesic.point(from: ring[2], azimuth: 90, distance: 3)
    let misclosures = traverse.misclosures()
    #expect(misclosures.map(\.station) == [2, ring.count])
    #expect(abs(misclosures[0].east + 3) < 1e-3 && misclosures[0].stations == [1, 2])
    #expect(abs(misclosures[1].east - 3) < 1e-2)
  }

  @Test func whatNothingLeadsToHasNoPlace() {
    let leg = Traverse.Leg(from: 1, bearing: 0, north: .trueNorth, distance: 1)
    let traverse = Traverse([
      Traverse.Station(leg: leg),
      Traverse.Station(leg: Traverse.Leg(from: 0, bearing: 0, north: .trueNorth, distance: 1)),
    ])
    #expect(traverse.positions() == [nil, nil] && traverse.misclosures().isEmpty)
  }

  // cs2cs of PROJ 9.1.1, EPSG:28408 to EPSG:4326.
  @Test(arguments: [
    (Position(x: 8_512_345, y: 4_451_234), Position(x: 45.143746089, y: 40.194570123)),
    (Position(x: 8_400_000, y: 4_300_000), Position(x: 43.847233490, y: 38.826809516)),
    (Position(x: 8_650_000, y: 4_620_000), Position(x: 46.800779558, y: 41.700238906)),
  ]) func gaussKrueger(place: Position, known: Position) throws {
    var coordinates = [place.x, place.y]
    let transform = try CoordinateTransform(from: "EPSG:28408")
    try transform.transform(&coordinates)
    #expect(abs(coordinates[0] - known.x) < 1e-8 && abs(coordinates[1] - known.y) < 1e-8)
    #expect(transform.operationName.contains("accuracy"))
  }
}
