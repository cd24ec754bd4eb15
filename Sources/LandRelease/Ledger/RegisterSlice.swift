/// Some events of a register with all that deciding them needs, numbered anew.
///
/// An event's movements depend on it and on its earlier neighbours, so a slice that holds both
/// gives the same movements as the whole register. New numbers keep the order of the old ones,
/// since ties are decided by it. Names, profiles and findings stay behind.
public struct RegisterSlice: Sendable {
  /// The events and what they ask for, with numbers of their own.
  public internal(set) var register = LandRegister()
  /// Which of the slice's events are to be posted, ascending.
  public internal(set) var wanted: [Int32] = []
  /// Of each wanted event, its place in the whole register.
  public internal(set) var places: [Int32] = []
  /// By number in the slice, less ``firstGround``: the ground's number in the whole, ascending.
  public internal(set) var grounds: [Int32] = []
  /// The number of the first ground; the districts come before.
  public internal(set) var firstGround: Int32 = 0

  init() {}

  /// Cuts a slice out of a register.
  ///
  /// - Parameters:
  ///   - wanted: places of the events to be posted, ascending.
  ///   - events: these and all events that came before them on ground that meets theirs, ascending.
  ///   - firstGround: how many districts stand before the grounds.
  public init(
    of whole: LandRegister, wanted: [Int32], events: [Int32], firstGround: Int32
  ) {
    self.firstGround = firstGround
    places = wanted
    let picked = Picked(whole, events)
    grounds = picked.grounds
    register.steps = picked.steps.map { step in
      var own = whole.steps[Int(step)]
      own.ground = picked.ground(own.ground) + firstGround
      own.previous = own.previous < 0 ? -1 : picked.step(own.previous) ?? -1
      own.reopens = picked.reopened(own.reopens)
      return own
    }
    register.reopened = picked.reopenings.map { list in
      whole.reopened[Int(list)].map { picked.ground($0) + firstGround }
    }
    addSubjects(of: whole, picked)
    addEvents(of: whole, events, picked)
    self.wanted = wanted.map { place(of: $0, in: events) }
  }

  private mutating func addSubjects(of whole: LandRegister, _ picked: Picked) {
    for subject in picked.subjects {
      register.subjects.append(
        .init(type: whole.subjects[Int(subject)].type, key: RecordKey(organisation: "", id: "")))
      var facts = whole.releases[Int(subject)]
      let start = Int32(register.namedHazards.count)
      for hazard in whole.namedHazards[
        Int(facts.hazards.lowerBound)..<Int(facts.hazards.upperBound)]
      {
        // A hazard without an event here is asked for by nobody.
        if let own = picked.subject(hazard) { register.namedHazards.append(own) }
      }
      facts.hazards = start..<Int32(register.namedHazards.count)
      facts.profile = -1
      register.releases.append(facts)
    }
  }

  private mutating func addEvents(of whole: LandRegister, _ events: [Int32], _ picked: Picked) {
    for place in events {
      let event = whole.events[Int(place)]
      let start = Int32(register.footprints.count)
      for ground in whole.footprint(of: event) {
        register.footprints.append(picked.ground(ground) + firstGround)
      }
      let subject = picked.subject(event.subject) ?? -1
      register.events.append(
        LandEvent(
          action: event.action, subject: subject,
          item: event.type == .release ? subject : picked.step(event.item) ?? -1,
          day: event.day, order: event.order, ground: picked.ground(event.ground) + firstGround,
          footprint: start..<Int32(register.footprints.count), version: event.version,
          storedVersion: event.storedVersion, area: event.area))
    }
  }

  private func place(of event: Int32, in events: [Int32]) -> Int32 {
    Int32(events.place(of: event) ?? -1)
  }
}

/// What some events ask for in a register, each list ascending.
private struct Picked {
  var subjects: [Int32]
  var steps: [Int32]
  var grounds: [Int32]
  var reopenings: [Int32]

  init(_ whole: LandRegister, _ events: [Int32]) {
    var (subjects, steps, grounds) = ([Int32](), [Int32](), [Int32]())
    var reopenings: [Int32] = []
    for place in events {
      let event = whole.events[Int(place)]
      subjects.append(event.subject)
      grounds += whole.footprint(of: event)
      grounds.append(event.ground)
      guard event.type == .hazard else { continue }
      let step = whole.steps[Int(event.item)]
      steps.append(event.item)
      if step.previous >= 0 { steps.append(step.previous) }
      if step.reopens >= 0 {
        reopenings.append(step.reopens)
        grounds += whole.reopened[Int(step.reopens)]
      }
    }
    self.subjects = subjects.distinct()
    self.steps = steps.distinct()
    self.reopenings = reopenings.distinct()
    grounds += self.steps.map { whole.steps[Int($0)].ground }
    self.grounds = grounds.distinct()
  }

  func subject(_ number: Int32) -> Int32? { subjects.place(of: number).map(Int32.init) }
  func step(_ number: Int32) -> Int32? { steps.place(of: number).map(Int32.init) }
  func ground(_ number: Int32) -> Int32 { Int32(grounds.place(of: number) ?? -1) }
  func reopened(_ number: Int32) -> Int32 {
    number < 0 ? -1 : reopenings.place(of: number).map(Int32.init) ?? -1
  }
}

extension [Int32] {
  /// Ascending, each once.
  fileprivate func distinct() -> [Int32] {
    var kept: [Int32] = []
    kept.reserveCapacity(count)
    for number in sorted() where kept.last != number { kept.append(number) }
    return kept
  }

  /// The place of a number in an ascending list.
  fileprivate func place(of number: Int32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
