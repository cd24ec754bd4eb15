extension MultiPolygon {
  /// Whether two geometries are one, drawn with other rounding: the same rings with the same
  /// number of vertices, each no farther from its like than the tolerance in x and in y.
  ///
  /// A ring may begin at another vertex or run the other way, and polygons may stand in another
  /// order. Rings that double vertices or leave any out are not alike.
  public func isAlike(_ other: MultiPolygon, within tolerance: Double) -> Bool {
    guard vertexCount == other.vertexCount, ringCount == other.ringCount,
      polygonCount == other.polygonCount
    else { return false }
    var left = Array(0..<other.polygonCount)
    for polygon in 0..<polygonCount {
      let match = left.firstIndex { isAlike(polygon, other, $0, tolerance) }
      guard let match else { return false }
      left.remove(at: match)
    }
    return true
  }

  private func isAlike(
    _ polygon: Int, _ other: MultiPolygon, _ counterpart: Int, _ tolerance: Double
  ) -> Bool {
    let (rings, others) = (rings(ofPolygon: polygon), other.rings(ofPolygon: counterpart))
    guard rings.count == others.count,
      isAlike(ring: rings.lowerBound, other, others.lowerBound, tolerance)
    else { return false }
    var left = Array(others.dropFirst())
    for ring in rings.dropFirst() {
      let match = left.firstIndex { isAlike(ring: ring, other, $0, tolerance) }
      guard let match else { return false }
      left.remove(at: match)
    }
    return true
  }

  private func isAlike(
    ring: Int, _ other: MultiPolygon, _ counterpart: Int, _ tolerance: Double
  ) -> Bool {
    // The closing vertex says nothing that the first one does not.
    let (own, theirs) = (
      vertices(ofRing: ring).dropLast(), other.vertices(ofRing: counterpart).dropLast()
    )
    guard own.count == theirs.count, let first = own.first else { return own.isEmpty }
    let count = own.count
    func isNear(_ step: Int, _ place: Int) -> Bool {
      let (a, b) = (2 * (first + step), 2 * (theirs.startIndex + place))
      return abs(coordinates[a] - other.coordinates[b]) <= tolerance
        && abs(coordinates[a + 1] - other.coordinates[b + 1]) <= tolerance
    }
    return (0..<count).contains { start in
      guard isNear(0, start) else { return false }
      return (1..<max(count, 1)).allSatisfy { isNear($0, (start + $0) % count) }
        || (1..<max(count, 1)).allSatisfy { isNear($0, (start - $0 + count) % count) }
    }
  }
}
