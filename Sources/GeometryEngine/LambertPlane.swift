internal import Foundation
internal import GeometryValues

/// Longitude and latitude to a Lambert azimuthal equal-area plane, on the WGS 84 ellipsoid.
///
/// J. P. Snyder, Map Projections: A Working Manual (1987), pages 187-190. The authalic latitude
/// enters by its sine alone, a series in the sine of the latitude; within 2000 km of the centre
/// results are within some nanometres of PROJ's.
struct LambertPlane {
  private let latitudes = AuthalicLatitude()
  private let centre: Position
  private let sine: Double
  private let cosine: Double
  /// Metres for x, with the stretch that keeps the scale true at the centre.
  private let across: Double
  private let along: Double

  init(centre: Position) {
    self.centre = centre
    let angle = latitudes.angle(centre.y)
    sine = angle.sine
    cosine = angle.cosine
    let radius = WGS84.equatorialRadius * (latitudes.polar * (1 - WGS84.e2) / 2).squareRoot()
    let latitude = centre.y * WGS84.radiansPerDegree
    let curvature = (1 - WGS84.e2 * sin(latitude) * sin(latitude)).squareRoot()
    let isPole = abs(abs(centre.y) - 90) < 1e-10
    let stretch =
      isPole ? 1 : WGS84.equatorialRadius * cos(latitude) / (curvature * radius * cosine)
    across = radius * stretch
    along = radius / stretch
  }

  /// The place in the plane, metres, or nil where ``fault(at:)`` says why not.
  @inline(__always)
  func place(longitude: Double, latitude: Double) -> (x: Double, y: Double)? {
    guard abs(latitude) <= 90, abs(longitude) <= Self.longitudes else { return nil }
    let angle = latitudes.angle(latitude)
    let turn = WGS84.shortWay(from: centre.x, to: longitude) * WGS84.radiansPerDegree
    let half = sin(turn / 2)
    let turnSine = 2 * half * (1 - half * half).squareRoot()
    let turnCosine = 1 - 2 * half * half
    let nearness = 1 + sine * angle.sine + cosine * angle.cosine * turnCosine
    guard nearness >= 1e-10 else { return nil }
    let scale = (2 / nearness).squareRoot()
    return (
      across * scale * angle.cosine * turnSine,
      along * scale * (cosine * angle.sine - sine * angle.cosine * turnCosine)
    )
  }

  /// Why a point has no place, in the words PROJ has for it.
  func fault(at point: Position) -> String {
    if abs(point.y) > 90 { return "laea: Invalid latitude" }
    if abs(point.x) > Self.longitudes { return "laea: Invalid longitude" }
    return point.x.isFinite && point.y.isFinite
      ? "Point outside of projection domain" : "Invalid coordinate"
  }

  /// Ten radians, as PROJ has it.
  private static let longitudes = 10 / WGS84.radiansPerDegree
}
