/// Well-known text (OGC 06-103r4): points, lines, polygons, their multiples and collections.
///
/// An `SRID=n;` prefix and Z or M ordinates are read past; curves are refused by name.
public enum WKT {
  /// Reads one geometry from text.
  ///
  /// - Throws: ``GeometryFault`` naming what was expected and what stood there.
  public static func read(_ text: String) throws(GeometryFault) -> Geometry {
    var reader = WKTReader(text)
    return try reader.wholeText()
  }

  /// The number in an `SRID=n;` prefix, usually an EPSG code; nil where the text has none.
  public static func referenceNumber(_ text: String) -> Int? {
    guard text.prefix(5).uppercased() == "SRID=", let end = text.firstIndex(of: ";") else {
      return nil
    }
    return Int(text[text.index(text.startIndex, offsetBy: 5)..<end])
  }

  /// Writes with the shortest digits that read back to the same number.
  public static func write(_ geometry: Geometry) -> String {
    switch geometry {
    case .points(let points) where points.isEmpty: "MULTIPOINT EMPTY"
    case .lines(let lines) where lines.allSatisfy(\.isEmpty): "MULTILINESTRING EMPTY"
    case .polygons(let polygons) where polygons.isEmpty: "MULTIPOLYGON EMPTY"
    case .points(let points) where points.count == 1: "POINT (\(text(points[0])))"
    case .points(let points):
      "MULTIPOINT (\(points.map { "(\(text($0)))" }.joined(separator: ", ")))"
    case .lines(let lines) where lines.count == 1: "LINESTRING \(text(lines[0]))"
    case .lines(let lines): "MULTILINESTRING (\(lines.map(text).joined(separator: ", ")))"
    case .polygons(let polygons) where polygons.polygonCount == 1:
      "POLYGON \(text(polygons, polygon: 0))"
    case .polygons(let polygons):
      "MULTIPOLYGON ("
        + (0..<polygons.polygonCount).map { text(polygons, polygon: $0) }.joined(separator: ", ")
        + ")"
    case .empty: "GEOMETRYCOLLECTION EMPTY"
    }
  }

  private static func text(_ point: Position) -> String { "\(point.x) \(point.y)" }

  private static func text(_ line: [Position]) -> String {
    "(" + line.map(text).joined(separator: ", ") + ")"
  }

  private static func text(_ polygons: MultiPolygon, polygon: Int) -> String {
    let rings = polygons.rings(ofPolygon: polygon).map { ring in
      text(polygons.vertices(ofRing: ring).map(polygons.vertex))
    }
    return "(" + rings.joined(separator: ", ") + ")"
  }
}
