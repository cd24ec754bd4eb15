internal import CPROJ
internal import Foundation
public import GeometryValues

extension Geodesic {
  /// The way from one point to another: metres, and degrees clockwise from true north at its start.
  ///
  /// Coordinates are longitude and latitude in degrees. Error: some nanometres (`geodesic.h`).
  public static func line(
    from start: Position, to end: Position
  ) -> (distance: Double, azimuth: Double) {
    var (distance, azimuth) = (0.0, 0.0)
    withUnsafePointer(to: WGS84.geodesic) {
      geod_inverse($0, start.y, start.x, end.y, end.x, &distance, &azimuth, nil)
    }
    return (distance, azimuth < 0 ? azimuth + 360 : azimuth)
  }

  /// The point at a distance in metres and an azimuth in degrees clockwise from true north.
  ///
  /// Coordinates are longitude and latitude in degrees. Error: some nanometres (`geodesic.h`).
  /// Metres are those of the ellipsoid; on ground 1,000 m high a tape measures 1.6e-4 more.
  public static func point(
    from start: Position, azimuth: Double, distance: Double
  ) -> Position {
    var end = Position(x: 0, y: 0)
    withUnsafePointer(to: WGS84.geodesic) {
      geod_direct($0, start.y, start.x, azimuth, distance, &end.y, &end.x, nil)
    }
    return end
  }
}
