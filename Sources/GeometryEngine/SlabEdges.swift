public import GeometryValues

/// The edges of many polygons in one plane, ready to be swept from left to right.
///
/// Each edge runs from its left to its right end; upright edges are left out, since no slab has
/// them inside. Within a polygon edges stand in order of their left end, in blocks that know how
/// far right they reach, so that the few edges near a record are found in a border of many.
public struct SlabEdges: Sendable {
  struct Edge {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
  }

  static let blockSize = 32

  private(set) var edges: [Edge] = []
  /// For each block of edges, the right-most end; blocks never span two polygons.
  private(set) var reach: [Double] = []
  private var edgeStarts: [Int] = [0]
  private var blockStarts: [Int] = [0]
  /// The box around each polygon in plane metres, upright edges included.
  public private(set) var envelopes: [Envelope] = []

  /// Makes an empty set, to which polygons are added.
  public init() {}

  /// How many polygons were added; their numbers run from 0.
  public var count: Int { envelopes.count }

  /// Adds a polygon in plane coordinates (metres) and gives it the next number.
  public mutating func append(_ polygons: MultiPolygon) {
    let start = edges.count
    var box = Envelope()
    for ring in 0..<polygons.ringCount {
      let vertices = polygons.vertices(ofRing: ring)
      guard var before = vertices.first.map(polygons.vertex) else { continue }
      for index in vertices.dropFirst() {
        let vertex = polygons.vertex(index)
        box.add(x: vertex.x, y: vertex.y)
        if before.x < vertex.x {
          edges.append(Edge(x0: before.x, y0: before.y, x1: vertex.x, y1: vertex.y))
        } else if before.x > vertex.x {
          edges.append(Edge(x0: vertex.x, y0: vertex.y, x1: before.x, y1: before.y))
        }
        before = vertex
      }
    }
    edges[start...].sort { $0.x0 < $1.x0 }
    for block in stride(from: start, to: edges.count, by: Self.blockSize) {
      let end = min(block + Self.blockSize, edges.count)
      reach.append(edges[block..<end].reduce(-Double.infinity) { max($0, $1.x1) })
    }
    edgeStarts.append(edges.count)
    blockStarts.append(reach.count)
    envelopes.append(box)
  }

  /// Calls `body` with each edge of a polygon that is inside an open range of x somewhere.
  @inline(__always)
  func forEachEdge(of polygon: Int, from left: Double, to right: Double, _ body: (Edge) -> Void) {
    let start = edgeStarts[polygon]
    let end = edgeStarts[polygon + 1]
    var block = blockStarts[polygon]
    var first = start
    while first < end {
      if edges[first].x0 >= right { return }
      let last = min(first + Self.blockSize, end)
      if reach[block] > left {
        for index in first..<last where edges[index].x1 > left && edges[index].x0 < right {
          body(edges[index])
        }
      }
      first = last
      block += 1
    }
  }
}
