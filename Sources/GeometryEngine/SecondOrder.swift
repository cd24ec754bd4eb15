/// The ground under a geodesic edge to second order in its curvature, for edges of tens of km.
///
/// Y'' is taken at the middle of the geodesic instead of the chord and Y'''' is added; all is
/// kept multiplied by powers of the difference of longitude, so an edge along a meridian divides
/// by nothing.
enum SecondOrder {
  /// Longest edge, metres, that keeps the relative error under 1e-9.
  static let longestEdge = 100_000.0
  /// The same, metres, for the edge times the tangent of the latitude.
  static let longestBend = 150_000.0

  private static let inverseB2 = 1 / WGS84.b2

  /// Ground between an edge and the anchor's parallel, square metres, and the length squared.
  @inline(__always)
  static func edge(
    _ h: Double, _ from: FlatRing.Vertex, _ to: FlatRing.Vertex, _ anchor: Anchor
  ) -> (Double, Double) {
    let p = to.ordinate - from.ordinate
    let p2 = p * p
    let h2 = h * h
    let chord = anchor.sine + (from.sine + to.sine) * 0.5
    let chordRest = 1 - WGS84.e2 * chord * chord
    // The sine at the middle ordinate, which is not quite the middle of the sines.
    let s =
      chord + chord * chordRest * chordRest * chordRest * p2
      * (WGS84.e2 / 2 * inverseB2 * inverseB2)
    let s2 = s * s
    let rest = 1 - WGS84.e2 * s2
    let k = rest * rest * inverseB2
    let square = WGS84.a2 * (1 - s2)
    let g = square / rest
    let inverseG = rest / square
    let along = p2 * inverseG
    let q = along * inverseG
    let across = g * h2

    let bend = -s * (across + 3 * along)
    let byY: Double = 2 * s2 * (h2 - 3 * q) - k * (across + 3 * along)
    let byPP: Double = -6 * s * inverseG
    let byP = byPP * p
    let byYY: Double = 6 * k * s * (h2 - 3 * q) - 24 * s * s2 * q * inverseG
    let byYP: Double = -6 * p * inverseG * (k + 2 * s2 * inverseG)
    let third = byY * p + byP * bend
    let fourth: Double =
      byYY * p2 + 2 * byYP * p * bend + byPP * bend * bend + byY * bend + byP * third
    let middleBend: Double = bend - byY * bend * 0.125 - byP * third * (1.0 / 24)
    let mean: Double =
      (from.ordinate + to.ordinate) * 0.5 - middleBend * (1.0 / 12) - fourth * (1.0 / 480)
    return (h * mean, across + along)
  }
}
