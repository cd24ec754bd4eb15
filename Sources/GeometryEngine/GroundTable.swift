public import GeometryValues

/// Many polygons in one plane, flat: 16 bytes a vertex and little else.
///
/// Coordinates are metres in an equal-area plane. Long rings carry an index over runs of their
/// vertices, so that the few edges near a record are found in a border of many thousands.
public struct GroundTable: Sendable {
  /// x, y of every vertex, ring after ring, polygon after polygon.
  private(set) var vertices: [Double] = []
  /// For each ring, the vertex after its last one.
  private(set) var ringEnds: [Int32] = []
  /// For each ring, whether it is the outer ring of a part.
  private var isOuter: [Bool] = []
  /// For each polygon, the ring after its last one.
  private(set) var polygonEnds: [Int32] = []
  private(set) var runs = RingRuns()
  /// The box around each polygon, plane metres; empty for a polygon without vertices.
  public private(set) var envelopes: [Envelope] = []

  /// Makes an empty table.
  public init() {}

  /// How many polygons were added; their numbers run from 0.
  public var count: Int { envelopes.count }

  /// How many vertices all polygons have, closing ones included.
  public var vertexCount: Int { vertices.count / 2 }

  /// Makes room for polygons that are about to be added.
  public mutating func reserve(polygons: Int, vertices count: Int) {
    vertices.reserveCapacity(2 * count)
    ringEnds.reserveCapacity(polygons)
    isOuter.reserveCapacity(polygons)
    polygonEnds.reserveCapacity(polygons)
    envelopes.reserveCapacity(polygons)
  }

  /// Adds a polygon in plane coordinates (metres), perhaps empty, and gives it the next number.
  public mutating func append(_ polygons: MultiPolygon) {
    append(polygons, placedAt: polygons.coordinates)
  }

  /// Adds a polygon that has its vertices elsewhere than it says.
  mutating func append(_ polygons: MultiPolygon, placedAt coordinates: [Double]) {
    for polygon in 0..<polygons.polygonCount {
      let rings = polygons.rings(ofPolygon: polygon)
      for ring in rings {
        let range = polygons.vertices(ofRing: ring)
        let start = vertices.count
        vertices.append(contentsOf: coordinates[2 * range.lowerBound..<2 * range.upperBound])
        close(from: start)
        endRing(isOuter: ring == rings.lowerBound)
      }
    }
    endPolygon()
  }

  /// Adds all polygons of another table after those here.
  public mutating func append(_ other: GroundTable) {
    let vertexOffset = Int32(vertices.count / 2)
    let ringOffset = Int32(ringEnds.count)
    vertices += other.vertices
    ringEnds += other.ringEnds.lazy.map { $0 + vertexOffset }
    isOuter += other.isOuter
    polygonEnds += other.polygonEnds.lazy.map { $0 + ringOffset }
    envelopes += other.envelopes
    runs.append(other.runs, ringOffset: ringOffset)
  }

  /// The polygon of a number as a value, with its parts and holes.
  public func polygon(_ number: Int) -> MultiPolygon {
    var polygons = MultiPolygon()
    for ring in rings(of: number) {
      if isOuter[ring] { polygons.endPolygon() }
      for vertex in vertices(ofRing: ring) {
        polygons.append(x: vertices[2 * vertex], y: vertices[2 * vertex + 1])
      }
      polygons.endRing()
    }
    polygons.endPolygon()
    return polygons
  }

  /// How many of the layers lie over a spot of a footprint's box on average, by their boxes.
  public func depth(of layers: [Int32], over footprint: [Int32]) -> Double {
    var box = Envelope()
    for ground in footprint { box.add(envelopes[Int(ground)]) }
    let area = (box.maxX - box.minX) * (box.maxY - box.minY)
    guard area > 0 else { return 0 }
    var covered = 0.0
    for layer in layers {
      let other = envelopes[Int(layer)]
      let width = min(box.maxX, other.maxX) - max(box.minX, other.minX)
      let height = min(box.maxY, other.maxY) - max(box.minY, other.minY)
      if width > 0, height > 0 { covered += width * height }
    }
    return covered / area
  }

  /// Whether two polygons have the very same vertices, ring by ring.
  public func isSame(_ first: Int, _ second: Int) -> Bool {
    let a = rings(of: first)
    let b = rings(of: second)
    return a.count == b.count
      && zip(a, b).allSatisfy { one, other in
        let left = vertices(ofRing: one)
        let right = vertices(ofRing: other)
        return isOuter[one] == isOuter[other] && left.count == right.count
          && vertices[2 * left.lowerBound..<2 * left.upperBound]
            == vertices[2 * right.lowerBound..<2 * right.upperBound]
      }
  }

  /// Repeats the first vertex of a ring where it was left open: the sweep counts on it.
  private mutating func close(from start: Int) {
    guard vertices.count > start else { return }
    let x = vertices[start]
    let y = vertices[start + 1]
    if vertices[vertices.count - 2] != x || vertices[vertices.count - 1] != y {
      vertices += [x, y]
    }
  }

  /// Ends the ring under construction, which is closed.
  private mutating func endRing(isOuter outer: Bool) {
    let end = Int32(vertices.count / 2)
    guard end > ringEnds.last ?? 0 else { return }
    let start = Int(ringEnds.last ?? 0)
    ringEnds.append(end)
    isOuter.append(outer)
    runs.add(ring: Int32(ringEnds.count - 1), vertices: start..<Int(end), in: vertices)
  }

  /// Ends the polygon under construction and gives it the next number.
  private mutating func endPolygon() {
    let firstRing = Int(polygonEnds.last ?? 0)
    let first = firstRing == 0 ? 0 : Int(ringEnds[firstRing - 1])
    polygonEnds.append(Int32(ringEnds.count))
    var box = Envelope()
    for vertex in first..<vertices.count / 2 {
      box.add(x: vertices[2 * vertex], y: vertices[2 * vertex + 1])
    }
    envelopes.append(box)
  }

  @inline(__always)
  func rings(of polygon: Int) -> Range<Int> {
    (polygon == 0 ? 0 : Int(polygonEnds[polygon - 1]))..<Int(polygonEnds[polygon])
  }

  @inline(__always)
  func vertices(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : Int(ringEnds[ring - 1]))..<Int(ringEnds[ring])
  }
}
