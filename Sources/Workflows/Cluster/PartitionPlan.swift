import LandRelease

/// Shares out events over partitions: each with its earlier neighbours, by the engine's own rule.
///
/// Events are taken in the order of ground, so that a partition is one piece of land and few of its
/// neighbours belong to others, and cut by the work they are: their own vertices and those of their
/// neighbours. A heap of records that all meet is cut like any other ground, as long as the work of
/// a partition is worth the neighbours it has to carry.
struct PartitionPlan {
  /// One partition: events to be posted, and all that has to stand with them, both ascending.
  struct Share: Sendable {
    var wanted: [Int32] = []
    var events: [Int32] = []
  }

  /// Vertices looked at: about a second of one processor, and some hundred megabytes at most.
  static let usualWork = 8_000_000.0
  /// Vertices looked at for each vertex that a partition carries for others.
  private static let leastWorkForCarried = 50.0
  private static let eventCost = 64.0
  private static let blockSize = 64

  let computation: LedgerComputation
  /// How many partitions there are to be, about; nil is as many as their usual size makes.
  let asked: Int?

  /// The neighbours of some events in a row.
  private struct Around: Sendable {
    var events: ArraySlice<Int32>
    var work: [Double] = []
    var ends: [Int] = []
    var neighbours: [Int32] = []
  }

  /// How many events are shared out.
  var eventCount: Int { computation.inOrderOfGround().count }

  /// Gives one share after the other.
  func forEach(_ body: (Share) throws -> Void) throws {
    let order = computation.inOrderOfGround()
    var target = Self.usualWork
    if let asked {
      var all = 0.0
      forEachAround(order) { all += $0.work.reduce(0, +) }
      target = all / Double(max(asked, 1))
    }
    var stamps = [Int32](repeating: -1, count: computation.register.events.count)
    var (share, number) = (Share(), Int32(0))
    var (work, own, carried) = (0.0, 0.0, 0.0)
    try forEachAround(order) { around in
      var start = 0
      for (place, event) in around.events.enumerated() {
        share.wanted.append(event)
        own += vertices(of: event)
        for other in around.neighbours[start..<around.ends[place]]
        where stamps[Int(other)] != number {
          stamps[Int(other)] = number
          share.events.append(other)
          carried += vertices(of: other)
        }
        start = around.ends[place]
        work += around.work[place]
        guard work >= target,
          asked != nil || work >= Self.leastWorkForCarried * (carried - own)
        else { continue }
        try body(share.sorted)
        (share, number) = (Share(), number + 1)
        // What a partition is over its size is taken from the next.
        (work, own, carried) = (asked == nil ? 0 : work - target, 0, 0)
      }
    }
    if !share.wanted.isEmpty { try body(share.sorted) }
  }

  private func vertices(of event: Int32) -> Double {
    Double(computation.grounds.vertexCounts[Int(computation.register.events[Int(event)].ground)])
  }

  /// The neighbours of all events, block by block in their order.
  private func forEachAround(_ order: [Int32], _ body: (Around) throws -> Void) rethrows {
    let blocks = stride(from: 0, to: order.count, by: Self.blockSize).map {
      order[$0..<min($0 + Self.blockSize, order.count)]
    }
    let group = 16 * Threads.count
    for first in stride(from: 0, to: blocks.count, by: group) {
      let some = Array(blocks[first..<min(first + group, blocks.count)])
      for around in Threads.map(some, worker: { [Int32]() }, { around($1, &$0) }) {
        try body(around)
      }
    }
  }

  private func around(_ events: ArraySlice<Int32>, _ neighbours: inout [Int32]) -> Around {
    var around = Around(events: events)
    for place in events {
      let event = computation.register.events[Int(place)]
      computation.findNeighbours(of: event, in: computation.box(of: event), into: &neighbours)
      around.work.append(
        neighbours.reduce(Self.eventCost) { $0 + vertices(of: $1) })
      around.neighbours += neighbours
      around.ends.append(around.neighbours.count)
    }
    return around
  }
}

extension PartitionPlan.Share {
  fileprivate var sorted: PartitionPlan.Share {
    PartitionPlan.Share(wanted: wanted.sorted(), events: events.sorted())
  }
}
