import GeometryValues

/// Boxes over runs of consecutive vertices of long rings, in levels, as a tree of each ring.
///
/// A run whose box lies wholly to one side of a record acts like one straight edge from its first
/// to its last vertex, so it need not be looked into.
struct RingRuns: Sendable {
  /// Rings with fewer edges are read whole.
  static let shortest = 64
  /// Edges in a run of the lowest level.
  static let leaf = 16
  /// Runs of one level in a run of the next.
  static let fanOut = 8

  /// The rings that have a tree, ascending.
  private var rings: [Int32] = []
  /// For each of them, where its boxes begin, counted in boxes.
  private var starts: [Int] = []
  /// minX, minY, maxX, maxY of each box, level after level, the leaves of a ring first.
  private(set) var boxes: [Double] = []

  /// Where the boxes of a ring begin, counted in boxes.
  func start(ofRing ring: Int) -> Int? {
    var low = 0
    var high = rings.count
    while low < high {
      let middle = (low + high) / 2
      if Int(rings[middle]) < ring { low = middle + 1 } else { high = middle }
    }
    return low < rings.count && Int(rings[low]) == ring ? starts[low] : nil
  }

  /// Builds the tree of a ring if it is long enough.
  mutating func add(ring: Int32, vertices: Range<Int>, in coordinates: [Double]) {
    let edges = vertices.count - 1
    guard edges > Self.shortest else { return }
    rings.append(ring)
    starts.append(boxes.count / 4)
    var level = boxes.count / 4
    for first in stride(from: 0, to: edges, by: Self.leaf) {
      var box = Envelope()
      for edge in first...min(first + Self.leaf, edges) {
        let vertex = vertices.lowerBound + edge
        box.add(x: coordinates[2 * vertex], y: coordinates[2 * vertex + 1])
      }
      append(box)
    }
    while boxes.count / 4 - level > 1 {
      let end = boxes.count / 4
      for first in stride(from: level, to: end, by: Self.fanOut) {
        var box = Envelope()
        for child in first..<min(first + Self.fanOut, end) {
          box.add(x: boxes[4 * child], y: boxes[4 * child + 1])
          box.add(x: boxes[4 * child + 2], y: boxes[4 * child + 3])
        }
        append(box)
      }
      level = end
    }
  }

  mutating func append(_ other: RingRuns, ringOffset: Int32) {
    let offset = boxes.count / 4
    rings += other.rings.lazy.map { $0 + ringOffset }
    starts += other.starts.lazy.map { $0 + offset }
    boxes += other.boxes
  }

  private mutating func append(_ box: Envelope) {
    boxes.append(box.minX)
    boxes.append(box.minY)
    boxes.append(box.maxX)
    boxes.append(box.maxY)
  }
}
