import GeometryEngine
import GeometryValues
import LandRelease

/// The plane cut by GEOS into pieces that each lie wholly inside or outside of every polygon.
struct GroundFaces {
  struct Face {
    var cover: Set<MultiPolygon>
    /// Square metres in the plane, by district; ground in none is under `no_district`.
    var areas: [String: Double]

    var area: Double { areas.values.reduce(0, +) }
  }

  private typealias Piece = (cover: Set<MultiPolygon>, ground: MultiPolygon)

  private(set) var faces: [Face] = []
  private let overlay: GroundOverlay
  private let projector: PlaneProjector

  init(_ grounds: [MultiPolygon], districts: [District], plane: EqualAreaPlane) throws {
    overlay = try GroundOverlay()
    projector = try PlaneProjector(plane)
    let planar = try grounds.map { (ground: $0, planar: try projector.project($0)) }
    var pieces: [Piece] = []
    // Overlay after overlay, GEOS now and then loses a piece; cut in another order it does not.
    for first in planar.indices {
      pieces = try Self.cut(Array(planar[first...] + planar[..<first]), overlay)
      let isWhole = planar.allSatisfy { ground in
        let sum = pieces.filter { $0.cover.contains(ground.ground) }
          .reduce(0) { $0 + PlanarArea.area(of: $1.ground) }
        let whole = PlanarArea.area(of: ground.planar)
        return abs(sum - whole) <= 1e-7 * whole + 1e-3
      }
      if isWhole { break }
    }
    let units = try districts.filter { unit in !districts.contains { $0.parent == unit.code } }
      .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
      .map { ($0.code, try projector.project($0.polygon)) }
    for piece in pieces {
      faces.append(Face(cover: piece.cover, areas: try areas(of: piece.ground, in: units)))
    }
  }

  private static func cut(
    _ grounds: [(ground: MultiPolygon, planar: MultiPolygon)], _ overlay: GroundOverlay
  ) throws -> [Piece] {
    var pieces: [Piece] = []
    var seen = MultiPolygon()
    for (ground, planar) in grounds {
      var next: [Piece] = []
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
    return pieces
  }

  /// Ground in two districts goes to the first of them.
  private func areas(
    of ground: MultiPolygon, in units: [(code: String, ground: MultiPolygon)]
  ) throws -> [String: Double] {
    var rest = ground
    var areas: [String: Double] = [:]
    for unit in units {
      let inside = PlanarArea.area(of: try overlay.intersection(rest, unit.ground))
      guard inside > 0 else { continue }
      areas[unit.code] = inside
      rest = try overlay.difference(rest, unit.ground)
    }
    let outside = PlanarArea.area(of: rest)
    if outside > 0 { areas[District.none] = outside }
    return areas
  }

  /// Whether two polygons have ground in common, at least a square centimetre of it.
  static func sharesGround(
    in plane: EqualAreaPlane
  ) throws -> (MultiPolygon, MultiPolygon) -> Bool {
    let overlay = try GroundOverlay()
    let projector = try PlaneProjector(plane)
    return { first, second in
      guard let (a, b) = try? (projector.project(first), projector.project(second)),
        let both = try? overlay.intersection(a, b)
      else { return true }
      return PlanarArea.area(of: both) >= 1e-4
    }
  }

  /// Square metres of a polygon in the plane.
  func area(_ ground: MultiPolygon) throws -> Double {
    PlanarArea.area(of: try projector.project(ground))
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
