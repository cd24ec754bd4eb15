import GeometryValues

/// JSON text of values and geometries.
public enum JSONWriting {
  /// A text in quotes, with what JSON asks for escaped.
  public static func text(_ text: String) -> String {
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

  /// A geometry with seven decimals, about a centimetre, or as many as are asked for; outer rings
  /// run anticlockwise.
  static func geometry(_ geometry: Geometry, decimals: Int = 7) -> String {
    func position(_ position: Position) -> String {
      "[\(number(position.x, decimals: decimals)),\(number(position.y, decimals: decimals))]"
    }
    func line(_ line: [Position]) -> String { list(line.map(position)) }
    func polygon(_ polygons: MultiPolygon, _ index: Int) -> String {
      list(polygons.woundRings(ofPolygon: index).map(line))
    }
    return switch geometry {
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

  /// Seven decimals at most, or as many as are asked for, without zeros behind the last digit.
  public static func number(_ value: Double, decimals: Int = 7) -> String {
    let unit = (0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 }
    let scaled = (value * Double(unit)).rounded()
    guard abs(scaled) < 1e17 else { return "\(value)" }
    let whole = Int64(scaled)
    let magnitude = whole.magnitude
    var fraction = magnitude % unit
    var text = "\(whole < 0 ? "-" : "")\(magnitude / unit)"
    guard fraction > 0 else { return text }
    var width = decimals
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    let digits = String(fraction)
    text += "." + String(repeating: "0", count: width - digits.count) + digits
    return text
  }
}
