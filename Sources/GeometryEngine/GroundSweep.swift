import GeometryValues

/// A line that goes over the ground of a record from left to right and knows at every moment the
/// edges it meets, from below, and which layers cover the ground between them.
///
/// A stretch of an edge with the same ground on its sides adds the area between it and the floor to
/// the cover below it and takes it from the cover above: what is left is the area of each cover.
/// The order of edges needs no exact arithmetic: two neighbours whose order is another at the end
/// of what they share are crossed on the way there, once. What order was wrong is added up, in
/// square metres, and the caller decides.
///
/// Everything is in metres from the lower left corner of the record's box. The memory is the
/// owner's to free.
struct GroundSweep {
  /// Edge 0 is the floor and edge 1 the sky.
  static let floor: Int32 = 0
  static let sky: Int32 = 1

  var edges = GrowingBuffer<SweepEdge>()
  var order = EventOrder()
  var crossings = CrossingQueue()
  var covers = CoverTable()
  var blocks = LineBlocks()
  /// Edges that the left side of the box cuts.
  var entering = GrowingBuffer<Int32>()
  var width = 0.0
  var height = 0.0
  /// Area that may have gone to a wrong cover, square metres; no more than rounding leaves.
  var violation = 0.0
  /// Whether a map is made, not areas.
  var isFolding = false
  var fold = FoldState()
  var nodes = MapNodes()

  func free() {
    edges.free()
    order.free()
    crossings.free()
    covers.free()
    blocks.free()
    entering.free()
    fold.free()
    nodes.free()
  }

  /// Makes ready for the ground in a box and layers numbered below `layers`.
  mutating func reset(_ box: Envelope, layers: Int) {
    width = box.maxX - box.minX
    height = box.maxY - box.minY
    violation = 0
    edges.removeAll()
    order.removeAll()
    crossings.removeAll()
    entering.removeAll()
    covers.reset(layers: layers)
    blocks.reset()
    for end in [-Double.infinity, .infinity] {
      var side = SweepEdge(0, end, .infinity, end, layer: -1)
      side.slope = 0
      edges.append(side)
    }
    edges.base[0].next = Self.sky
    edges.base[0].block = 0
    edges.base[1].previous = Self.floor
  }

  @inline(__always)
  func edge(_ number: Int32) -> UnsafeMutablePointer<SweepEdge> { edges.base + Int(number) }

  /// Adds an edge of a ring, which ends at `x` in the direction of the ring.
  @inline(__always)
  mutating func append(_ edge: SweepEdge, endingAt x: Double) {
    let number = Int32(truncatingIfNeeded: edges.count)
    edges.append(edge)
    edges.base[edges.count &- 1].successor = number &+ 1
    if x > 0, x < width { order.append(x: x, number: number) }
    if edge.x0 <= 0 { entering.append(number) }
  }

  /// Goes over all the ground.
  mutating func run() {
    order.sort(width: width)
    beginNode()
    enter()
    let count = order.count
    var place = 0
    while true {
      let x = place < count ? order[place].x : .infinity
      if crossings.nextX <= x {
        guard crossings.nextX < .infinity else { break }
        cross(crossings.popFirst())
      } else {
        let number = order[place].number
        if number >= 0 { turn(number, at: x) } else { pass(node: ~number, at: x) }
        place &+= 1
      }
    }
    beginNode()
    leave()
  }

  /// Puts the edges that come in over the left side on the line.
  private mutating func enter() {
    for place in 0..<entering.count {
      let number = entering.base[place]
      let y = edge(number).pointee.height(at: 0)
      link(number, before: firstEdge(from: y, at: 0))
    }
    var cover: Int32 = 0
    var number = edge(Self.floor).pointee.next
    while number != Self.sky {
      let entering = edge(number)
      let y = entering.pointee.height(at: 0)
      cover = start(number, above: cover, x: 0, y: y)
      test(entering.pointee.previous, number, at: 0)
      number = entering.pointee.next
    }
  }

  /// Measures what the right side of the box cuts.
  private mutating func leave() {
    var number = edge(Self.floor).pointee.next
    while number != Self.sky {
      settle(number, x: width, y: edge(number).pointee.heightOrEnd(at: width))
      number = edge(number).pointee.next
    }
  }

  /// The lowest edge on the line that isn't below a spot.
  @inline(__always)
  func firstEdge(from y: Double, at x: Double) -> Int32 {
    var number = blocks.isOn ? blocks.start(below: y, at: x, edges.base) : Self.floor
    repeat { number = edge(number).pointee.next } while edge(number).pointee.height(at: x) < y
    return number
  }

  /// Lets two neighbours change places where they cross, if they still are neighbours.
  private mutating func cross(_ crossing: CrossingQueue.Crossing) {
    let lower = edge(crossing.lower)
    let upper = edge(crossing.upper)
    guard lower.pointee.next == crossing.upper else { return }
    let x = crossing.x
    let flatter = abs(lower.pointee.slope) < abs(upper.pointee.slope) ? lower : upper
    let y = flatter.pointee.height(at: x)
    beginNode()
    exchange(crossing.lower, crossing.upper, x: x, y, y)
    test(upper.pointee.previous, crossing.upper, at: x)
    test(crossing.lower, lower.pointee.next, at: x)
  }

  /// Looks whether two neighbours will cross ahead.
  @inline(__always)
  mutating func test(_ lower: Int32, _ upper: Int32, at x: Double) {
    let below = edge(lower)
    let above = edge(upper)
    let end = min(below.pointee.x1, above.pointee.x1, width)
    let gap = above.pointee.heightOrEnd(at: end) - below.pointee.heightOrEnd(at: end)
    let before = above.pointee.height(at: x) - below.pointee.height(at: x)
    if gap < 0 {
      foresee(lower, upper, x, end, before, gap)
    } else if before < 0 {
      violation -= before * (end - x)
    }
  }

  @inline(never)
  private mutating func foresee(
    _ lower: Int32, _ upper: Int32, _ x: Double, _ end: Double, _ before: Double, _ gap: Double
  ) {
    let place = before > 0 ? min(x + (end - x) * (before / (before - gap)), end) : x
    crossings.push(.init(x: place, lower: lower, upper: upper))
  }
}
