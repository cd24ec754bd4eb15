/// Where edges begin and end, put in order from left to right; equal places keep their order.
struct EventOrder {
  struct Event {
    var x: Double
    /// An edge whose ring goes on at x, or the complement of a node of a map.
    var number: Int32
  }

  private var events = GrowingBuffer<Event>()
  private var scratch = GrowingBuffer<Event>()
  private var places = GrowingBuffer<Int32>()

  func free() {
    events.free()
    scratch.free()
    places.free()
  }

  var count: Int { events.count }

  @inline(__always)
  subscript(place: Int) -> Event { events.base[place] }

  mutating func removeAll() {
    events.removeAll()
  }

  @inline(__always)
  mutating func append(x: Double, number: Int32) {
    events.append(Event(x: x, number: number))
  }

  /// Sorts events that all lie between 0 and `width`.
  mutating func sort(width: Double) {
    let count = events.count
    if count > 1024 {
      // Three digits of eleven bits.
      let scale = 8_589_934_591 / width
      for digit in 0..<3 {
        scatter(into: 2048) { Int($0 * scale) &>> (11 &* digit) & 2047 }
      }
    } else if count > 12 {
      let scale = Double(count) / width
      scatter(into: count + 1) { Int($0 * scale) }
    }
    insert()
  }

  /// One stable pass of a distribution over `buckets`.
  @inline(__always)
  private mutating func scatter(into buckets: Int, _ bucket: (Double) -> Int) {
    let count = events.count
    places.refill(buckets + 1, with: 0)
    scratch.resize(count)
    for place in 0..<count {
      places.base[min(bucket(events.base[place].x), buckets - 1) &+ 1] &+= 1
    }
    for place in 0..<buckets { places.base[place &+ 1] &+= places.base[place] }
    for place in 0..<count {
      let event = events.base[place]
      let slot = places.base + min(bucket(event.x), buckets - 1)
      scratch.base[Int(slot.pointee)] = event
      slot.pointee &+= 1
    }
    swap(&events, &scratch)
  }

  /// Brings what is nearly in order into order.
  private mutating func insert() {
    for place in stride(from: 1, to: events.count, by: 1) {
      let event = events.base[place]
      var hole = place
      while hole > 0, events.base[hole &- 1].x > event.x {
        events.base[hole] = events.base[hole &- 1]
        hole &-= 1
      }
      events.base[hole] = event
    }
  }
}
