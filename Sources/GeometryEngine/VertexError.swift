internal import Foundation
public import GeometryValues

/// How far vertices may lie from where they were recorded, for many draws of it.
///
/// A vertex moves by a normal distance to the east and another to the north, each with the error's
/// standard deviation and cut off at ``reach`` of them. Which way it goes follows from its
/// coordinates, the seed and the draw alone: a vertex that records share stays shared, and whoever
/// works out a draw, in whatever order, works out the same. Draw 0 moves nothing.
public struct VertexError: Hashable, Sendable {
  /// The standard deviation along each axis, metres.
  public let metres: Double
  /// Tells one series of draws from another.
  public let seed: UInt64

  /// No vertex moves farther than so many standard deviations.
  public static let reach = 6.0

  /// Makes an error of a standard deviation in metres.
  public init(metres: Double, seed: UInt64) {
    self.metres = metres
    self.seed = seed
  }

  /// Polygons of longitude and latitude in degrees as they would be in one draw.
  ///
  /// Rings stay closed; what was simple may cross itself afterwards. Source: the ellipsoid's radii
  /// of curvature at the vertex; G. Box and M. Muller, A Note on the Generation of Random Normal
  /// Deviates, Ann. Math. Statist. 29 (1958).
  ///
  /// - Parameter longitude: each vertex is taken on the side of the Earth around it.
  public func moved(
    _ polygons: MultiPolygon, draw: Int, around longitude: Double
  ) -> MultiPolygon {
    if draw == 0 { return polygons }
    var coordinates = polygons.coordinates
    for index in stride(from: 0, to: coordinates.count, by: 2) {
      let (x, y) = (coordinates[index], coordinates[index + 1])
      let move = degrees(x.remainder(dividingBy: 360), y, draw)
      coordinates[index] = longitude + (x - longitude).remainder(dividingBy: 360) + move.east
      coordinates[index + 1] = min(max(y + move.north, -90), 90)
    }
    return polygons.replacingCoordinates(coordinates)
  }

  private func degrees(_ x: Double, _ y: Double, _ draw: Int) -> (east: Double, north: Double) {
    // Half a turn to the west is half a turn to the east.
    let side = abs(x) == 180 ? 180 : x
    var state = (seed &+ Self.step &* UInt64(draw)).mixed
    state = (state ^ (side + 0).bitPattern).mixed
    state = (state ^ (y + 0).bitPattern).mixed
    let first = Self.unit((state &+ Self.step).mixed)
    let second = Self.unit((state &+ 2 &* Self.step).mixed)
    let distance = metres * min((-2 * log(first)).squareRoot(), Self.reach)
    let (radians, turn) = (y * WGS84.radiansPerDegree, 2 * Double.pi * second)
    let curve = 1 - WGS84.e2 * sin(radians) * sin(radians)
    let prime = WGS84.equatorialRadius / curve.squareRoot()
    let meridian = prime * (1 - WGS84.e2) / curve
    // At a pole every way leads south.
    let parallel = max(prime * cos(radians), metres)
    return (
      distance * cos(turn) / parallel / WGS84.radiansPerDegree,
      distance * sin(turn) / meridian / WGS84.radiansPerDegree
    )
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Above 0, up to 1.
  private static func unit(_ number: UInt64) -> Double {
    (Double(number >> 11) + 1) * 0x1p-53
  }
}
