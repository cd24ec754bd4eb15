public import GeometryValues

/// Distances and middles of geometries in a plane, in its unit.
public enum PlaneDistance {
  /// From a point to the nearest of a geometry; 0 inside a polygon, infinite of nothing.
  public static func between(_ point: Position, _ geometry: Geometry) -> Double {
    switch geometry {
    case .empty: return .infinity
    case .points(let points): return points.map { length(point, $0) }.min() ?? .infinity
    case .lines(let lines):
      return lines.map { line in
        zip(line, line.dropFirst()).map { toEdge(point, $0, $1) }.min()
          ?? line.first.map { length(point, $0) } ?? .infinity
      }.min() ?? .infinity
    case .polygons(let polygons):
      if InteriorPoint.holds(polygons, point) { return 0 }
      var least = Double.infinity
      for ring in 0..<polygons.ringCount {
        let vertices = polygons.vertices(ofRing: ring)
        for (before, after) in zip(vertices, vertices.dropFirst()) {
          least = min(least, toEdge(point, polygons.vertex(before), polygons.vertex(after)))
        }
      }
      return least
    }
  }

  /// The middle of a geometry: of points their mean, of lines that of their length, of polygons
  /// that of their ground; nil of nothing.
  public static func middle(of geometry: Geometry) -> Position? {
    switch geometry {
    case .empty: nil
    case .points(let points): mean(points.map { ($0, 1) })
    case .lines(let lines):
      mean(
        lines.flatMap { line in
          zip(line, line.dropFirst()).map { (halfway($0, $1), length($0, $1)) }
        }) ?? mean(lines.joined().map { ($0, 1) })
    case .polygons(let polygons): middle(of: polygons)
    }
  }

  private static func middle(of polygons: MultiPolygon) -> Position? {
    guard polygons.vertexCount > 0 else { return nil }
    let origin = polygons.vertex(0)
    var (x, y, twice) = (0.0, 0.0, 0.0)
    for polygon in 0..<polygons.polygonCount {
      let rings = polygons.rings(ofPolygon: polygon)
      for ring in rings {
        let vertices = polygons.vertices(ofRing: ring)
        var (ringX, ringY, ringTwice) = (0.0, 0.0, 0.0)
        for (before, after) in zip(vertices, vertices.dropFirst()) {
          let a = less(polygons.vertex(before), origin)
          let b = less(polygons.vertex(after), origin)
          let cross = a.x * b.y - b.x * a.y
          ringTwice += cross
          ringX += (a.x + b.x) * cross
          ringY += (a.y + b.y) * cross
        }
        // Outer rings add and holes take off, whichever way they were drawn.
        let sign = (ring == rings.lowerBound) == (ringTwice >= 0) ? 1.0 : -1.0
        x += sign * ringX
        y += sign * ringY
        twice += sign * ringTwice
      }
    }
    guard twice > 0 else {
      return mean((0..<polygons.vertexCount).map { (polygons.vertex($0), 1) })
    }
    return Position(x: origin.x + x / (3 * twice), y: origin.y + y / (3 * twice))
  }

  private static func mean(_ places: some Sequence<(Position, Double)>) -> Position? {
    var (x, y, weight) = (0.0, 0.0, 0.0)
    for (place, own) in places {
      x += place.x * own
      y += place.y * own
      weight += own
    }
    return weight > 0 ? Position(x: x / weight, y: y / weight) : nil
  }

  /// The straight line between two points.
  public static func length(_ first: Position, _ second: Position) -> Double {
    let step = less(second, first)
    return (step.x * step.x + step.y * step.y).squareRoot()
  }

  private static func toEdge(_ point: Position, _ start: Position, _ end: Position) -> Double {
    let edge = less(end, start)
    let way = less(point, start)
    let square = edge.x * edge.x + edge.y * edge.y
    guard square > 0 else { return length(point, start) }
    let along = min(1, max(0, (way.x * edge.x + way.y * edge.y) / square))
    return length(point, Position(x: start.x + along * edge.x, y: start.y + along * edge.y))
  }

  private static func halfway(_ first: Position, _ second: Position) -> Position {
    Position(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
  }

  private static func less(_ left: Position, _ right: Position) -> Position {
    Position(x: left.x - right.x, y: left.y - right.y)
  }
}
