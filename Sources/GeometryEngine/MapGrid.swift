internal import Foundation
public import GeometryValues

/// The fine grid on which map lines are noded: steps of 2^-13 m, about an eighth of a millimetre.
///
/// A step is a power of two, so that every place on the grid is an exact number and lines along
/// the axes cut others without an error.
public enum MapGrid {
  /// Metres between two lines of the grid.
  public static let step = 1.0 / 8192

  /// The nearest place on the grid to a coordinate in metres.
  @inline(__always)
  public static func nearest(_ metres: Double) -> Double { (metres * 8192).rounded() / 8192 }

  /// Polygons in a plane with every vertex on the grid; rings may collapse.
  public static func snapped(_ polygons: MultiPolygon) -> MultiPolygon {
    polygons.replacingCoordinates(polygons.coordinates.map(nearest))
  }
}
