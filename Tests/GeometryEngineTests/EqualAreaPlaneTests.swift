import GeometryEngine
import GeometryValues
import Testing

@Suite struct EqualAreaPlaneTests {
  @Test func centreIsRoundedSoThatItStays() {
    let box = Envelope(minX: 44.77, minY: 38.39, maxX: 50.61, maxY: 41.89)
    let plane = EqualAreaPlane.centred(on: box)
    #expect(plane.centre == Position(x: 47.7, y: 40.1))
    #expect(
      plane.description
        == "Lambert azimuthal equal-area plane on WGS 84, centred at 40.1 N 47.7 E")
  }

  @Test(
    arguments: [
      ([(177, 179.5), (-179.8, -178)], 179.5),
      ([(19.6, 22), (27.3, 180), (-180, -169)], 105.3),
      ([(-179.9, 179.95)], -180),
      ([(-70, -60), (-80, -75)], -70),
      ([(190, 200)], -165),
      ([(10, 10)], 10),
    ] as [([(Double, Double)], Double)])
  func countriesMayLieAcrossTheAntimeridian(spans: [(Double, Double)], middle: Double) {
    let boxes = spans.map { Envelope(minX: $0.0, minY: -1, maxX: $0.1, maxY: 1) }
    let plane = EqualAreaPlane.centred(on: boxes + [Envelope()])
    #expect(abs((plane.centre.x - middle).remainder(dividingBy: 360)) < 1e-9)
    #expect(plane == EqualAreaPlane.centred(on: boxes.reversed()))
  }

  @Test func nothingToCentreOn() {
    #expect(EqualAreaPlane.centred(on: []).centre == Position(x: 0, y: 0))
  }

  @Test func centreIsTheOrigin() throws {
    let plane = EqualAreaPlane(centre: Position(x: 47.7, y: 40.1))
    let corner = [plane.centre, Position(x: 47.7005, y: 40.1), Position(x: 47.7, y: 40.0995)]
    let projected = try PlaneProjector(plane).project(MultiPolygon(rings: [corner]))
    #expect(abs(projected.vertex(0).x) < 1e-6 && abs(projected.vertex(0).y) < 1e-6)
    let east = Geodesic.distance(from: corner[0], to: corner[1])
    #expect(abs(projected.vertex(1).x - east) < 1e-4)
    #expect(
      abs(projected.vertex(2).y + Geodesic.distance(from: corner[0], to: corner[2]) / 2) < 1e-3)
  }

  @Test func groundAcrossTheAntimeridianStaysWhole() throws {
    let star = Star(180, -16.5, edge: 4000, stretch: 1.05)
    let plane = EqualAreaPlane.centred(on: star.polygons.envelope)
    #expect(abs(plane.centre.x) == 180)
    let planar = PlanarArea.area(of: try PlaneProjector(plane).project(star.polygons))
    #expect(error(planar, from: GeodesicArea.squareMetres(of: star.polygons)) < 1e-8)
  }

  @Test func impossibleLatitudeIsNamed() throws {
    let ring = [Position(x: 47, y: 40), Position(x: 47.001, y: 95), Position(x: 47.002, y: 40)]
    let projector = try PlaneProjector(EqualAreaPlane(centre: Position(x: 47.7, y: 40.1)))
    #expect(throws: TransformFault.self) { try projector.project(MultiPolygon(rings: [ring])) }
  }
}
