import GeometryEngine
import GeometryValues
import Testing

/// The plane's own formulas against PROJ's.
@Suite struct LambertPlaneTests {
  static let centres = [
    Position(x: 47.7, y: 40.1), Position(x: 180, y: -16.5), Position(x: 0, y: 0),
    Position(x: -70.3, y: -54.9), Position(x: 25, y: 79.9), Position(x: 0, y: 90),
    Position(x: 12, y: -90),
  ]

  @Test(arguments: centres)
  func agreesWithPROJWithin2000Kilometres(centre: Position) throws {
    var dice = SeededDice(17)
    var ring = [centre]
    while ring.count < 3000 {
      let point = Position(
        x: Double.random(in: -180...180, using: &dice),
        y: max(-90, min(90, centre.y + Double.random(in: -18...18, using: &dice))))
      if Geodesic.distance(from: centre, to: point) < 2_000_000 { ring.append(point) }
    }
    for latitude in [89.9999, 90, -89.9999, -90] where abs(latitude - centre.y) < 17 {
      ring.append(Position(x: 5, y: latitude))
    }
    var known = ring.flatMap { [$0.x, $0.y] }
    try CoordinateTransform(
      from: "OGC:CRS84",
      to: "+proj=laea +ellps=WGS84 +lat_0=\(centre.y) +lon_0=\(centre.x) +type=crs"
    ).transform(&known)
    let projector = try PlaneProjector(EqualAreaPlane(centre: centre))
    for (index, point) in ring.enumerated() {
      let place = try projector.project(MultiPolygon(rings: [[point]])).vertex(0)
      // PROJ takes the cosine from a sine that is all but 1, and loses digits near a pole.
      let colatitude = max((90 - abs(point.y)) * .pi / 180, 1e-8)
      let tolerance = max(1e-7, 1e-8 / colatitude)
      #expect(
        abs(place.x - known[2 * index]) < tolerance
          && abs(place.y - known[2 * index + 1]) < tolerance, "\(point)")
    }
  }

  @Test(arguments: [
    (Position(x: 47, y: 95), "latitude"), (Position(x: -132.3, y: -40.1), "domain"),
    (Position(x: 600, y: 40), "longitude"), (Position(x: .nan, y: 40), "coordinate"),
    (Position(x: 47, y: .nan), "coordinate"),
  ])
  func whatThePlaneCannotHoldIsNamed(point: Position, reason: String) throws {
    let projector = try PlaneProjector(EqualAreaPlane(centre: Position(x: 47.7, y: 40.1)))
    let fault = #expect(throws: TransformFault.self) {
      try projector.project(MultiPolygon(rings: [[point]]))
    }
    #expect(fault?.vertex == 0)
    #expect(fault?.reason.contains(reason) == true)
  }

  @Test func noPlaneWithoutAPlace() {
    #expect(throws: EngineError.self) {
      try PlaneProjector(EqualAreaPlane(centre: Position(x: 0, y: 95)))
    }
  }

  @Test func aTableTakesTheSameGround() throws {
    let star = Star(47.7, 40.3, edge: 1000, stretch: 1.3)
    let projector = try PlaneProjector(EqualAreaPlane(centre: Position(x: 47.7, y: 40.1)))
    var table = GroundTable()
    try projector.project(star.polygons, into: &table)
    let bad = MultiPolygon(rings: [[Position(x: 47, y: 95)]])
    #expect(throws: TransformFault.self) { try projector.project(bad, into: &table) }
    try projector.project(MultiPolygon(), into: &table)
    #expect(table.count == 2 && table.polygon(1).isEmpty && table.envelopes[1].isEmpty)
    #expect(table.polygon(0) == (try projector.project(star.polygons)))
    #expect(table.polygon(0).vertexCount > 50)
  }
}
