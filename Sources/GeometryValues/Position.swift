/// A point of two coordinates: longitude and latitude in degrees, or x and y in a plane.
public struct Position: Hashable, Sendable {
  /// Longitude in degrees, east of Greenwich above zero, or x in a plane.
  public var x: Double
  /// Latitude in degrees, north above zero, or y in a plane.
  public var y: Double

  /// Makes a point of x or longitude first and y or latitude second.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
