/// Decides what one event does, point by point, from the event and its earlier neighbours alone.
///
/// ``prepare(event:neighbours:)`` takes the events whose footprints meet the event's own;
/// ``decide(covering:)`` is then asked once for each part of the ground, with the grounds that
/// cover it, and replays the history there. One replay serves one thread.
public struct GroundReplay {
  /// What an event does at a point.
  public struct Decision: Hashable, Sendable {
    /// The state of the land layer just before the event, at its place in the order.
    public var from: LandState
    /// The state just after it; equal to `from` where the event only explains area.
    public var to: LandState
    /// Why the point moves, or why it does not.
    public var cause: Cause
    /// Whether an accepted, unrevoked record other than the event's own had cleared the point.
    public var again: Bool
    /// Whether the event's own polygon covers the point, so that it counts in the event's area.
    public var isInside: Bool
  }

  /// An event in play, with the local numbers of the grounds that it asks about.
  private struct Entry {
    let event: Int
    let early: EventOrder
    let own: Int32
    let previous: Int32
    let others: [Int32]
    let reopens: [Int32]
  }

  /// An entry that acts at the point under decision, in its place in the order.
  private struct Acting: Comparable {
    let order: EventOrder
    let entry: Int

    static func < (left: Acting, right: Acting) -> Bool { left.order < right.order }
    static func == (left: Acting, right: Acting) -> Bool { left.order == right.order }
  }

  private let register: LandRegister
  /// The grounds of the prepared event and its neighbours; the event's own footprint comes first.
  public private(set) var grounds: [Int32] = []
  private var numbers: [Int32: Int32] = [:]
  private var entries: [Entry] = []
  private var subject = 0
  private var isCovered: [Bool] = []
  private var acting: [Acting] = []
  private var takenBack: [(subject: Int32, before: EventOrder)] = []
  private var state = PointState()

  /// Makes a replay of a register's events; nothing can be decided before
  /// ``prepare(event:neighbours:)``.
  public init(_ register: LandRegister) {
    self.register = register
  }

  /// Makes ready for one event; neighbours that come after it are left out.
  public mutating func prepare(event: Int, neighbours: [Int]) {
    grounds.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    addEntry(event)
    subject = 0
    let day = register.events[event].day
    for neighbour in neighbours where neighbour != event && register.events[neighbour].day <= day {
      addEntry(neighbour)
    }
    isCovered = Array(repeating: false, count: grounds.count)
  }

  private mutating func addEntry(_ index: Int) {
    let event = register.events[index]
    let footprint = event.footprint.map { number(of: $0) }
    let reopens = event.action == .version ? register.steps[Int(event.item)].reopens : []
    entries.append(
      Entry(
        event: index, early: event.order, own: footprint[0],
        previous: footprint.count > 1 ? footprint[1] : -1, others: Array(footprint.dropFirst()),
        reopens: reopens.map { number(of: $0) }))
  }

  private mutating func number(of ground: Int32) -> Int32 {
    if let known = numbers[ground] { return known }
    let number = Int32(grounds.count)
    grounds.append(ground)
    numbers[ground] = number
    return number
  }

  /// What the prepared event does where exactly these of ``grounds`` cover.
  ///
  /// - Returns: nil where the event does nothing that is posted: ground that only an earlier
  ///   version held and that the event did not take from it.
  public mutating func decide(covering: some Sequence<Int32>) -> Decision? {
    for ground in covering { isCovered[Int(ground)] = true }
    defer { for ground in covering { isCovered[Int(ground)] = false } }
    let order = order(of: subject)
    gatherActing(before: order)
    replay(without: nil)
    let event = register.events[entries[subject].event]
    let from = state.state()
    let isInside = isCovered[Int(entries[subject].own)]
    let again = wasClearedBefore(by: event.subject)
    func decision(_ to: LandState, _ cause: Cause) -> Decision {
      Decision(from: from, to: to, cause: cause, again: again, isInside: isInside)
    }
    switch event.action {
    case .pending: return decision(from, .pending)
    case .withdrawal, .revocation:
      replay(without: event.subject)
      return decision(state.state(), event.action == .withdrawal ? .withdrawn : .revoked)
    case .release:
      let past = state.landSince
      apply(entries[subject])
      let to = state.state()
      return decision(to, causeOfRelease(event.subject, from: from, to: to, past: past))
    case .version:
      let change = change(entries[subject])
      guard isInside || !change.lost.isEmpty else { return nil }
      // Closing gives up what is left; ground that was released before only stays so.
      let closes = register.steps[Int(event.item)].isEnded
      let givesUp =
        !change.lost.isEmpty
        && (!closes || !isInside || state.holds(change.lost, by: event.subject))
      apply(entries[subject])
      let to = state.state()
      return decision(to, causeOfVersion(change, givesUp: givesUp, from: from, to: to))
    }
  }

  private mutating func gatherActing(before order: EventOrder) {
    acting.removeAll(keepingCapacity: true)
    takenBack.removeAll(keepingCapacity: true)
    for index in entries.indices where index != subject && touches(entries[index]) {
      let place = self.order(of: index)
      guard place < order else { continue }
      acting.append(Acting(order: place, entry: index))
      let event = register.events[entries[index].event]
      if event.action == .withdrawal || event.action == .revocation {
        takenBack.append((event.subject, place))
      }
    }
    acting.sort()
  }

