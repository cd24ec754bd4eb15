internal import CPROJ

/// The ellipsoid every authoritative area and distance is measured on.
enum WGS84 {
  /// Equatorial radius, metres.
  static let equatorialRadius = 6_378_137.0
  static let flattening = 1 / 298.257223563
  /// Square of the first eccentricity.
  static let e2 = flattening * (2 - flattening)
  /// Square of the equatorial radius, square metres.
  static let a2 = equatorialRadius * equatorialRadius
  /// Square of the polar radius, square metres.
  static let b2 = a2 * (1 - e2)
  static let radiansPerDegree = Double.pi / 180

  /// The constants of `geodesic.h`, worked out once.
  static let geodesic: geod_geodesic = {
    var geodesic = geod_geodesic()
    geod_init(&geodesic, equatorialRadius, flattening)
    return geodesic
  }()

  /// The way from one longitude to another by the short side, degrees.
  ///
  /// Across the antimeridian both legs are taken to 180 first, which is exact; subtracting 360
  /// afterwards would lose nine digits of a one-metre edge.
  @inline(__always)
  static func shortWay(from start: Double, to end: Double) -> Double {
    let way = end - start
    if abs(way) <= 180 { return way }
    if way < 0 && way > -540 { return (end + 180) + (180 - start) }
    if way > 0 && way < 540 { return (end - 180) - (start + 180) }
    return way.remainder(dividingBy: 360)
  }
}
