import GeometryValues
import Testing

@testable import GeometryEngine

struct PlaneDistanceTests {
  private func polygon(_ wkt: String) throws -> Geometry { try WKT.read(wkt) }

  @Test(arguments: [
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 5.0, 5.0, 0.0),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 13, 14, 5),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 5, -2, 2),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2))", 5, 4, 2),
    ("MULTIPOINT (0 0, 3 4)", 6, 8, 5), ("LINESTRING (0 0, 10 0)", 4, -3, 3),
    ("LINESTRING (0 0, 10 0)", 13, 4, 5), ("LINESTRING (1 1, 1 1)", 1, 3, 2),
  ])
  func isToTheNearest(_ wkt: String, _ x: Double, _ y: Double, _ expected: Double) throws {
    #expect(PlaneDistance.between(Position(x: x, y: y), try polygon(wkt)) == expected)
  }

  @Test(arguments: [
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 5.0, 5.0),
    // A hole in the right half moves the middle to the left: (500 - 20 * 7.5) / 80.
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (5 0, 10 0, 10 4, 5 4, 5 0))", 4.375, 5.75),
    // The same, its rings drawn the other way round.
    ("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (5 0, 5 4, 10 4, 10 0, 5 0))", 4.375, 5.75),
    ("MULTIPOINT (0 0, 3 4, 6 2)", 3, 2), ("LINESTRING (0 0, 6 0, 6 2)", 3.75, 0.25),
    (
      "POLYGON ((1000000 1000000, 1000003 1000000, 1000000 1000003, 1000000 1000000))", 1000001,
      1000001
    ),
  ])
  func theMiddleIsThatOfTheGround(_ wkt: String, _ x: Double, _ y: Double) throws {
    let middle = try #require(PlaneDistance.middle(of: try polygon(wkt)))
    #expect(abs(middle.x - x) < 1e-9 && abs(middle.y - y) < 1e-9)
  }

  @Test func nothingHasNoMiddleAndNoDistance() {
    #expect(PlaneDistance.middle(of: .empty) == nil)
    #expect(PlaneDistance.between(Position(x: 0, y: 0), .points([])) == .infinity)
  }

  /// Distances in the plane are those on the ellipsoid, near the plane's centre.
  @Test func metresAreMetres() throws {
    let centre = Position(x: 45, y: 40)
    let projector = try PlaneProjector(EqualAreaPlane(centre: centre))
    for (x, y) in [(45.001, 40.0), (45, 40.002), (44.99, 40.01), (45.02, 39.98)] {
      let other = Position(x: x, y: y)
      let metres = PlaneDistance.length(
        try projector.project(centre), try projector.project(other))
      let exact = Geodesic.distance(from: centre, to: other)
      #expect(abs(metres - exact) < 1e-6 * exact, "\(x) \(y)")
    }
  }
}