  private func touches(_ entry: Entry) -> Bool {
    isCovered[Int(entry.own)] || entry.others.contains { isCovered[Int($0)] }
  }

  /// A version acts once at a point: late if it loses the point or a type or its class falls.
  private func order(of index: Int) -> EventOrder {
    let entry = entries[index]
    guard register.events[entry.event].action == .version else { return entry.early }
    let change = change(entry)
    return !change.lost.isEmpty || change.classFalls ? entry.early.late : entry.early
  }

  private mutating func replay(without excluded: Int32?) {
    state.reset()
    for item in acting {
      let entry = entries[item.entry]
      let event = register.events[entry.event]
      if event.subject == excluded { continue }
      if takenBack.contains(where: { $0.subject == event.subject && item.order < $0.before }) {
        continue
      }
      apply(entry)
    }
  }

  private mutating func apply(_ entry: Entry) {
    let event = register.events[entry.event]
    switch event.action {
    case .pending, .withdrawal, .revocation: return
    case .release:
      let facts = register.releases[Int(event.subject)]
      state.release(facts.coverage, kind: facts.kind, by: event.subject)
    case .version:
      applyVersion(entry, event)
    }
  }

  private mutating func applyVersion(_ entry: Entry, _ event: LandEvent) {
    let step = register.steps[Int(event.item)]
    let change = change(entry)
    state.giveUp(change.lost, by: event.subject)
    if change.classChanges {
      state.changeClass(change.stayed, to: step.hazardClass, by: event.subject)
    }
    // Naming what it reopens takes ground up also where the version only repeats its polygon.
    let reopened = change.isReopening ? change.stayed.subtracting(state.held) : []
    let taken = change.gained.union(reopened)
    guard !taken.isEmpty else { return }
    let releases = register.releases
    state.takeUp(taken, as: step.hazardClass, by: event.subject) { past in
      !change.isReopening && releases[Int(past.release)].hazards.contains(event.subject)
    }
    if step.isEnded { state.giveUp(taken, by: event.subject) }
  }

  /// What a version changes at the point.
  private struct VersionChange {
    var gained: ContaminationTypes
    var lost: ContaminationTypes
    var stayed: ContaminationTypes
    var classChanges: Bool
    var classFalls: Bool
    var isReopening: Bool
  }

  private func change(_ entry: Entry) -> VersionChange {
    let step = register.steps[Int(register.events[entry.event].item)]
    let now = isCovered[Int(entry.own)] ? step.types : []
    var before: ContaminationTypes = []
    var classBefore = step.hazardClass
    if step.previous >= 0 {
      let previous = register.steps[Int(step.previous)]
      let ground = entry.previous >= 0 ? entry.previous : entry.own
      if isCovered[Int(ground)], !previous.isEnded { before = previous.types }
      classBefore = previous.hazardClass
    }
    let stayed = step.isEnded ? [] : now.intersection(before)
    let changes = !stayed.isEmpty && classBefore != step.hazardClass
    return VersionChange(
      gained: now.subtracting(before), lost: before.subtracting(stayed), stayed: stayed,
      classChanges: changes, classFalls: changes && step.hazardClass == .suspected,
      isReopening: entry.reopens.contains { isCovered[Int($0)] })
  }

  private func causeOfVersion(
    _ change: VersionChange, givesUp: Bool, from: LandState, to: LandState
  ) -> Cause {
    if to.isOpen && !from.isOpen {
      if from == .unrecorded { return .identified }
      return change.isReopening ? .reopened : .contested
    }
    if to > from { return .confirmed }
    if givesUp { return .givenUp }
    if to < from { return .downgraded }
    if from.isOpen { return .alreadyRecorded }
    return from.isReleased ? .keptReleased : .noEffect
  }

  private func causeOfRelease(
    _ release: Int32, from: LandState, to: LandState, past: [Int32]
  ) -> Cause {
    if from.isOpen { return to.isOpen ? .partial : .released }
    if from == .unrecorded { return to == .unrecorded ? .noEffect : .outside }
    if to > from { return .strengthened }
    let facts = register.releases[Int(release)]
    if facts.task >= 0, past.contains(where: { register.releases[Int($0)].task == facts.task }) {
      return .withinTask
    }
    let isSame = past.contains {
      register.releases[Int($0)].operatorNumber == facts.operatorNumber
    }
    return isSame ? .repeatedSameOperator : .repeatedOtherOperator
  }

  /// Whether an accepted cleared record other than the event's own, not taken back, came before.
  private func wasClearedBefore(by subject: Int32) -> Bool {
    acting.contains { item in
      let event = register.events[entries[item.entry].event]
      guard event.action == .release, event.subject != subject else { return false }
      let facts = register.releases[Int(event.subject)]
      return facts.kind == .cleared && !facts.isSurfaceSearch
        && !takenBack.contains { $0.subject == event.subject && item.order < $0.before }
    }
  }
}
