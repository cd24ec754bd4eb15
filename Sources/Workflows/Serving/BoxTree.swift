import GeometryValues

/// A packed R-tree over the boxes of numbered things: made once, never changed.
struct BoxTree: Sendable {
  private static let fanOut = 16

  private struct Node: Sendable {
    var box: Envelope
    /// Of an item its number, of a node the place of its first child.
    var first: Int32
    var count: Int32
  }

  /// Items first, level by level above them; the last node is the root.
  private var nodes: [Node] = []
  private let items: Int
  /// The box around everything.
  let extent: Envelope

  /// - Parameter boxes: an empty one is never found.
  init(_ boxes: [Envelope]) {
    var whole = Envelope()
    var level: [Node] = []
    for (number, box) in boxes.enumerated() where !box.isEmpty {
      whole.add(box)
      level.append(Node(box: box, first: Int32(number), count: 0))
    }
    extent = whole
    items = level.count
    Self.sort(&level)
    while true {
      let start = nodes.count
      nodes += level
      if level.count <= 1 { return }
      let below = level
      level = stride(from: 0, to: below.count, by: Self.fanOut).map { first in
        let children = below[first..<min(first + Self.fanOut, below.count)]
        var box = Envelope()
        for child in children { box.add(child.box) }
        return Node(box: box, first: Int32(start + first), count: Int32(children.count))
      }
    }
  }

  /// Sorted into slices by longitude and within them by latitude, so that neighbours share nodes.
  private static func sort(_ level: inout [Node]) {
    let leaves = (level.count + fanOut - 1) / fanOut
    let slices = max(1, Int(Double(leaves).squareRoot().rounded(.up)))
    let width = slices * fanOut
    level.sort { $0.box.minX + $0.box.maxX < $1.box.minX + $1.box.maxX }
    for start in stride(from: 0, to: level.count, by: width) {
      level[start..<min(start + width, level.count)].sort {
        $0.box.minY + $0.box.maxY < $1.box.minY + $1.box.maxY
      }
    }
  }

  /// Calls the argument with the number of each item whose box meets another.
  func forEach(meeting box: Envelope, _ visit: (Int) -> Void) {
    guard !nodes.isEmpty else { return }
    var open = [nodes.count - 1]
    while let place = open.popLast() {
      let node = nodes[place]
      guard node.box.meets(box) else { continue }
      if place < items {
        visit(Int(node.first))
      } else {
        open += (0..<Int(node.count)).map { Int(node.first) + $0 }
      }
    }
  }
}
