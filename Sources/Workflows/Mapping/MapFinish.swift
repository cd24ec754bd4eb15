import GeometryEngine
import GeometryValues

/// Makes features of drawn ground: valid, on one side of the antimeridian, measured.
struct MapFinish {
  /// Square metres; what rounds to no square centimetre is no ground.
  private static let leastArea = 0.5e-4

  private let overlay: GroundOverlay

  init() throws {
    overlay = try GroundOverlay()
  }

  /// One feature for each connected piece, its area measured on the ellipsoid.
  func features(_ drawn: MultiPolygon, _ group: MapGroup) throws -> [MapFeature] {
    try pieces(drawn).compactMap {
      let area = GeodesicArea.squareMetres(of: $0)
      guard area >= Self.leastArea else { return nil }
      return MapFeature(group: group, polygon: $0, squareMetres: area)
    }
  }

  private func pieces(_ drawn: MultiPolygon) throws -> [MultiPolygon] {
    let whole = drawn.withoutSeam
    var valid = whole
    if try Validity.check(whole, overlay.context) != nil {
      // Two places closer than degrees can tell apart, or a thin piece between bent edges.
      valid = try Repair.makeValid(whole, overlay.context)
    }
    return try sides(valid).flatMap { side in
      (0..<side.polygonCount).map { side.polygon($0) }
    }
  }

  /// The ground on either side of the antimeridian, each within -180 and 180.
  private func sides(_ polygons: MultiPolygon) throws -> [MultiPolygon] {
    let box = polygons.envelope
    guard box.maxX > 180 || box.minX < -180 else { return [polygons] }
    return try [-360.0, 0, 360].compactMap { shift in
      let moved = polygons.replacingCoordinates(
        polygons.coordinates.enumerated().map {
          $0.offset % 2 == 0 ? $0.element + shift : $0.element
        })
      let world = MultiPolygon(rings: [
        [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90)].map { Position(x: $0.0, y: $0.1) }
      ])
      let side = try overlay.intersection(moved, world)
      return side.isEmpty ? nil : side
    }
  }
}
