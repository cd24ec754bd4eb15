/// The edges on the sweep line, linked from below.
extension GroundSweep {
  /// Puts an edge on the line just below another.
  @inline(__always)
  mutating func link(_ number: Int32, before upper: Int32) {
    let lower = edge(upper).pointee.previous
    edge(number).pointee.previous = lower
    edge(number).pointee.next = upper
    edge(lower).pointee.next = number
    edge(upper).pointee.previous = number
    blocks.link(number, after: lower, edges.base)
  }

  @inline(__always)
  mutating func unlink(_ number: Int32) {
    let lower = edge(number).pointee.previous
    let upper = edge(number).pointee.next
    blocks.unlink(number, edges.base)
    edge(lower).pointee.next = upper
    edge(upper).pointee.previous = lower
    edge(number).pointee.next = -1
  }

  /// Puts an edge in the place of one that ends, with the same ground on its sides.
  @inline(__always)
  mutating func replace(_ ending: Int32, by number: Int32) {
    let old = edge(ending)
    let new = edge(number)
    new.pointee.previous = old.pointee.previous
    new.pointee.next = old.pointee.next
    edge(old.pointee.previous).pointee.next = number
    edge(old.pointee.next).pointee.previous = number
    old.pointee.next = -1
    new.pointee.below = old.pointee.below
    new.pointee.above = old.pointee.above
    blocks.replace(ending, by: number, edges.base)
  }

  /// Lets two neighbours change places at x, where they are at the given heights.
  @inline(__always)
  mutating func exchange(
    _ lower: Int32, _ upper: Int32, x: Double, _ lowerY: Double, _ upperY: Double
  ) {
    let low = edge(lower)
    let high = edge(upper)
    let ground = low.pointee.below
    let top = high.pointee.above
    let middle = covers.step(ground, over: high.pointee.layer, high.pointee.otherLayer)
    relabel(upper, below: ground, above: middle, x: x, y: upperY)
    relabel(lower, below: middle, above: top, x: x, y: lowerY)
    blocks.exchange(lower, upper, edges.base)
    let previous = low.pointee.previous
    let next = high.pointee.next
    edge(previous).pointee.next = upper
    high.pointee.previous = previous
    high.pointee.next = lower
    low.pointee.previous = upper
    low.pointee.next = next
    edge(next).pointee.previous = lower
  }

  /// Begins the stretch of an edge that came on the line; gives the cover above it.
  @inline(__always)
  mutating func start(_ number: Int32, above cover: Int32, x: Double, y: Double) -> Int32 {
    let new = edge(number)
    new.pointee.below = cover
    new.pointee.above = covers.step(cover, over: new.pointee.layer, new.pointee.otherLayer)
    new.pointee.px = x
    new.pointee.py = y
    if isFolding { open(number) }
    return new.pointee.above
  }

  /// Ends a stretch and begins one with other ground on its sides.
  @inline(__always)
  private mutating func relabel(
    _ number: Int32, below: Int32, above: Int32, x: Double, y: Double
  ) {
    if isFolding { return refold(number, below: below, above: above, x: x, y: y) }
    settle(number, x: x, y: y)
    edge(number).pointee.below = below
    edge(number).pointee.above = above
    edge(number).pointee.px = x
    edge(number).pointee.py = y
  }

  /// Ends a stretch of an edge.
  @inline(__always)
  mutating func settle(_ number: Int32, x: Double, y: Double) {
    if isFolding { return close(number, x: x, y: y) }
    let old = edge(number)
    let area = (old.pointee.py + y) * 0.5 * (x - old.pointee.px)
    covers.add(area, to: old.pointee.below)
    covers.add(-area, to: old.pointee.above)
  }
}
