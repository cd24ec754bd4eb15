extension WKBReader {
  /// A line of any kind, its arcs drawn as chords: line string, circular string or compound curve.
  mutating func curve(_ kind: UInt32, _ dimensions: Int) throws(GeometryFault) -> [Position] {
    switch kind {
    case 2: return try line(dimensions)
    case 8: return try circularString(dimensions)
    case 9: return try compoundCurve()
    default: throw GeometryFault("\(Self.name(kind)) stands where a line belongs")
    }
  }

  private mutating func circularString(_ dimensions: Int) throws(GeometryFault) -> [Position] {
    let points = try line(dimensions)
    guard points.count != 1, points.count != 2, points.isEmpty || points.count % 2 == 1 else {
      throw GeometryFault("a circular string has \(points.count) points: arcs need three each")
    }
    guard var last = points.first else { return [] }
    var vertices = [last]
    for place in stride(from: 2, to: points.count, by: 2) {
      let arc = CircularArc(start: last, middle: points[place - 1], end: points[place])
      vertices += arc.vertices(&remarks)
      last = points[place]
    }
    return vertices
  }

  private mutating func compoundCurve() throws(GeometryFault) -> [Position] {
    var vertices: [Position] = []
    for _ in 0..<(try count(smallest: 9)) {
      let (kind, dimensions) = try header()
      guard kind == 2 || kind == 8 else {
        throw GeometryFault("a compound curve holds \(Self.name(kind))")
      }
      let piece = try curve(kind, dimensions)
      guard let first = piece.first else { continue }
      guard vertices.last == nil || vertices.last == first else {
        throw GeometryFault("the pieces of a compound curve do not meet")
      }
      vertices += vertices.isEmpty ? piece[...] : piece.dropFirst()
    }
    return vertices
  }

  /// A polygon whose rings may have arcs.
  mutating func curvePolygon() throws(GeometryFault) -> Geometry {
    var rings: [[Position]] = []
    for _ in 0..<(try count(smallest: 9)) {
      let (kind, dimensions) = try header()
      let ring = try curve(kind, dimensions)
      guard ring.count > 3, ring.first == ring.last else {
        throw GeometryFault("a ring of a curve polygon is not closed")
      }
      rings.append(ring)
    }
    return rings.isEmpty ? .empty : .polygons(MultiPolygon(rings: rings))
  }
}
