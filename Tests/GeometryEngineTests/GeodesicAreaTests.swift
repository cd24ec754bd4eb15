import GeometryEngine
import GeometryValues
import Testing

/// How far a measured area is off, as a share of what it should be.
func error(_ measured: Double, from known: Double) -> Double {
  abs(measured / known - 1)
}

@Suite struct GeodesicAreaTests {
  @Test(arguments: Star.known) func starsOfKnownArea(star: Star) {
    let measured = GeodesicArea.squareMetres(of: star.polygons)
    // Rounding alone up to 1 km; above, what the series leave out.
    #expect(error(measured, from: star.area) < (star.edge <= 1000 ? 2e-15 : 2e-11))
  }

  // Made like the stars' areas, the longest edges just inside each formula's range: 9.3, 98.7 km.
  @Test(arguments: [
    ([10.0, 45.0, 10.11, 45.03, 10.13, 45.09, 10.04, 45.07], 50_341_545.83743031),
    ([-71.0, -59.5, -69.45, -59.9, -70.2, -59.1], 2_965_482_309.2382981),
  ]) func lopsidedRingsAtTheEndOfARange(list: [Double], known: Double) {
    let measured = GeodesicArea.squareMetres(of: Districts.polygons([[list]]))
    #expect(error(measured, from: known) < 1e-9)
  }

  // Made like the stars' areas; `Planimeter` gives 2371938872.7722 and 1532187278.5675.
  @Test func districtsWithIslandsAndAHole() {
    let baku = Districts.polygons(Districts.baku)
    #expect((baku.polygonCount, baku.ringCount) == (3, 4))
    #expect(error(GeodesicArea.squareMetres(of: baku), from: 2_371_938_872.7720695) < 1e-11)
    let khojavend = Districts.polygons(Districts.khojavend)
    #expect(error(GeodesicArea.squareMetres(of: khojavend), from: 1_532_187_278.5674086) < 1e-11)
  }

  // Made like the stars' areas: 600 vertices on a circle stretched by the projection.
  @Test(arguments: [(0.05, 64_054_135.225316719), (0.3, 2_305_940_461.4738483)])
  func ringOfManyVertices(radius: Double, known: Double) {
    let ring = (0..<600).map { index -> Position in
      let t = (Double(index) - 299.5) / 150
      let q = 1 + t * t
      return Position(x: 46.75 + radius * ((1 - t * t) / q), y: 39.75 + radius * ((2 * t) / q))
    }
    #expect(error(GeodesicArea.squareMetres(ofRing: ring), from: known) < 1e-12)
  }

  @Test func holesAreTakenAway() {
    let outer = Star(47.7, 40.3, edge: 1000, stretch: 1.3)
    let hole = Star(47.7, 40.3, edge: 100, stretch: 1.3)
    let area = GeodesicArea.squareMetres(of: MultiPolygon(rings: [outer.ring, hole.ring]))
    #expect(error(area, from: 5_189_532.2934566321 - 51_895.323211662126) < 1e-14)
    let sameWay = MultiPolygon(rings: [outer.ring, hole.ring.reversed()])
    #expect(error(GeodesicArea.squareMetres(of: sameWay), from: area) < 1e-14)
    let alone = MultiPolygon(rings: [outer.ring, hole.ring])
    #expect(
      error(GeodesicArea.squareMetres(ofRing: 1, in: alone), from: 51_895.323211662126) < 1e-14)
  }

  // Made like the stars' areas; the middle of each star is at 180 degrees.
  @Test(arguments: [
    Star(180, -16.5, edge: 1, stretch: 1.05, area: 5.2457632072290259),
    Star(180, -16.5, edge: 500, stretch: 1.05, area: 1_311_440.8011836407),
    Star(180, 66, edge: 20_000, stretch: 2.4, area: 2_055_232_292.8760361),
  ]) func acrossTheAntimeridian(star: Star) {
    #expect(star.ring.contains { $0.x < 0 } && star.ring.contains { $0.x > 0 })
    let measured = GeodesicArea.squareMetres(ofRing: star.ring)
    #expect(error(measured, from: star.area) < 1e-12)
  }

  @Test func longitudesMayRunTo360() {
    let west = [Position(x: -0.25, y: 10), Position(x: 0.5, y: 10), Position(x: 0.5, y: 10.5)]
    let east = west.map { Position(x: $0.x < 0 ? $0.x + 360 : $0.x, y: $0.y) }
    let twice = west.map { Position(x: $0.x < 0 ? $0.x + 720 : $0.x, y: $0.y) }
    let area = GeodesicArea.squareMetres(ofRing: west)
    #expect(error(GeodesicArea.squareMetres(ofRing: east), from: area) < 1e-12)
    #expect(error(GeodesicArea.squareMetres(ofRing: twice), from: area) < 1e-12)
  }

  // `Planimeter` and pyproj 3.7 give the same digits for each.
  @Test(arguments: [
    (
      [-180, 80, -135, 81, -90, 82, -45, 80, 0, 81, 45, 82, 90, 80, 135, 81], 2_927_592_721_468.4375
    ),
    ([30, -88.5, 90, -89.5, 150, -88.5, 210, -89.5, 270, -88.5, 330, -89.5], 24_310_098_783.875),
    ([0, 89.9, 40, 89.8, 0, 90], 80_191_262.0547),
    ([0, 0, 90, 0, 0, 60], 42_460_420_358_811.03),
    ([44, 38, 51, 38.5, 48, 42], 124_684_622_425.9199),
  ]) func aroundPolesAndOverLongEdges(list: [Double], known: Double) {
    let measured = GeodesicArea.squareMetres(of: Districts.polygons([[list]]))
    #expect(error(measured, from: known) < 1e-9)
  }

  // 211321.5080305931 made like the stars' areas; `Planimeter` gives 211321.5080.
  @Test func smallGroundInTheArctic() {
    let star = Star(15.5, 78.2, edge: 200, stretch: 4.9)
    let area = GeodesicArea.squareMetres(of: star.polygons)
    #expect(error(area, from: 211_321.5080305931) < 1e-13)
  }

  @Test(
    arguments: [
      [], [47, 40], [47, 40, 48, 41], [47, 40, 47, 40, 47, 40], [47, 40, 48, 41, 47, 40],
      [47, 40, 47, 41, 47, 40.5], [0, 0, 0.01, 0, 0.005, 0],
    ] as [[Double]]) func ringsWithoutGround(list: [Double])
  {
    #expect(GeodesicArea.squareMetres(of: Districts.polygons([[list]])) == 0)
  }

  @Test(
    arguments: [
      [47, 40, 48, 95, 48, 40], [47, 40, .nan, 41, 48, 40], [47, 40, 48, .nan, 48, 40],
      [47, 40, .infinity, 41, 48, 40], [47, .nan, 47.1, 40, 47.1, 40.1],
    ] as [[Double]]) func impossibleVerticesGiveNoNumber(list: [Double])
  {
    #expect(GeodesicArea.squareMetres(of: Districts.polygons([[list]])).isNaN)
  }
}
