/// What happens where a ring goes from one edge to the next.
///
/// Between the two the ring may run upright: then their heights differ, and the edge changes places
/// with all that the upright piece passes.
extension GroundSweep {
  /// Passes the vertex at the end of an edge.
  @inline(__always)
  mutating func turn(_ first: Int32, at x: Double) {
    turn(first, edge(first).pointee.successor, at: x)
  }

  @inline(__always)
  mutating func turn(_ first: Int32, _ second: Int32, at x: Double) {
    beginNode()
    let firstEnds = edge(first).pointee.x1 == x
    let secondEnds = edge(second).pointee.x1 == x
    if firstEnds != secondEnds {
      goOn(from: firstEnds ? first : second, to: firstEnds ? second : first, at: x)
    } else if firstEnds {
      finish(first, second, at: x)
    } else {
      begin(first, second, at: x)
    }
  }

  @inline(__always)
  private mutating func goOn(from ending: Int32, to number: Int32, at x: Double) {
    let y = edge(ending).pointee.y1
    let new = edge(number)
    if isFolding {
      replace(ending, by: number)
      carry(from: ending, to: number, x: x, y: y)
    } else {
      settle(ending, x: x, y: y)
      replace(ending, by: number)
      new.pointee.px = x
      new.pointee.py = new.pointee.y0
    }
    if new.pointee.y0 != y { spread(number, at: x) }
    test(new.pointee.previous, number, at: x)
    test(number, new.pointee.next, at: x)
  }

  private mutating func begin(_ first: Int32, _ second: Int32, at x: Double) {
    let isUpwards = rises(second, over: first)
    let lower = isUpwards ? first : second
    let upper = isUpwards ? second : first
    let next = firstEdge(from: edge(lower).pointee.y0, at: x)
    let ground = edge(edge(next).pointee.previous).pointee.above
    link(lower, before: next)
    link(upper, before: next)
    let inside = start(lower, above: ground, x: x, y: edge(lower).pointee.y0)
    _ = start(upper, above: inside, x: x, y: edge(upper).pointee.y0)
    if edge(upper).pointee.y0 != edge(lower).pointee.y0 { spread(upper, at: x) }
    test(edge(lower).pointee.previous, lower, at: x)
    test(lower, edge(lower).pointee.next, at: x)
    if edge(lower).pointee.next != upper { test(edge(upper).pointee.previous, upper, at: x) }
    test(upper, edge(upper).pointee.next, at: x)
  }

  /// Whether an edge lies above another that begins at the same x.
  @inline(__always)
  func rises(_ number: Int32, over other: Int32) -> Bool {
    let a = edge(number)
    let b = edge(other)
    if a.pointee.y0 != b.pointee.y0 { return a.pointee.y0 > b.pointee.y0 }
    return a.pointee.slope > b.pointee.slope
  }

  private mutating func finish(_ first: Int32, _ second: Int32, at x: Double) {
    if edge(first).pointee.next != second, edge(second).pointee.next != first {
      gather(second, to: first, first, at: x)
    }
    let isUpwards = edge(first).pointee.next == second
    let lower = isUpwards ? first : second
    let upper = isUpwards ? second : first
    settle(lower, x: x, y: edge(lower).pointee.y1)
    settle(upper, x: x, y: edge(upper).pointee.y1)
    let below = edge(lower).pointee.previous
    let above = edge(upper).pointee.next
    unlink(lower)
    unlink(upper)
    test(below, above, at: x)
  }

  /// Lets an edge that ends at x change places until it is next to others that end there.
  mutating func gather(_ number: Int32, to lowest: Int32, _ highest: Int32, at x: Double) {
    var up = edge(highest).pointee.next
    var down = edge(lowest).pointee.previous
    while up != number, down != number {
      precondition(up != Self.sky || down != Self.floor, "an edge ends that never began")
      if up != Self.sky { up = edge(up).pointee.next }
      if down != Self.floor { down = edge(down).pointee.previous }
    }
    let y = edge(number).pointee.y1
    if up == number {
      let above = edge(number).pointee.next
      while edge(highest).pointee.next != number {
        let passed = edge(number).pointee.previous
        exchange(passed, number, x: x, edge(passed).pointee.heightOrEnd(at: x), y)
      }
      test(edge(above).pointee.previous, above, at: x)
    } else {
      let below = edge(number).pointee.previous
      while edge(number).pointee.next != lowest {
        let passed = edge(number).pointee.next
        exchange(number, passed, x: x, y, edge(passed).pointee.heightOrEnd(at: x))
      }
      test(below, edge(below).pointee.next, at: x)
    }
  }

  /// Lets an edge that begins at x change places until it is at its height.
  mutating func spread(_ number: Int32, at x: Double) {
    let y = edge(number).pointee.y0
    let below = edge(number).pointee.previous
    let above = edge(number).pointee.next
    while true {
      let passed = edge(number).pointee.next
      let height = edge(passed).pointee.heightOrEnd(at: x)
      guard height < y else { break }
      exchange(number, passed, x: x, y, height)
    }
    while true {
      let passed = edge(number).pointee.previous
      let height = edge(passed).pointee.heightOrEnd(at: x)
      guard height > y else { break }
      exchange(passed, number, x: x, height, y)
    }
    if edge(below).pointee.next != number { test(below, edge(below).pointee.next, at: x) }
    if edge(above).pointee.previous != number {
      test(edge(above).pointee.previous, above, at: x)
    }
  }
}
