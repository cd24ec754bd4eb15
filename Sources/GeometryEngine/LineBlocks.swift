/// Where to begin a search on a long sweep line: every few dozen edges form a block.
///
/// Short lines are searched from below without it.
struct LineBlocks {
  private static let threshold = 48
  private static let largest = 32

  private(set) var isOn = false
  private var live = 0
  /// Blocks from below.
  private var order = GrowingBuffer<Int32>()
  private var firsts = GrowingBuffer<Int32>()
  private var counts = GrowingBuffer<Int32>()

  func free() {
    order.free()
    firsts.free()
    counts.free()
  }

  mutating func reset() {
    isOn = false
    live = 0
  }

  /// An edge below the spot from which the way up is short.
  func start(
    below y: Double, at x: Double, _ edges: UnsafeMutablePointer<SweepEdge>
  ) -> Int32 {
    var low = 0
    var high = order.count
    // The first block begins with the floor.
    while high &- low > 1 {
      let middle = (low &+ high) >> 1
      let first = firsts.base[Int(order.base[middle])]
      if edges[Int(first)].height(at: x) < y { low = middle } else { high = middle }
    }
    return firsts.base[Int(order.base[low])]
  }

  @inline(__always)
  mutating func link(
    _ number: Int32, after lower: Int32, _ edges: UnsafeMutablePointer<SweepEdge>
  ) {
    live &+= 1
    if isOn {
      join(number, after: lower, edges)
    } else if live > Self.threshold {
      build(edges)
    }
  }

  @inline(__always)
  mutating func unlink(_ number: Int32, _ edges: UnsafeMutablePointer<SweepEdge>) {
    live &-= 1
    if isOn { part(number, edges) }
  }

  @inline(__always)
  mutating func replace(
    _ ending: Int32, by number: Int32, _ edges: UnsafeMutablePointer<SweepEdge>
  ) {
    guard isOn else { return }
    let block = edges[Int(ending)].block
    edges[Int(number)].block = block
    if firsts.base[Int(block)] == ending { firsts.base[Int(block)] = number }
  }

  @inline(__always)
  mutating func exchange(
    _ lower: Int32, _ upper: Int32, _ edges: UnsafeMutablePointer<SweepEdge>
  ) {
    guard isOn else { return }
    let low = edges[Int(lower)].block
    let high = edges[Int(upper)].block
    if firsts.base[Int(low)] == lower { firsts.base[Int(low)] = upper }
    guard low != high else { return }
    firsts.base[Int(high)] = lower
    edges[Int(lower)].block = high
    edges[Int(upper)].block = low
  }

  private mutating func build(_ edges: UnsafeMutablePointer<SweepEdge>) {
    isOn = true
    order.removeAll()
    firsts.removeAll()
    counts.removeAll()
    var number = GroundSweep.floor
    var size: Int32 = 0
    while number != GroundSweep.sky {
      if size == 0 {
        order.append(Int32(firsts.count))
        firsts.append(number)
        counts.append(0)
      }
      let block = firsts.count - 1
      edges[Int(number)].block = Int32(block)
      counts.base[block] += 1
      size = (size + 1) % Int32(Self.largest / 2)
      number = edges[Int(number)].next
    }
  }

  private mutating func join(
    _ number: Int32, after lower: Int32, _ edges: UnsafeMutablePointer<SweepEdge>
  ) {
    let block = edges[Int(lower)].block
    edges[Int(number)].block = block
    counts.base[Int(block)] &+= 1
    if counts.base[Int(block)] > Int32(Self.largest) { split(block, edges) }
  }

  /// Makes a new block of the upper half of one.
  private mutating func split(_ block: Int32, _ edges: UnsafeMutablePointer<SweepEdge>) {
    let half = counts.base[Int(block)] / 2
    var number = firsts.base[Int(block)]
    for _ in 0..<half { number = edges[Int(number)].next }
    let made = Int32(firsts.count)
    firsts.append(number)
    counts.append(counts.base[Int(block)] - half)
    counts.base[Int(block)] = half
    for _ in 0..<counts.base[Int(made)] {
      edges[Int(number)].block = made
      number = edges[Int(number)].next
    }
    order.append(made)
    var place = order.count - 1
    while order.base[place - 1] != block {
      order.base[place] = order.base[place - 1]
      place -= 1
    }
    order.base[place] = made
  }

  private mutating func part(_ number: Int32, _ edges: UnsafeMutablePointer<SweepEdge>) {
    let block = edges[Int(number)].block
    counts.base[Int(block)] &-= 1
    if counts.base[Int(block)] == 0 {
      var place = 0
      while order.base[place] != block { place += 1 }
      for place in place..<order.count - 1 { order.base[place] = order.base[place + 1] }
      order.removeLast()
    } else if firsts.base[Int(block)] == number {
      firsts.base[Int(block)] = edges[Int(number)].next
    }
  }
}
