/// The events whose footprint has a ground, for every ground, in one flat list.
public struct EventsOfGround: Sendable {
  private var starts: [Int32]
  private var events: [Int32]

  /// Indexes the events of a register.
  ///
  /// - Parameter groundCount: how many grounds the caller's table has.
  public init(_ register: LandRegister, groundCount: Int) {
    starts = Array(repeating: 0, count: groundCount + 1)
    for event in register.events {
      for ground in register.footprint(of: event) { starts[Int(ground) + 1] += 1 }
    }
    for ground in 0..<groundCount { starts[ground + 1] += starts[ground] }
    events = Array(repeating: 0, count: Int(starts[groundCount]))
    var next = starts
    for (index, event) in register.events.enumerated() {
      for ground in register.footprint(of: event) {
        events[Int(next[Int(ground)])] = Int32(index)
        next[Int(ground)] += 1
      }
    }
  }

  /// Indexes of the register's events, ascending.
  public subscript(ground: Int) -> ArraySlice<Int32> {
    events[Int(starts[ground])..<Int(starts[ground + 1])]
  }
}
