/// Polygons of one record, flat: every vertex in one buffer, with the ends of rings and polygons.
///
/// The layout is GeoArrow's. Rings are closed (the last vertex repeats the first) and the first
/// ring of a polygon is its outer one; their direction is kept as it came.
public struct MultiPolygon: Hashable, Sendable {
  /// x, y of every vertex, ring after ring.
  public private(set) var coordinates: [Double] = []
  /// For each ring, the index after its last vertex.
  public private(set) var ringEnds: [Int] = []
  /// For each polygon, the index after its last ring.
  public private(set) var polygonEnds: [Int] = []

  /// Makes a geometry without any polygon.
  public init() {}

  /// Makes one polygon of its rings, closing any that is open.
  public init(rings: [[Position]]) {
    append(rings: rings)
  }

  /// Whether there is no vertex at all.
  public var isEmpty: Bool { coordinates.isEmpty }
  /// The number of vertices, closing ones included.
  public var vertexCount: Int { coordinates.count / 2 }
  /// The number of rings of all polygons, holes included.
  public var ringCount: Int { ringEnds.count }
  /// The number of outer rings that were ended, each with its holes.
  public var polygonCount: Int { polygonEnds.count }

  /// The vertex at an index that counts through all rings.
  public func vertex(_ index: Int) -> Position {
    Position(x: coordinates[2 * index], y: coordinates[2 * index + 1])
  }

  /// The vertex indexes of a ring, its closing vertex included.
  public func vertices(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
  }

  /// The ring indexes of a polygon, the outer one first.
  public func rings(ofPolygon polygon: Int) -> Range<Int> {
    (polygon == 0 ? 0 : polygonEnds[polygon - 1])..<polygonEnds[polygon]
  }

  /// Adds one polygon, its outer ring first, closing any ring that is open and leaving out empty
  /// ones.
  public mutating func append(rings: [[Position]]) {
    for ring in rings where !ring.isEmpty {
      for position in ring { append(x: position.x, y: position.y) }
      if let first = ring.first, let last = ring.last, first != last {
        append(x: first.x, y: first.y)
      }
      endRing()
    }
    endPolygon()
  }

  /// Adds a vertex to the ring under construction.
  public mutating func append(x: Double, y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Ends the ring under construction; the caller has closed it.
  public mutating func endRing() {
    if vertexCount > (ringEnds.last ?? 0) { ringEnds.append(vertexCount) }
  }

  /// Ends the polygon under construction.
  public mutating func endPolygon() {
    if ringCount > (polygonEnds.last ?? 0) { polygonEnds.append(ringCount) }
  }

  /// Adds all polygons of another geometry after those here; they are not merged.
  public mutating func append(_ other: MultiPolygon) {
    let vertices = vertexCount
    let rings = ringCount
    coordinates += other.coordinates
    ringEnds += other.ringEnds.map { $0 + vertices }
    polygonEnds += other.polygonEnds.map { $0 + rings }
  }

  /// The box around all vertices, worked out anew each time.
  public var envelope: Envelope {
    var box = Envelope()
    for index in 0..<vertexCount {
      box.add(x: coordinates[2 * index], y: coordinates[2 * index + 1])
    }
    return box
  }

  /// The same rings with every coordinate replaced; the count must stay the same.
  public func replacingCoordinates(_ replacement: [Double]) -> MultiPolygon {
    precondition(replacement.count == coordinates.count)
    var copy = self
    copy.coordinates = replacement
    return copy
  }
}
