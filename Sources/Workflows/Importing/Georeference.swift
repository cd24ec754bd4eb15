import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// Brings the coordinates of one file to longitude and latitude on WGS 84.
struct Georeference {
  /// Coordinates that are on WGS 84 already.
  static var none: Georeference { Georeference() }

  private let transform: CoordinateTransform?
  /// Whether the file's coordinates are degrees.
  let isGeographic: Bool

  private init() {
    transform = nil
    isGeographic = true
  }

  /// - Parameter stated: what the file or `--crs` says; where neither does there are no coordinates.
  init(_ stated: Interchange.CoordinateReference) throws {
    switch stated {
    case .wgs84, .unstated: self = .none
    case .code(let text), .wkt(let text):
      do {
        transform = try CoordinateTransform(from: text)
        isGeographic = try GeometryEngine.CoordinateReference.describe(text).isGeographic
      } catch {
        throw WorkflowError(
          .usage, "the coordinate reference can't be used: \(error)",
          remedy: "Name one of positions on the ground with --crs, such as --crs EPSG:32638.")
      }
    }
  }

  /// The operation PROJ chose, with its accuracy.
  var operation: String { transform?.operationName ?? "none needed (WGS 84)" }

  /// What somebody should know of an operation that is not exact.
  var caution: String? { transform?.caution }

  /// Brings a flat buffer of x and y.
  func bring(_ flat: [Double]) throws(Refusal) -> [Double] {
    guard let transform else { return flat }
    var coordinates = flat
    try apply(transform, &coordinates)
    return coordinates
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
      if transform.isIdentity { try checkRange(coordinates) }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(
        field: "geometry", reason: "\(error)",
        remedy: "Correct the coordinates, or name their reference with --crs.")
    }
  }

  /// What needs no operation was not checked by one.
  private func checkRange(_ coordinates: [Double]) throws(Refusal) {
    for index in stride(from: 0, to: coordinates.count, by: 2)
    where !(abs(coordinates[index]) <= 180.000001 && abs(coordinates[index + 1]) <= 90.000001) {
      throw Refusal(
        field: "geometry",
        reason: "\(coordinates[index]), \(coordinates[index + 1]) is outside the Earth's degrees",
        remedy: "Correct the coordinates, or name their reference with --crs.")
    }
  }
}
