public import GeometryValues

/// A packed, unchanging R-tree over envelopes: which of many records may meet this one.
///
/// Leaves stand in Hilbert order, so the same envelopes always give the same tree and the same
/// order of answers, whatever the machine. Empty envelopes are left out. Boxes are compared as
/// they are: a record that crosses the antimeridian needs the box its caller chooses.
public struct GroundIndex: Sendable {
  private static let fanOut = 16

  /// Boxes of all levels, leaves first: minX, minY, maxX, maxY of each.
  private var boxes: [Double] = []
  /// The place in the caller's array of every leaf.
  private var records: [Int32] = []
  /// Where each level begins in `boxes`, counted in boxes; the root's level comes last.
  private var levels: [Int] = []

  /// Builds the index; answers are places in `envelopes`.
  public init(_ envelopes: [Envelope]) {
    let held = envelopes.indices.filter { envelopes[$0].isUsable }
    guard !held.isEmpty else { return }
    var whole = Envelope()
    for record in held { whole.add(envelopes[record]) }
    let curve = HilbertCurve(over: whole)
    let keyed = held.map { (key: curve.place(of: envelopes[$0]), record: $0) }.sorted {
      ($0.key, $0.record) < ($1.key, $1.record)
    }
    records = keyed.map { Int32($0.record) }
    levels = [0]
    boxes.reserveCapacity(held.count * 5)
    for leaf in keyed { append(envelopes[leaf.record]) }
    addParents()
  }

  /// How many envelopes can be found.
  public var count: Int { records.count }

  /// Calls `body` with the place of every envelope that shares a point with `envelope`.
  ///
  /// Each is given once, in an order that depends on the indexed envelopes alone.
  public func forEach(meeting envelope: Envelope, _ body: (Int) -> Void) {
    guard let root = levels.last, envelope.isUsable else { return }
    boxes.withUnsafeBufferPointer { boxes in
      visit(root, level: levels.count - 1, boxes, envelope, body)
    }
  }

  /// Calls `body` with the place of every envelope, those near each other in sequence.
  public func forEachInOrder(_ body: (Int) -> Void) {
    for record in records { body(Int(record)) }
  }

  private func visit(
    _ node: Int, level: Int, _ boxes: UnsafeBufferPointer<Double>, _ sought: Envelope,
    _ body: (Int) -> Void
  ) {
    let box = 4 * node
    guard boxes[box] <= sought.maxX, sought.minX <= boxes[box + 2], boxes[box + 1] <= sought.maxY,
      sought.minY <= boxes[box + 3]
    else { return }
    guard level > 0 else { return body(Int(records[node])) }
    let first = levels[level - 1] + (node - levels[level]) * Self.fanOut
    for child in first..<min(first + Self.fanOut, levels[level]) {
      visit(child, level: level - 1, boxes, sought, body)
    }
  }

  private mutating func append(_ box: Envelope) {
    boxes.append(box.minX)
    boxes.append(box.minY)
    boxes.append(box.maxX)
    boxes.append(box.maxY)
  }

  private mutating func addParents() {
    var children = 0..<records.count
    while children.count > 1 {
      levels.append(children.upperBound)
      for first in stride(from: children.lowerBound, to: children.upperBound, by: Self.fanOut) {
        var parent = Envelope()
        for child in first..<min(first + Self.fanOut, children.upperBound) {
          parent.add(x: boxes[4 * child], y: boxes[4 * child + 1])
          parent.add(x: boxes[4 * child + 2], y: boxes[4 * child + 3])
        }
        append(parent)
      }
      children = children.upperBound..<boxes.count / 4
    }
  }
}

extension Envelope {
  /// Whether the box holds a point and every side is a number.
  fileprivate var isUsable: Bool { minX <= maxX && minY <= maxY }
}
