import GeometryEngine
import GeometryValues

/// The way between longitude and latitude and the map's grid in the plane; one instance a thread.
final class MapProjection {
  private let projector: PlaneProjector
  private let back: PlaneReturn

  init(_ plane: EqualAreaPlane) throws {
    projector = try PlaneProjector(plane)
    back = try PlaneReturn(plane)
  }

  /// Polygons in the plane, on the grid; where each of their vertices came from is noted.
  func plane(
    _ polygons: MultiPolygon, degrees: inout [Position: Position]
  ) throws -> MultiPolygon {
    let planar = MapGrid.snapped(try projector.project(polygons))
    Self.note(planar, from: polygons, in: &degrees)
    return planar
  }

  /// Notes the longitude and latitude of vertices in the plane.
  static func note(
    _ planar: MultiPolygon, from polygons: MultiPolygon, in degrees: inout [Position: Position]
  ) {
    let dense = Geodesic.densified(polygons, longestEdge: PlaneProjector.longestEdge)
    guard planar.vertexCount == dense.vertexCount else { return }
    for index in 0..<planar.vertexCount { degrees[planar.vertex(index)] = dense.vertex(index) }
  }

  /// Polygons of the plane in longitude and latitude: a record's own vertices as it has them.
  func degrees(
    _ polygons: MultiPolygon, known: (Position) -> Position?
  ) throws -> MultiPolygon {
    var coordinates = polygons.coordinates
    var strangers: [Int] = []
    var places: [Double] = []
    for index in 0..<polygons.vertexCount {
      if let place = known(polygons.vertex(index)) {
        coordinates[2 * index] = place.x
        coordinates[2 * index + 1] = place.y
      } else {
        strangers.append(index)
        places.append(coordinates[2 * index])
        places.append(coordinates[2 * index + 1])
      }
    }
    if !strangers.isEmpty {
      let found = try back.degrees(places)
      for (place, index) in strangers.enumerated() {
        coordinates[2 * index] = found[2 * place]
        coordinates[2 * index + 1] = found[2 * place + 1]
      }
    }
    return polygons.replacingCoordinates(coordinates)
  }
}
