public import GeometryValues

/// Which of several polygons holds a point, by the even-odd rule in the coordinates given.
///
/// Meant for points on a map in longitude and latitude: edges are taken as straight there, which
/// moves a border by less than a metre for edges up to some kilometres.
public struct GroundLocator: Sendable {
  private let polygons: [MultiPolygon]
  private let index: GroundIndex

  /// Indexes the polygons.
  public init(_ polygons: [MultiPolygon]) {
    self.polygons = polygons
    index = GroundIndex(polygons.map(\.envelope))
  }

  /// The first polygon, in the caller's order, that holds the point.
  public func first(holding point: Position) -> Int? {
    var found: Int?
    let spot = Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    index.forEach(meeting: spot) { candidate in
      if candidate < found ?? Int.max, Self.holds(polygons[candidate], point) { found = candidate }
    }
    return found
  }

  private static func holds(_ polygons: MultiPolygon, _ point: Position) -> Bool {
    var isInside = false
    for ring in 0..<polygons.ringCount {
      let vertices = polygons.vertices(ofRing: ring)
      for (before, after) in zip(vertices, vertices.dropFirst()) {
        let a = polygons.vertex(before)
        let b = polygons.vertex(after)
        guard (a.y > point.y) != (b.y > point.y) else { continue }
        if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
