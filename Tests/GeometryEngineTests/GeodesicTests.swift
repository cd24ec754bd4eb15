import Foundation
import GeometryEngine
import GeometryValues
import Testing

@Suite struct GeodesicTests {
  // pyproj 3.7, Geod(ellps="WGS84").inv.
  @Test(arguments: [
    (Position(x: 47.1, y: 40.1), Position(x: 47.2, y: 40.3), 23_783.96223893013),
    (Position(x: 179.9, y: -16), Position(x: -179.9, y: -16.1), 24_093.164182058168),
  ]) func distances(from start: Position, to end: Position, known: Double) {
    #expect(abs(Geodesic.distance(from: start, to: end) - known) < 1e-6)
  }

  @Test(arguments: [0.0, 40.3, -75, 88]) func shortEdgesStayAsTheyAre(latitude: Double) {
    let star = Star(47.7, latitude, edge: 700, stretch: 1.3).polygons
    #expect(Geodesic.densified(star) == star)
  }

  @Test func edgesOverTheEquatorAreSeen() {
    let ring = [Position(x: 9, y: -0.006), Position(x: 9.0001, y: 0.006), Position(x: 9.001, y: 0)]
    #expect(Geodesic.densified(MultiPolygon(rings: [ring])).vertexCount == 5)
  }

  @Test(arguments: [
    Star(47.7, 40.3, edge: 12_345, stretch: 1.3), Star(180, 66, edge: 5000, stretch: 2.4),
    Star(179.99, -16, edge: 1100, stretch: 1),
  ]) func noEdgeStaysLongAndNoGroundIsLost(star: Star) {
    let dense = Geodesic.densified(star.polygons)
    var longest = 0.0
    for vertex in 1..<dense.vertexCount {
      longest = max(
        longest, Geodesic.distance(from: dense.vertex(vertex - 1), to: dense.vertex(vertex)))
    }
    #expect(longest <= 1000.000001 && longest > 500)
    #expect(dense.coordinates.allSatisfy { abs($0) <= 180 })
    let area = GeodesicArea.squareMetres(of: star.polygons)
    #expect(error(GeodesicArea.squareMetres(of: dense), from: area) < 1e-10)
    for corner in star.ring {
      #expect((0..<dense.vertexCount).contains { dense.vertex($0) == corner })
    }
  }

  /// Points off an edge's geodesic would change the area: by a square centimetre at 0.3 micrometres.
  @Test(arguments: [0.0, 12.3, 40.3, -66, 79.9], [0.1, 0.8, 1.5, 2.4, 3.0])
  func shortEdgesFollowTheGeodesic(latitude: Double, bearing: Double) {
    let corners = [0, 2.1, 4.2].map { turn in
      Position(
        x: 47.7 + 0.0029 * cos(bearing + turn), y: latitude + 0.0029 * sin(bearing + turn))
    }
    let whole = MultiPolygon(rings: [corners])
    let dense = Geodesic.densified(whole, longestEdge: 60)
    #expect(dense.vertexCount > 12)
    let change = GeodesicArea.squareMetres(of: dense) - GeodesicArea.squareMetres(of: whole)
    #expect(abs(change) < 1e-4)
  }

  @Test func recordsThatShareAnEdgeGetTheSamePoints() {
    let a = Position(x: 47.1, y: 40.1)
    let b = Position(x: 47.23, y: 40.17)
    let left = Geodesic.densified(MultiPolygon(rings: [[a, b, Position(x: 47.1, y: 40.25)]]))
    let right = Geodesic.densified(MultiPolygon(rings: [[b, a, Position(x: 47.3, y: 40.0)]]))
    let along = (0..<15).map(left.vertex)
    #expect(along.first == a && along.last == b)
    #expect((0..<15).map(right.vertex) == along.reversed())
  }

  @Test func ringsCountedTo360StayThere() {
    let ring = [Position(x: 179.9, y: 10), Position(x: 180.2, y: 10), Position(x: 180, y: 10.1)]
    let dense = Geodesic.densified(MultiPolygon(rings: [ring]))
    #expect(dense.vertexCount > 60)
    #expect(dense.envelope.minX == 179.9 && dense.envelope.maxX == 180.2)
  }

  @Test func partsAndHolesKeepTheirPlaces() {
    let outer = Star(47.7, 40.3, edge: 5000, stretch: 1.3).ring
    let hole = Star(47.7, 40.3, edge: 500, stretch: 1.3).ring
    var polygons = MultiPolygon(rings: [outer, hole])
    polygons.append(rings: [Star(48.7, 40.3, edge: 2000, stretch: 1.3).ring])
    let dense = Geodesic.densified(polygons)
    #expect(dense.polygonEnds == polygons.polygonEnds && dense.ringCount == 3)
    #expect(dense.vertices(ofRing: 1).count == hole.count + 1)
  }
}
