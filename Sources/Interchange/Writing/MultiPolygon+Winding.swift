public import GeometryValues

extension MultiPolygon {
  /// The rings of one polygon as GeoJSON wants them: the outer one anticlockwise, holes the other
  /// way.
  public func woundRings(ofPolygon index: Int) -> [[Position]] {
    let rings = rings(ofPolygon: index)
    return rings.map { ring in
      let vertices = vertices(ofRing: ring).map(vertex)
      let runsRight = Self.isAnticlockwise(vertices) == (ring == rings.lowerBound)
      return runsRight ? vertices : vertices.reversed()
    }
  }

  /// Twice the signed area about the first vertex decides; a ring without area is left as it is.
  private static func isAnticlockwise(_ ring: [Position]) -> Bool {
    guard let origin = ring.first else { return true }
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum >= 0
  }
}
