/// Which events can touch a piece of ground, for asking what stands there on a day.
public struct LandHistory: Sendable {
  /// The events, resolved.
  public let register: LandRegister
  let groundCount: Int
  private let events: EventsOfGround
  /// By subject, the days on which its record was taken back.
  let takenBack: [Int32: [Int32]]
  /// Of each pending event, the day on which a later version of its hazard counts.
  let settled: [Int32: Int32]

  /// Indexes the events of a register by ground.
  ///
  /// - Parameter groundCount: how many grounds the caller's table has.
  public init(_ register: LandRegister, groundCount: Int) {
    self.register = register
    self.groundCount = groundCount
    events = EventsOfGround(register, groundCount: groundCount)
    takenBack = register.events.filter(\.isTakingBack).reduce(into: [:]) {
      $0[$1.subject, default: []].append($1.day)
    }
    settled = Self.settled(register)
  }

  /// Whether any event touches the ground.
  public func isUsed(_ ground: Int) -> Bool { !events[ground].isEmpty }

  /// The events whose footprint holds the ground.
  func events(of ground: Int32) -> ArraySlice<Int32> { events[Int(ground)] }

  /// The days of all events, ascending and once each; undated ones have none.
  public var days: [CalendarDate] {
    Set(register.events.map(\.day)).sorted().compactMap {
      $0 == PostedEvent.undated ? nil : CalendarDate(dayNumber: Int($0))
    }
  }

  private static func settled(_ register: LandRegister) -> [Int32: Int32] {
    var settled: [Int32: Int32] = [:]
    var waiting: [Int32: [Int32]] = [:]
    for (index, event) in register.events.enumerated() where event.action == .pending {
      waiting[event.subject, default: []].append(Int32(index))
    }
    guard !waiting.isEmpty else { return [:] }
    for event in register.events where event.action == .version || event.action == .withdrawal {
      for index in waiting[event.subject] ?? []
      where register.events[Int(index)].version < event.version {
        settled[index] = min(settled[index] ?? Int32.max, event.day)
      }
    }
    return settled
  }
}
