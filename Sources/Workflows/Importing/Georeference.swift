import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// Brings the coordinates of one file to longitude and latitude on WGS 84.
struct Georeference {
  private let transform: CoordinateTransform?
  /// Whether the file names nothing and degrees on WGS 84 are taken.
  let isAssumed: Bool

  /// - Parameter override: what the person says with `--crs`.
  init(_ stated: Interchange.CoordinateReference, override: String?) throws {
    let reference = override.map { Interchange.CoordinateReference(text: $0) } ?? stated
    isAssumed = reference == .unstated
    switch reference {
    case .wgs84, .unstated: transform = nil
    case .code(let text), .wkt(let text):
      do {
        transform = try CoordinateTransform(from: text)
      } catch {
        throw WorkflowError(
          .usage, "the coordinate reference can't be used: \(error)",
          remedy: "Name it with --crs EPSG:n.")
      }
    }
  }

  /// The operation PROJ chose, with its accuracy.
  var operation: String {
    guard let transform else {
      return isAssumed ? "none: degrees on WGS 84 assumed" : "none needed (WGS 84)"
    }
    return transform.operationName
  }

  func bring(_ polygon: MultiPolygon) throws(Refusal) -> MultiPolygon {
    guard let transform else { return polygon }
    var coordinates = polygon.coordinates
    try apply(transform, &coordinates)
    return polygon.replacingCoordinates(coordinates)
  }

  func bring(_ position: Position) throws(Refusal) -> Position {
    guard let transform else { return position }
    var coordinates = [position.x, position.y]
    try apply(transform, &coordinates)
    return Position(x: coordinates[0], y: coordinates[1])
  }

  func bring(_ geometry: Geometry) throws(Refusal) -> Geometry {
    switch geometry {
    case .polygons(let polygons): return .polygons(try bring(polygons))
    case .points(let points): return .points(try bring(points))
    case .lines(let lines):
      var brought: [[Position]] = []
      for line in lines { brought.append(try bring(line)) }
      return .lines(brought)
    case .empty: return .empty
    }
  }

  private func bring(_ positions: [Position]) throws(Refusal) -> [Position] {
    var brought: [Position] = []
    for position in positions { brought.append(try bring(position)) }
    return brought
  }

  private func apply(
    _ transform: CoordinateTransform, _ coordinates: inout [Double]
  ) throws(Refusal) {
    do {
      try transform.transform(&coordinates)
    } catch {
      throw Refusal(
        field: "geometry", reason: "\(error)",
        remedy: "Correct the coordinates, or name their reference with --crs.")
    }
  }
}
