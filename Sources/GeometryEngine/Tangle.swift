public import GeometryValues

/// How often the edges of a drawing cross each other, roughly.
public enum Tangle {
  /// Edges that are held against all others; one in so many where there are more.
  private static let sample = 256

  /// An estimate of the pairs of edges that cross, from a sample of the edges.
  ///
  /// It is exact for up to 256 edges and takes the time of 256 looks at every edge otherwise. Edges
  /// are straight in the coordinates they are given in; those that share an end don't cross.
  public static func crossings(of polygons: MultiPolygon) -> Int {
    let edges = edges(of: polygons)
    let step = max(1, edges.count / sample)
    var found = 0
    for index in stride(from: 0, to: edges.count, by: step) {
      for other in edges where cross(edges[index], other) { found += 1 }
    }
    return found * step / 2
  }

  private typealias Edge = (start: Position, end: Position)

  private static func edges(of polygons: MultiPolygon) -> [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(polygons.vertexCount)
    for polygon in 0..<polygons.polygonCount {
      for ring in polygons.rings(ofPolygon: polygon) {
        let places = polygons.vertices(ofRing: ring).map(polygons.vertex)
        for (start, end) in zip(places, places.dropFirst()) { edges.append((start, end)) }
      }
    }
    return edges
  }

  /// Whether each edge has the ends of the other on different sides.
  @inline(__always)
  private static func cross(_ one: Edge, _ other: Edge) -> Bool {
    side(one, other.start) * side(one, other.end) < 0
      && side(other, one.start) * side(other, one.end) < 0
  }

  @inline(__always)
  private static func side(_ edge: Edge, _ point: Position) -> Double {
    let along = (edge.end.x - edge.start.x) * (point.y - edge.start.y)
    let across = (edge.end.y - edge.start.y) * (point.x - edge.start.x)
    return along > across ? 1 : along < across ? -1 : 0
  }
}
