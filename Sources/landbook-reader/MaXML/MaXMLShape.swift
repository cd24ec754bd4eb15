import Foundation
import GeometryValues

/// One GeospatialInfo: the points of one shape, in the order of their numbers.
struct MaXMLShape {
  private struct Point {
    var latitude: String?
    var longitude: String?
    var number: String?
    var bearing: String?
  }

  private var kind = ""
  private var points: [Point] = []
  private var openings = 0

  /// Whether an element of the same name is still open inside it.
  var isInside: Bool { openings > 0 }

  mutating func begin(_ name: String) {
    if name == "GeospatialInfo" { openings += 1 }
    if ["geopoint", "point"].contains(name.lowercased()) {
      points.append(Point())
    }
  }

  mutating func end(_ name: String) {
    if name == "GeospatialInfo" { openings -= 1 }
  }

  mutating func take(_ name: String, _ text: String) {
    switch name.lowercased() {
    case "latitude": set(\.latitude, text)
    case "longitude": set(\.longitude, text)
    case "number", "pointno", "pointnumber": set(\.number, text)
    case "bearing": set(\.bearing, text)
    case "shape", "shapeenum", "shapetype": kind = text.lowercased()
    default: break
    }
  }

  private mutating func set(_ field: WritableKeyPath<Point, String?>, _ text: String) {
    guard !text.isEmpty else { return }
    // Some exports list points without an element of their own: each latitude or longitude that
    // is said again begins the next.
    if points.isEmpty || points[points.count - 1][keyPath: field] != nil {
      points.append(Point())
    }
    points[points.count - 1][keyPath: field] = text
  }

  /// The shapes of an item as one geometry; nil where it has none.
  ///
  /// - Throws: ``ReaderFault`` where a point has no coordinates: dropping it would move a border.
  /// - Parameter leftOut: counts shapes that can't stand beside polygons in one geometry.
  static func wkb(
    _ shapes: [MaXMLShape], of name: String, leftOut: inout Int
  ) throws(ReaderFault) -> [UInt8]? {
    var members: [Geometry] = []
    for shape in shapes {
      let positions = try shape.positions(of: name)
      if positions.isEmpty { continue }
      members.append(try shape.geometry(positions, of: name))
    }
    // Reference points and benchmarks stand beside the polygon they belong to.
    let polygons = members.filter { if case .polygons = $0 { true } else { false } }
    do {
      let kept = polygons.isEmpty ? members : polygons
      leftOut += members.count - kept.count
      return kept.isEmpty ? nil : WKB.write(try Geometry.joining(kept))
    } catch {
      throw ReaderFault("\(name): \(error)")
    }
  }

  private func positions(of name: String) throws(ReaderFault) -> [Position] {
    var numbered: [(order: Double, position: Position)] = []
    for (place, point) in points.enumerated() {
      if point.latitude == nil, point.longitude == nil, point.bearing == nil { continue }
      guard let latitude = point.latitude.flatMap(DecimalText.read),
        let longitude = point.longitude.flatMap(DecimalText.read)
      else {
        throw ReaderFault(
          "\(name): point \(point.number ?? String(place + 1)) has no latitude and longitude, only a bearing or nothing: complete it in IMSMA and export it again"
        )
      }
      let order = point.number.flatMap(DecimalText.read) ?? Double(place + 1)
      numbered.append((order, Position(x: longitude, y: latitude)))
    }
    // Equal numbers keep the order of the file.
    return numbered.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element.position)
  }

  private func geometry(_ positions: [Position], of name: String) throws(ReaderFault) -> Geometry {
    if kind.contains("line") { return .lines([positions]) }
    if kind.contains("point") || positions.count < 3 { return .points(positions) }
    let isClosed = positions.first == positions.last
    return .polygons(MultiPolygon(rings: [isClosed ? positions : positions + [positions[0]]]))
  }
}
