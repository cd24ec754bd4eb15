import GeometryEngine
import GeometryValues

/// The plane cut by GEOS into pieces that each lie wholly inside or outside of every polygon.
struct GroundFaces {
  /// What covers a piece, and its square metres.
  private(set) var faces: [(cover: Set<MultiPolygon>, area: Double)] = []
  private let overlay: GroundOverlay
  private let projector: PlaneProjector

  init(_ grounds: [MultiPolygon], plane: EqualAreaPlane) throws {
    overlay = try GroundOverlay()
    projector = try PlaneProjector(plane)
    var pieces: [(cover: Set<MultiPolygon>, ground: MultiPolygon)] = []
    var seen = MultiPolygon()
    for ground in grounds {
      let planar = try projector.project(ground)
      var next: [(cover: Set<MultiPolygon>, ground: MultiPolygon)] = []
      for piece in pieces {
        let inside = try overlay.intersection(piece.ground, planar)
        guard PlanarArea.area(of: inside) > 0 else {
          next.append(piece)
          continue
        }
        next.append((piece.cover.union([ground]), inside))
        next.append((piece.cover, try overlay.difference(piece.ground, planar)))
      }
      next.append(([ground], try overlay.difference(planar, seen)))
      seen = try overlay.union([seen, planar])
      pieces = next.filter { PlanarArea.area(of: $0.ground) > 1e-6 }
    }
    faces = pieces.map { ($0.cover, PlanarArea.area(of: $0.ground)) }
  }

  /// Square metres of the union of some polygons.
  func unionArea(_ grounds: [MultiPolygon]) throws -> Double {
    PlanarArea.area(of: try overlay.union(try grounds.map { try projector.project($0) }))
  }

  /// Square metres of the first that the second does not hold.
  func differenceArea(_ ground: MultiPolygon, _ other: MultiPolygon) throws -> Double {
    PlanarArea.area(
      of: try overlay.difference(try projector.project(ground), try projector.project(other)))
  }
}
