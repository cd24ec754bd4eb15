internal import CPROJ
internal import Foundation
public import GeometryValues

/// The angle between true north and the north of a grid; one instance a thread.
///
/// Source: the factors PROJ derives from the projection itself (`proj_factors`), good to about
/// 1e-8 degrees. The longitude of a grid on another datum is off by some metres, which changes the
/// convergence by less than 1e-4 degrees.
public final class GridNorth {
  /// The name of the grid's reference.
  public let name: String
  private let context: PROJContext
  private let grid: PROJObject

  /// Looks up a projected reference (EPSG:n, WKT or PROJ string).
  ///
  /// - Throws: ``EngineError`` where it is unknown or has no grid.
  public init(_ reference: String) throws(EngineError) {
    context = try PROJContext()
    let found = try context.reference(reference)
    guard !(try CoordinateReference.describe(reference)).isGeographic else {
      throw EngineError("\(found.name) has no grid: give a projected reference, such as EPSG:32638")
    }
    grid = found
    name = found.name
  }

  /// Degrees to add to a grid bearing for the true one; nil where the grid does not reach.
  ///
  /// Positive where the grid's north lies east of true north. The position is longitude and
  /// latitude in degrees.
  public func convergence(at position: Position) -> Double? {
    let radians = Double.pi / 180
    let place = proj_coord(position.x * radians, position.y * radians, 0, 0)
    proj_errno_reset(grid.pointer)
    let factors = proj_factors(grid.pointer, place)
    guard proj_errno(grid.pointer) == 0, factors.meridian_convergence.isFinite else { return nil }
    return factors.meridian_convergence / radians
  }
}
