public import GeometryValues

/// Few large polygons in a plane, such as districts: their edges near a box, and who holds a point.
public struct BorderIndex: Sendable {
  private static let runLength = 16

  private struct Run {
    var polygon: Int32
    /// The first vertex of the run; its edges end with the vertex after its last edge.
    var first: Int32
    var edges: Int32
  }

  private var coordinates: [Double] = []
  private var runs: [Run] = []
  private let index: GroundIndex
  private let count: Int

  /// Indexes polygons in plane coordinates.
  public init(_ polygons: [MultiPolygon]) {
    var boxes: [Envelope] = []
    for (number, polygon) in polygons.enumerated() {
      let start = coordinates.count / 2
      coordinates += polygon.coordinates
      for ring in 0..<polygon.ringCount {
        let vertices = polygon.vertices(ofRing: ring)
        for first in stride(
          from: vertices.lowerBound, to: vertices.upperBound - 1, by: Self.runLength)
        {
          let edges = min(Self.runLength, vertices.upperBound - 1 - first)
          var box = Envelope()
          for place in first...first + edges {
            let vertex = polygon.vertex(place)
            box.add(x: vertex.x, y: vertex.y)
          }
          boxes.append(box)
          runs.append(
            Run(polygon: Int32(number), first: Int32(start + first), edges: Int32(edges)))
        }
      }
    }
    index = GroundIndex(boxes)
    count = polygons.count
  }

  /// Calls `body` with every edge whose box shares a point with a box.
  public func forEachEdge(
    meeting box: Envelope, _ body: (_ start: Position, _ end: Position) -> Void
  ) {
    index.forEach(meeting: box) { run in
      forEachEdge(of: runs[run]) { start, end in
        if min(start.x, end.x) <= box.maxX, max(start.x, end.x) >= box.minX,
          min(start.y, end.y) <= box.maxY, max(start.y, end.y) >= box.minY
        {
          body(start, end)
        }
      }
    }
  }

  /// The first polygon, in the caller's order, that holds the point by the even-odd rule; else -1.
  public func first(holding point: Position) -> Int {
    var isInside: [Int32: Bool] = [:]
    let ray = Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: .infinity)
    index.forEach(meeting: ray) { run in
      forEachEdge(of: runs[run]) { a, b in
        guard (a.x > point.x) != (b.x > point.x) else { return }
        if point.y < a.y + (point.x - a.x) / (b.x - a.x) * (b.y - a.y) {
          isInside[runs[run].polygon, default: false].toggle()
        }
      }
    }
    return isInside.filter(\.value).keys.min().map { Int($0) } ?? -1
  }

  @inline(__always)
  private func forEachEdge(of run: Run, _ body: (Position, Position) -> Void) {
    for place in Int(run.first)..<Int(run.first + run.edges) {
      body(
        Position(x: coordinates[2 * place], y: coordinates[2 * place + 1]),
        Position(x: coordinates[2 * place + 2], y: coordinates[2 * place + 3]))
    }
  }
}
