/// The ground under a geodesic edge to first order in its curvature.
///
/// In longitude x and authalic ordinate Y the metric is dY2 / G + G dx2, so a geodesic bends by
/// Y'' = -S (G + 3 Y'2 / G); the trapezoid under the chord lacks h3 Y'' / 12.
enum FirstOrder {
  /// Longest edge, metres, that keeps the relative error under 1e-9.
  static let longestEdge = 10_000.0
  /// The same, metres, for the edge times the tangent of the latitude.
  static let longestBend = 12_000.0

  /// Ground between an edge and the anchor's parallel, square metres, and the length squared.
  @inline(__always)
  static func edge(
    _ h: Double, _ from: FlatRing.Vertex, _ to: FlatRing.Vertex, _ anchor: Anchor
  ) -> (Double, Double) {
    let s = anchor.sine + (from.sine + to.sine) / 2
    let s2 = s * s
    let rest = 1 - WGS84.e2 * s2
    let square = WGS84.a2 * (1 - s2)
    let p = to.ordinate - from.ordinate
    let across = square / rest * h * h
    let along = rest / square * p * p
    let bend: Double = s * (1.0 / 12) * (across + 3 * along)
    let under: Double = h * ((from.ordinate + to.ordinate) * 0.5 + bend)
    return (under, across + along)
  }
}
