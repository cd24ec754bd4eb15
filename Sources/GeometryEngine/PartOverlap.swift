public import GeometryValues

/// How far the parts of one record overlap each other.
///
/// Areas in square metres on the WGS 84 ellipsoid; the union is made of longitude and latitude.
public struct PartOverlap: Hashable, Sendable {
  /// What the parts add up to beyond the ground they hold.
  public var area: Double
  /// Whether one of the parts is there twice, whatever vertex it begins with.
  public var hasTwins: Bool

  /// Compares the parts of a record; nil where there is one part alone, or a part is not valid.
  public static func of(_ polygon: MultiPolygon, _ context: GEOSContext) -> PartOverlap? {
    guard polygon.polygonCount > 1 else { return nil }
    let parts = (0..<polygon.polygonCount).map { polygon.part($0) }
    guard let areValid = try? parts.allSatisfy({ try Validity.check($0, context) == nil }),
      areValid, let overlay = try? GroundOverlay(), let union = try? overlay.union(parts)
    else { return nil }
    let sum = parts.reduce(0) { $0 + abs(GeodesicArea.squareMetres(of: $1)) }
    let overlap = sum - abs(GeodesicArea.squareMetres(of: union))
    guard overlap > 1e-4 else { return nil }
    let prints = parts.map { ShapeScan.facts(of: $0).fingerprint }
    return PartOverlap(area: overlap, hasTwins: Set(prints).count < prints.count)
  }
}

extension MultiPolygon {
  /// One of the polygons with its holes.
  fileprivate func part(_ polygon: Int) -> MultiPolygon {
    MultiPolygon(rings: rings(ofPolygon: polygon).map { vertices(ofRing: $0).map(vertex) })
  }
}
