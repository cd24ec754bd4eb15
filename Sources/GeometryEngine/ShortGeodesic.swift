internal import Foundation
internal import GeometryValues

/// The geodesic between two points some hundred metres apart, by the first terms of its equation.
///
/// A geodesic's longitude and latitude obey latitude'' = -(M'/M) latitude'^2 - (N/M) sin cos
/// longitude'^2 and longitude'' = 2 (M/N) tan latitude' longitude' (do Carmo, Differential Geometry
/// of Curves and Surfaces, 4-4), M and N being the radii of curvature along the meridian and across
/// it. Taken at the middle they give every point of an edge of 700 m within some micrometres, a
/// hundred times cheaper than solving for the whole line.
struct ShortGeodesic {
  /// The longest edge, in degrees along either axis.
  private static let reach = 0.006
  /// The highest latitude at which the first terms are enough.
  private static let highest = 80.0

  private let start: Position
  private let along: Position
  /// Half of the second derivative, taken off at the middle four times a quarter of it.
  private let bend: Position
  /// The length in metres, by the radii at the middle.
  let length: Double

  /// Nil for an edge that is too long, too near a pole or over the antimeridian.
  init?(from start: Position, to end: Position) {
    let along = Position(x: end.x - start.x, y: end.y - start.y)
    guard abs(along.x) <= Self.reach, abs(along.y) <= Self.reach,
      max(abs(start.y), abs(end.y)) <= Self.highest
    else { return nil }
    let latitude = (start.y + end.y) / 2 * WGS84.radiansPerDegree
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let w = 1 - WGS84.e2 * sine * sine
    let across = WGS84.equatorialRadius / w.squareRoot()
    let meridian = across * (1 - WGS84.e2) / w
    let (dx, dy) = (along.x * WGS84.radiansPerDegree, along.y * WGS84.radiansPerDegree)
    let stretch = 3 * WGS84.e2 * sine * cosine / w
    bend = Position(
      x: meridian / across * sine / cosine * along.y * dx,
      y: -(stretch * along.y * dy + across / meridian * sine * cosine * along.x * dx) / 2)
    let (east, north) = (across * cosine * dx, meridian * dy)
    length = (east * east + north * north).squareRoot()
    self.start = start
    self.along = along
  }

  /// The point at a share of the way, from 0 to 1.
  func point(at share: Double) -> Position {
    let rest = share * (1 - share)
    return Position(
      x: start.x + along.x * share - bend.x * rest, y: start.y + along.y * share - bend.y * rest)
  }
}
