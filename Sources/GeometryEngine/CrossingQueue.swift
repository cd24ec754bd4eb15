/// Crossings that lie ahead of a sweep, the left-most first: a binary heap.
struct CrossingQueue {
  struct Crossing {
    var x: Double
    /// The edge that is below until then.
    var lower: Int32
    /// The one just above it.
    var upper: Int32
  }

  private var heap = GrowingBuffer<Crossing>()

  func free() {
    heap.free()
  }

  mutating func removeAll() {
    heap.removeAll()
  }

  /// Where the next crossing lies, infinite without one.
  @inline(__always)
  var nextX: Double { heap.count > 0 ? heap.base[0].x : .infinity }

  mutating func push(_ crossing: Crossing) {
    heap.append(crossing)
    var hole = heap.count &- 1
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      guard crossing.x < heap.base[parent].x else { break }
      heap.base[hole] = heap.base[parent]
      hole = parent
    }
    heap.base[hole] = crossing
  }

  mutating func popFirst() -> Crossing {
    let first = heap.base[0]
    let last = heap.base[heap.count &- 1]
    heap.removeLast()
    let count = heap.count
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      guard child < count else { break }
      if child &+ 1 < count, heap.base[child &+ 1].x < heap.base[child].x { child &+= 1 }
      guard heap.base[child].x < last.x else { break }
      heap.base[hole] = heap.base[child]
      hole = child
    }
    if count > 0 { heap.base[hole] = last }
    return first
  }
}
