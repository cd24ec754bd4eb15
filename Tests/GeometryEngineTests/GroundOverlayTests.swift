import GeometryEngine
import GeometryValues
import Testing

/// Reads the polygons of a text.
func ground(_ text: String) throws -> MultiPolygon {
  guard case .polygons(let polygons) = try WKT.read(text) else { return MultiPolygon() }
  return polygons
}

@Suite struct GroundOverlayTests {
  let square = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"

  @Test(arguments: [
    ("POLYGON ((5 0, 15 0, 15 10, 5 10, 5 0))", 50.0, 50.0, 150.0),
    ("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))", 0, 100, 200),
    ("POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))", 0, 100, 200),
    ("POLYGON ((30 30, 40 30, 40 40, 30 40, 30 30))", 0, 100, 200),
    ("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))", 4, 96, 100),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))", 96, 4, 100),
    (
      "MULTIPOLYGON (((5 -5, 15 -5, 15 5, 5 5, 5 -5)), ((10 5, 20 5, 20 10, 10 10, 10 5)))", 25, 75,
      225
    ),
  ])
  func areas(other: String, both: Double, less: Double, either: Double) throws {
    let overlay = try GroundOverlay()
    let a = try ground(square)
    let b = try ground(other)
    #expect(PlanarArea.area(of: try overlay.intersection(a, b)) == both)
    #expect(PlanarArea.area(of: try overlay.difference(a, b)) == less)
    #expect(PlanarArea.area(of: try overlay.union([a, b])) == either)
    #expect(try overlay.sharesGround(a, b) == (both > 0))
    #expect(try overlay.sharesGround(b, a) == (both > 0))
  }

  @Test func touchingGroundLeavesNoLinesBehind() throws {
    let overlay = try GroundOverlay()
    let l = try ground("POLYGON ((10 0, 20 0, 20 20, 5 20, 5 5, 10 5, 10 0))")
    let shared = try overlay.intersection(try ground(square), l)
    #expect((shared.polygonCount, shared.ringCount) == (1, 1))
    #expect(PlanarArea.area(of: shared) == 25)
  }

  @Test func holesAndPartsSurvive() throws {
    let overlay = try GroundOverlay()
    let inner = try ground("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))")
    let ring = try overlay.difference(try ground(square), inner)
    #expect((ring.polygonCount, ring.ringCount) == (1, 2))
    #expect(try Validity.check(ring, overlay.context) == nil)
    let far = try overlay.union([ring, try ground("POLYGON ((20 0, 21 0, 21 1, 20 0))")])
    #expect((far.polygonCount, far.ringCount) == (2, 3))
  }

  @Test func nothingIsNothing() throws {
    let overlay = try GroundOverlay()
    let empty = MultiPolygon()
    let a = try ground(square)
    #expect(try overlay.intersection(a, empty).isEmpty && overlay.union([]).isEmpty)
    #expect(try overlay.difference(a, empty) == a && overlay.difference(empty, a).isEmpty)
    #expect(try !overlay.sharesGround(empty, a))
  }

  @Test func unionTakesPartsThatOverlap() throws {
    let overlay = try GroundOverlay()
    var twice = try ground(square)
    twice.append(try ground("POLYGON ((5 0, 15 0, 15 10, 5 10, 5 0))"))
    #expect(PlanarArea.area(of: twice) == 200)
    #expect(PlanarArea.area(of: try overlay.union([twice, try ground(square)])) == 150)
  }

  @Test func brokenInputIsThrownWithGEOSsWords() throws {
    let overlay = try GroundOverlay()
    var open = MultiPolygon()
    for place in [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)] {
      open.append(x: place.0, y: place.1)
    }
    open.endRing()
    open.endPolygon()
    let thrown = #expect(throws: EngineError.self) {
      try overlay.intersection(open, try ground(square))
    }
    #expect(thrown?.description.contains("closed") == true)
    #expect(PlanarArea.area(of: try overlay.union([try ground(square)])) == 100)
  }
}
