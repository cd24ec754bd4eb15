internal import GeometryValues

/// A quick proof that a ring crosses, touches and retraces itself nowhere.
///
/// The proof is one-sided: "simple" is certain, anything else is a doubt that GEOS has to settle.
/// A side of a line is believed only where the determinant exceeds the rounding error it can have
/// (J. R. Shewchuk, Adaptive precision floating-point arithmetic, 1997, error bound A).
struct RingProof {
  /// Rings up to so many edges are compared pair by pair.
  private static let fewEdges = 48
  /// Pairs looked at per edge, in groups, before a ring is left to GEOS.
  private static let mostGroupsPerEdge = 8

  private let vertices: UnsafePointer<Double>
  private let count: Int

  /// Whether a closed ring of finite coordinates is simple beyond doubt.
  static func isSimple(
    _ coordinates: UnsafeBufferPointer<Double>, _ ring: Range<Int>
  ) -> Bool {
    guard let base = coordinates.baseAddress, ring.count >= 4 else { return false }
    let proof = RingProof(vertices: base + 2 * ring.lowerBound, count: ring.count - 1)
    guard proof.hasPlainCorners else { return false }
    return proof.count <= fewEdges ? proof.isApartByPairs : proof.isApartByGroups
  }

  /// Whether each edge shares with the next one its end and nothing else.
  private var hasPlainCorners: Bool {
    for here in 0..<count {
      let before = here == 0 ? count - 1 : here - 1
      let (ax, ay) = (vertices[2 * before], vertices[2 * before + 1])
      let (bx, by) = (vertices[2 * here], vertices[2 * here + 1])
      let (cx, cy) = (vertices[2 * here + 2], vertices[2 * here + 3])
      // Edges on either side of a line through the corner can't meet elsewhere, straight or not.
      let goesOn =
        (ax < bx && bx < cx) || (ax > bx && bx > cx) || (ay < by && by < cy)
        || (ay > by && by > cy)
      if !goesOn, side(before, here, here + 1) == 0 { return false }
    }
    return true
  }

  private var isApartByPairs: Bool {
    for first in 0..<max(0, count - 2) {
      let (ax, ay) = (vertices[2 * first], vertices[2 * first + 1])
      let (bx, by) = (vertices[2 * first + 2], vertices[2 * first + 3])
      let (west, east) = ax < bx ? (ax, bx) : (bx, ax)
      let (south, north) = ay < by ? (ay, by) : (by, ay)
      // The last edge ends where the first begins.
      for second in (first + 2)..<(first == 0 ? count - 1 : count) {
        let (cx, cy) = (vertices[2 * second], vertices[2 * second + 1])
        let (dx, dy) = (vertices[2 * second + 2], vertices[2 * second + 3])
        let isBeside =
          (cx < west && dx < west) || (cx > east && dx > east) || (cy < south && dy < south)
          || (cy > north && dy > north)
        if !isBeside, !isApart(first, second) { return false }
      }
    }
    return true
  }

  /// The same by groups of edges that follow each other: only groups whose boxes meet are compared.
  private var isApartByGroups: Bool {
    let size = max(8, Int(Double(count).squareRoot() / 2))
    let groups = stride(from: 0, to: count, by: size).map { start in
      start..<min(start + size, count)
    }
    let boxes = groups.map(box)
    var left = count * size * Self.mostGroupsPerEdge
    for first in groups.indices {
      for second in first..<groups.count where boxes[first].meets(boxes[second]) {
        left -= groups[first].count * groups[second].count
        if left < 0 { return false }
        if !areApart(groups[first], groups[second], boxes[second]) { return false }
      }
    }
    return true
  }

  private func areApart(_ group: Range<Int>, _ later: Range<Int>, _ laterBox: Envelope) -> Bool {
    for first in group {
      let box = box(first..<first + 1)
      if !box.meets(laterBox) { continue }
      // Neighbours share a corner; the last edge is a neighbour of the first.
      let start = max(later.lowerBound, first + 2)
      let end = first == 0 ? min(later.upperBound, count - 1) : later.upperBound
      for second in start..<max(start, end) {
        let (cx, cy) = (vertices[2 * second], vertices[2 * second + 1])
        let (dx, dy) = (vertices[2 * second + 2], vertices[2 * second + 3])
        let isBeside =
          (cx < box.minX && dx < box.minX) || (cx > box.maxX && dx > box.maxX)
          || (cy < box.minY && dy < box.minY) || (cy > box.maxY && dy > box.maxY)
        if !isBeside, !isApart(first, second) { return false }
      }
    }
    return true
  }

  /// The box around some edges that follow each other.
  private func box(_ edges: Range<Int>) -> Envelope {
    var box = Envelope()
    for vertex in edges.lowerBound...edges.upperBound {
      box.add(x: vertices[2 * vertex], y: vertices[2 * vertex + 1])
    }
    return box
  }

  /// Whether one of two edges lies wholly on one side of the other's line.
  private func isApart(_ first: Int, _ second: Int) -> Bool {
    let start = side(first, first + 1, second)
    if start != 0, start == side(first, first + 1, second + 1) { return true }
    let other = side(second, second + 1, first)
    return other != 0 && other == side(second, second + 1, first + 1)
  }

  /// On which side of the line through two vertices a third lies: 1 left, -1 right, 0 in doubt.
  @inline(__always)
  private func side(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (cx, cy) = (vertices[2 * c], vertices[2 * c + 1])
    let left: Double = (vertices[2 * a] - cx) * (vertices[2 * b + 1] - cy)
    let right: Double = (vertices[2 * a + 1] - cy) * (vertices[2 * b] - cx)
    let determinant = left - right
    // The second term keeps clear of numbers so small that products of them lose their digits.
    let error: Double = 3.330669073875472e-16 * (abs(left) + abs(right)) + 1e-280
    if determinant > error { return 1 }
    return determinant < -error ? -1 : 0
  }
}
