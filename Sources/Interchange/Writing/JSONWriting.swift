import GeometryValues

/// JSON text of values and geometries.
enum JSONWriting {
  static func text(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// A geometry with seven decimals, which is about a centimetre; outer rings run anticlockwise.
  static func geometry(_ geometry: Geometry) -> String {
    switch geometry {
    case .points(let points) where points.count == 1: object("Point", position(points[0]))
    case .points(let points): object("MultiPoint", list(points.map(position)))
    case .lines(let lines) where lines.count == 1: object("LineString", line(lines[0]))
    case .lines(let lines): object("MultiLineString", list(lines.map(line)))
    case .polygons(let polygons) where polygons.polygonCount == 1:
      object("Polygon", polygon(polygons, 0))
    case .polygons(let polygons):
      object("MultiPolygon", list((0..<polygons.polygonCount).map { polygon(polygons, $0) }))
    case .empty: "{\"type\":\"GeometryCollection\",\"geometries\":[]}"
    }
  }

  private static func object(_ type: String, _ coordinates: String) -> String {
    "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
  }

  private static func list(_ members: [String]) -> String {
    "[\(members.joined(separator: ","))]"
  }

  private static func line(_ line: [Position]) -> String { list(line.map(position)) }

  private static func polygon(_ polygons: MultiPolygon, _ index: Int) -> String {
    let rings = polygons.rings(ofPolygon: index)
    return list(
      rings.map { ring in
        let vertices = polygons.vertices(ofRing: ring).map(polygons.vertex)
        let runsRight = isAnticlockwise(vertices) == (ring == rings.lowerBound)
        return line(runsRight ? vertices : vertices.reversed())
      })
  }

  /// Twice the signed area about the first vertex decides; a ring without area is left as it is.
  private static func isAnticlockwise(_ ring: [Position]) -> Bool {
    guard let origin = ring.first else { return true }
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum >= 0
  }

  private static func position(_ position: Position) -> String {
    "[\(number(position.x)),\(number(position.y))]"
  }

  /// Seven decimals at most, without zeros behind the last digit.
  static func number(_ value: Double) -> String {
    let scaled = (value * 1e7).rounded()
    guard abs(scaled) < 1e17 else { return "\(value)" }
    let whole = Int64(scaled)
    let magnitude = whole.magnitude
    var fraction = magnitude % 10_000_000
    var text = "\(whole < 0 ? "-" : "")\(magnitude / 10_000_000)"
    guard fraction > 0 else { return text }
    var width = 7
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    let digits = String(fraction)
    text += "." + String(repeating: "0", count: width - digits.count) + digits
    return text
  }
}
