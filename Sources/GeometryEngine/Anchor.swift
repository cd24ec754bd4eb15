internal import Foundation

/// The first vertex of a ring, from which its other vertices are counted.
///
/// Sines and authalic ordinates are of the size of the earth; a ring may be a metre wide. Their
/// differences are therefore expanded about the first vertex, from differences of degrees that
/// are exact, and no digit is lost to the earth's size.
struct Anchor {
  /// Farthest from the anchor that the expansion serves, radians; one degree.
  private static let reach = Double.pi / 180
  // Taylor coefficients of the sine and of one less the cosine.
  private static let s3 = -1.0 / 6
  private static let s5 = 1.0 / 120
  private static let s7 = -1.0 / 5040
  private static let v4 = -1.0 / 24
  private static let v6 = 1.0 / 720
  private static let v8 = -1.0 / 40320

  /// Sine of the anchor's latitude.
  let sine: Double
  private let latitude: Double
  private let cosine: Double
  private let ordinate: Double
  // Taylor coefficients of the authalic ordinate in the sine.
  private let c1, c2, c3, c4, c5: Double

  init(latitude: Double) {
    self.latitude = latitude
    let radians = latitude * WGS84.radiansPerDegree
    sine = Foundation.sin(radians)
    cosine = Foundation.cos(radians)
    ordinate = Self.ordinate(sine)
    // With D = 1 - e2 S2, the slope of the ordinate is b2 / D2 times (1 - at - bt2)^-2.
    let d = 1 - WGS84.e2 * sine * sine
    let b = WGS84.e2 / d
    let a = 2 * b * sine
    let a2 = a * a
    c1 = WGS84.b2 / (d * d)
    c2 = c1 * a
    c3 = c1 * (2 * b + 3 * a2) / 3
    c4 = c1 * (6 * b + 4 * a2) * a / 4
    c5 = c1 * (3 * b * b + 12 * a2 * b + 5 * a2 * a2) / 5
  }

  @inline(__always)
  func vertex(_ longitude: Double, _ latitude: Double) -> FlatRing.Vertex {
    let d = (latitude - self.latitude) * WGS84.radiansPerDegree
    guard abs(d) <= Self.reach else { return farVertex(longitude, latitude) }
    let d2 = d * d
    let sin: Double = d * (1 + d2 * (Self.s3 + d2 * (Self.s5 + d2 * Self.s7)))
    let versine: Double = d2 * (0.5 + d2 * (Self.v4 + d2 * (Self.v6 + d2 * Self.v8)))
    let t = cosine * sin - sine * versine
    let y: Double = t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * c5))))
    return FlatRing.Vertex(longitude: longitude, sine: t, ordinate: y)
  }

  @inline(never)
  private func farVertex(_ longitude: Double, _ latitude: Double) -> FlatRing.Vertex {
    let sine = Foundation.sin(latitude * WGS84.radiansPerDegree)
    return FlatRing.Vertex(
      longitude: longitude, sine: sine - self.sine, ordinate: Self.ordinate(sine) - ordinate)
  }

  /// The authalic ordinate, square metres: ground from the equator up, for a radian of longitude.
  private static func ordinate(_ sine: Double) -> Double {
    let w = WGS84.e2 * sine * sine
    var sum = 0.0
    for k in stride(from: 6, through: 0, by: -1) {
      sum = sum * w + Double(k + 1) / Double(2 * k + 1)
    }
    return WGS84.b2 * sine * sum
  }
}
