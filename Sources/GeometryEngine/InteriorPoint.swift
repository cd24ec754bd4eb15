public import GeometryValues

/// Points and polygons in a plane: a point inside a piece, and what holds a point.
public enum InteriorPoint {
  /// A point inside the polygon, well away from its border; nil where it holds no ground.
  ///
  /// The middle of the widest stretch inside, on a level between two heights of vertices.
  public static func of(_ polygon: MultiPolygon) -> Position? {
    let box = polygon.envelope
    let middle = box.minY + (box.maxY - box.minY) / 2
    var below = box.minY
    var above = box.maxY
    for index in 0..<polygon.vertexCount {
      let y = polygon.coordinates[2 * index + 1]
      if y <= middle { below = max(below, y) } else { above = min(above, y) }
    }
    return widest(in: polygon, at: below + (above - below) / 2)
  }

  private static func widest(in polygon: MultiPolygon, at y: Double) -> Position? {
    var crossings: [Double] = []
    forEachEdge(of: polygon) { a, b in
      guard (a.y > y) != (b.y > y) else { return }
      crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
    }
    crossings.sort()
    var best: (x: Double, width: Double)?
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[pair + 1] - crossings[pair]
      if width > best?.width ?? 0 { best = (crossings[pair] + width / 2, width) }
    }
    return best.map { Position(x: $0.x, y: y) }
  }

  /// Whether polygons hold a point, by the even-odd rule.
  public static func holds(_ polygons: MultiPolygon, _ point: Position) -> Bool {
    var isInside = false
    forEachEdge(of: polygons) { a, b in
      guard (a.y > point.y) != (b.y > point.y) else { return }
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }

  @inline(__always)
  private static func forEachEdge(
    of polygons: MultiPolygon, _ body: (Position, Position) -> Void
  ) {
    polygons.coordinates.withUnsafeBufferPointer { buffer in
      for ring in 0..<polygons.ringCount {
        let vertices = polygons.vertices(ofRing: ring)
        var before = Position(
          x: buffer[2 * vertices.lowerBound], y: buffer[2 * vertices.lowerBound + 1])
        for index in vertices.dropFirst() {
          let vertex = Position(x: buffer[2 * index], y: buffer[2 * index + 1])
          body(before, vertex)
          before = vertex
        }
      }
    }
  }
}
