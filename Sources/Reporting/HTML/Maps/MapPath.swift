import GeometryValues

/// Polygons as paths of SVG, in tenths of a pixel, each point from the one before.
struct MapPath {
  /// A shape smaller than this, in tenths of a pixel, is drawn as a dot, larger than it is.
  static let leastSize = 30

  private let frame: MapFrame

  init(_ frame: MapFrame) { self.frame = frame }

  /// The outline; nil where it is too small to be one.
  ///
  /// Outer rings go one way and holes the other, so that outlines of many shapes can be filled as
  /// one: where shapes lie on each other, nothing is cut out.
  func outline(of polygon: MultiPolygon) -> String? {
    var path = ""
    var extent = Extent()
    for index in 0..<polygon.polygonCount {
      let rings = polygon.rings(ofPolygon: index)
      for ring in rings {
        let points = points(polygon, ring: ring)
        for point in points { extent.add(point) }
        let isForward = (Self.area(points) > 0) == (ring == rings.lowerBound)
        path += Self.path(isForward ? points : points.reversed())
      }
    }
    return max(extent.width, extent.height) < Self.leastSize || path.isEmpty ? nil : path
  }

  /// Where the dot of a small shape stands.
  func dot(of polygon: MultiPolygon) -> String? {
    let envelope = polygon.envelope
    guard !envelope.isEmpty else { return nil }
    let point = place(
      Position(x: (envelope.minX + envelope.maxX) / 2, y: (envelope.minY + envelope.maxY) / 2))
    return "M\(point.x) \(point.y)h0"
  }

  /// The points of a ring that differ from the one before; the closing one is left out.
  private func points(_ polygon: MultiPolygon, ring: Int) -> [Point] {
    var points: [Point] = []
    for vertex in polygon.vertices(ofRing: ring).dropLast() {
      let point = place(polygon.vertex(vertex))
      if points.last.map({ $0 != point }) ?? true { points.append(point) }
    }
    return points
  }

  /// Twice the area, above zero for one of the two ways round.
  private static func area(_ points: [Point]) -> Int {
    var area = 0
    var before = points.last ?? (0, 0)
    for point in points {
      area += before.x * point.y - point.x * before.y
      before = point
    }
    return area
  }

  /// A ring as steps; nothing of a ring that is no more than a point.
  private static func path(_ points: [Point]) -> String {
    guard points.count > 1, var last = points.first else { return "" }
    var path = "M\(last.x) \(last.y)l"
    for (index, point) in points.dropFirst().enumerated() {
      let (dx, dy) = (point.x - last.x, point.y - last.y)
      path += (index == 0 || dx < 0 ? "" : " ") + (dy < 0 ? "\(dx)\(dy)" : "\(dx) \(dy)")
      last = point
    }
    return path + "z"
  }

  /// In tenths of a pixel.
  private typealias Point = (x: Int, y: Int)

  private func place(_ position: Position) -> Point {
    let place = frame.place(longitude: position.x, latitude: position.y)
    return (Int((place.x * 10).rounded()), Int((place.y * 10).rounded()))
  }

  private struct Extent {
    private var low = (x: Int.max, y: Int.max)
    private var high = (x: Int.min, y: Int.min)
    var width: Int { high.x < low.x ? 0 : high.x - low.x }
    var height: Int { high.y < low.y ? 0 : high.y - low.y }

    mutating func add(_ point: Point) {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
  }
}
