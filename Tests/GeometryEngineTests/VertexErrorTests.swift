import GeometryValues
import Testing

@testable import GeometryEngine

struct VertexErrorTests {
  private static func square(west: Double, south: Double, side: Double) -> MultiPolygon {
    MultiPolygon(rings: [
      [
        Position(x: west, y: south), Position(x: west + side, y: south),
        Position(x: west + side, y: south + side), Position(x: west, y: south + side),
        Position(x: west, y: south),
      ]
    ])
  }

  /// Source: sigma of the area squared is a quarter of the vertices' variance times the sum of the
  /// squared distances between each vertex's neighbours.
  @Test(arguments: [(0.0, 0.0), (45.5, 40.0), (-70.0, 72.0)])
  func areasSpreadAsTheLawOfErrorsSays(west: Double, south: Double) {
    let polygon = Self.square(west: west, south: south, side: 0.01)
    let error = VertexError(metres: 5, seed: 1)
    let areas = (1...4000).map {
      GeodesicArea.squareMetres(of: error.moved(polygon, draw: $0, around: west))
    }
    let mean = areas.reduce(0, +) / 4000
    let deviation = (areas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999).squareRoot()
    let expected = ShapeScan.facts(of: polygon).areaDeviation(vertexError: 5)
    // Of 4000 draws the deviation is known to a hundredth, the mean to a sixtieth of it.
    #expect(abs(deviation / expected - 1) < 0.05)
    #expect(abs(mean - GeodesicArea.squareMetres(of: polygon)) < expected / 15)
  }

  @Test func vertexesThatRecordsShareStayShared() {
    let left = Self.square(west: 45, south: 40, side: 0.01)
    let right = Self.square(west: 45.01, south: 40, side: 0.01)
    let error = VertexError(metres: 3, seed: 7)
    let (one, other) = (
      error.moved(left, draw: 5, around: 44), error.moved(right, draw: 5, around: 44)
    )
    #expect(one.vertex(1) == other.vertex(0))
    #expect(one.vertex(2) == other.vertex(3))
    #expect(one.vertex(0) == one.vertex(4))
    #expect(one.vertex(1) != left.vertex(1))
    #expect(one != error.moved(left, draw: 6, around: 44))
    #expect(one != VertexError(metres: 3, seed: 8).moved(left, draw: 5, around: 44))
    #expect(error.moved(left, draw: 0, around: 44) == left)
  }

  @Test func theAntimeridianIsNoBorder() {
    let west = Self.square(west: -180, south: -17, side: 0.01)
    let east = Self.square(west: 180, south: -17, side: 0.01)
    let error = VertexError(metres: 3, seed: 7)
    #expect(
      error.moved(west, draw: 1, around: 179).vertex(0)
        == error.moved(east, draw: 1, around: 179).vertex(0))
    let far = error.moved(west, draw: 1, around: 179).vertex(1)
    #expect(abs(far.x - 180.01) < 0.001)
  }
}
