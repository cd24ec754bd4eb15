internal import Foundation

/// The latitude on a sphere with the area of the WGS 84 ellipsoid, by its sine and cosine.
///
/// Snyder's q over 1 - e^2 is a series in the sine of the latitude, with the coefficients
/// e^2k (2k + 2) / (2k + 1); eight of them are exact to the last digit.
struct AuthalicLatitude {
  private let c0, c1, c2, c3, c4, c5, c6, c7: Double
  /// The sum of the series at the pole.
  let polar: Double

  init() {
    func coefficient(_ k: Double) -> Double { pow(WGS84.e2, k) * (2 * k + 2) / (2 * k + 1) }
    c0 = coefficient(0)
    c1 = coefficient(1)
    c2 = coefficient(2)
    c3 = coefficient(3)
    c4 = coefficient(4)
    c5 = coefficient(5)
    c6 = coefficient(6)
    c7 = coefficient(7)
    let upper = c4 + c5 + c6 + c7
    polar = c0 + c1 + c2 + c3 + upper
  }

  /// Sine and cosine for a latitude in degrees.
  @inline(__always)
  func angle(_ latitude: Double) -> (sine: Double, cosine: Double) {
    if abs(latitude) > 80 { return polarAngle(latitude) }
    let s = sin(latitude * WGS84.radiansPerDegree)
    let t = s * s
    let upper = c4 + t * (c5 + t * (c6 + t * c7))
    let sine = s * (c0 + t * (c1 + t * (c2 + t * (c3 + t * upper)))) / polar
    return (sine, ((1 - sine) * (1 + sine)).squareRoot())
  }

  /// The same near a pole, by the distance from it, where the sine is all but 1.
  private func polarAngle(_ latitude: Double) -> (sine: Double, cosine: Double) {
    let half = sin((90 - abs(latitude)) / 2 * WGS84.radiansPerDegree)
    let left = 2 * half * half
    let s = 1 - left
    let e = WGS84.e2.squareRoot()
    let narrow = (1 - WGS84.e2) * (1 - WGS84.e2 * s * s)
    let first = left * (1 + WGS84.e2 * s) / narrow
    let missing = (first + atanh(e * left / (1 - WGS84.e2 * s)) / e) / polar
    let sine = 1 - missing
    return (latitude < 0 ? -sine : sine, (missing * (1 + sine)).squareRoot())
  }
}
