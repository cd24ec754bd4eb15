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

  /// Takes the buffers as they are: rings closed, ends ascending and the last ones whole.
  public init(coordinates: [Double], ringEnds: [Int], polygonEnds: [Int]) {
    precondition(ringEnds.last ?? 0 == coordinates.count / 2)
    precondition(polygonEnds.last ?? 0 == ringEnds.count)
    self.coordinates = coordinates
    self.ringEnds = ringEnds
    self.polygonEnds = polygonEnds
  }

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

  /// Adds vertices to the ring under construction: x, y of each as doubles of this machine.
  ///
  /// - Returns: whether all are finite numbers; none is added otherwise.
  mutating func append(vertices bytes: UnsafeRawBufferPointer) -> Bool {
    let (before, count) = (coordinates.count, bytes.count / 8)
    coordinates.append(contentsOf: repeatElement(0, count: count))
    // A sum of noughts and products with nought is nought unless one factor is not finite.
    var sum = 0.0
    coordinates.withUnsafeMutableBytes { memory in
      let target = UnsafeMutableRawBufferPointer(rebasing: memory[(8 * before)...])
      target.copyMemory(from: bytes)
      for number in target.bindMemory(to: Double.self) { sum += number * 0 }
    }
    if sum == 0 { return true }
    coordinates.removeLast(count)
    return false
  }

  /// Ends the ring under construction, closing it if it is open.
  ///
  /// - Returns: whether it was open.
  mutating func closeRing() -> Bool {
    let start = 2 * (ringEnds.last ?? 0)
    let end = coordinates.count
    let isOpen =
      end > start
      && (coordinates[start] != coordinates[end - 2]
        || coordinates[start + 1] != coordinates[end - 1])
    if isOpen { append(x: coordinates[start], y: coordinates[start + 1]) }
    endRing()
    return isOpen
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
    coordinates.withUnsafeBufferPointer { coordinates in
      var box = Envelope()
      for index in stride(from: 0, to: coordinates.count, by: 2) {
        box.add(x: coordinates[index], y: coordinates[index + 1])
      }
      return box
    }
  }

  /// The same rings with every coordinate replaced; the count must stay the same.
  public func replacingCoordinates(_ replacement: [Double]) -> MultiPolygon {
    precondition(replacement.count == coordinates.count)
    var copy = self
    copy.coordinates = replacement
    return copy
  }
}
