/// What the records say of a point at the end of a day, in every layer.
///
/// The rules are those of ``GroundReplay``, asked for a day and not for an event. One instance
/// serves one thread.
public struct StateAtPoint {
  /// What stands at the point in one layer.
  public struct Standing: Hashable, Sendable {
    /// The state that balances count.
    public var state: LandState
    /// Whether the point is open because a hazard took up released ground without saying so.
    public var isContested: Bool
    /// Whether a hazard's version that waits to be confirmed covers the point.
    public var isPending: Bool
  }

  private let history: LandHistory
  private var isCovered: [Bool]
  private var found: [Int32] = []
  private var acting: [(order: EventOrder, event: Int32)] = []
  private var state = PointState()
  private var types = TypeStates()
  private var contested: ContaminationTypes = []
  private var isLandContested = false
  private var pending: ContaminationTypes = []
  private var past: [Int32] = []

  /// Makes an instance that can be asked again and again.
  public init(_ history: LandHistory) {
    self.history = history
    isCovered = Array(repeating: false, count: history.groundCount)
  }

  /// Replays what happened up to the end of a day where exactly these grounds cover.
  ///
  /// - Parameter day: nil for all events there are.
  public mutating func replay(covering grounds: some Sequence<Int32>, asOf day: CalendarDate?) {
    for ground in grounds { isCovered[Int(ground)] = true }
    defer { for ground in grounds { isCovered[Int(ground)] = false } }
    gather(grounds, upTo: day.map { Int32($0.dayNumber) } ?? Int32.max)
    state.reset()
    contested = []
    isLandContested = false
    past.removeAll(keepingCapacity: true)
    for item in acting { apply(history.register.events[Int(item.event)]) }
    types = state.types
  }

  /// What stands in a layer after the last replay.
  public func standing(in layer: Layer) -> Standing {
    guard let type = layer.type else {
      return Standing(
        state: types.land, isContested: isLandContested, isPending: !pending.isEmpty)
    }
    return Standing(
      state: types.state(of: type), isContested: !contested.isDisjoint(with: type),
      isPending: !pending.isDisjoint(with: type))
  }

  /// The accepted releases that cover the point in a layer and were not taken back, in order.
  ///
  /// They are subjects of the register. Surface searches and spot tasks release nothing.
  public func releases(in layer: Layer) -> [Int32] {
    let types = layer.type ?? .all
    return past.filter {
      !history.register.releases[Int($0)].coverage.isDisjoint(with: types)
    }
  }

  /// What one hazard holds at a point: each of its types in one of three ways.
  public struct Holding: Hashable, Sendable {
    /// The hazard, as a subject of the register.
    public var hazard: Int32
    /// The types in which it is confirmed there.
    public var confirmed: ContaminationTypes
    /// The types in which it is suspected there.
    public var suspected: ContaminationTypes
    /// The types in which it gave the point up and no release covers it.
    public var givenUp: ContaminationTypes

    /// The state of what it holds in a layer; nil where it holds nothing of it.
    public func state(in layer: Layer) -> LandState? {
      let types = layer.type ?? .all
      if !confirmed.isDisjoint(with: types) { return .confirmed }
      if !suspected.isDisjoint(with: types) { return .suspected }
      return givenUp.isDisjoint(with: types) ? nil : .givenUp
    }
  }

  /// The hazards that hold the point after the last replay.
  public var holdings: [Holding] {
    state.holders.map {
      Holding(
        hazard: $0.hazard, confirmed: $0.confirmed, suspected: $0.suspected, givenUp: $0.givenUp)
    }
  }

  private mutating func gather(_ grounds: some Sequence<Int32>, upTo day: Int32) {
    acting.removeAll(keepingCapacity: true)
    pending = []
    found.removeAll(keepingCapacity: true)
    for ground in grounds { found += history.events(of: ground) }
    found.sort()
    var last: Int32 = -1
    for index in found where index != last {
      last = index
      let event = history.register.events[Int(index)]
      guard event.day <= day, !isTakenBack(event, upTo: day) else { continue }
      switch event.action {
      case .withdrawal, .revocation: break
      case .release: acting.append((event.order, index))
      case .version:
        acting.append((change(event).isLate ? event.order.late : event.order, index))
      case .pending:
        let isSettled = history.settled[index].map { $0 <= day } ?? false
        if isCovered[Int(event.ground)], !isSettled {
          pending.formUnion(history.register.steps[Int(event.item)].types)
        }
      }
    }
    acting.sort { $0.order < $1.order }
  }

  private func isTakenBack(_ event: LandEvent, upTo day: Int32) -> Bool {
    history.takenBack[event.subject]?.contains { $0 <= day && event.day <= $0 } ?? false
  }

  private mutating func apply(_ event: LandEvent) {
    guard event.action == .version else {
      let facts = history.register.releases[Int(event.subject)]
      state.release(facts.coverage, kind: facts.kind, by: event.subject)
      contested.formIntersection(state.held)
      if state.held.isEmpty { isLandContested = false }
      past.append(event.subject)
      return
    }
    let (held, before) = (state.held, state.types.land)
    let released = state.released.subtracting(held)
    let change = change(event)
    let step = history.register.steps[Int(event.item)]
    state.apply(change, by: event.subject, as: step.hazardClass, isEnded: step.isEnded) {
      [history] past in history.register.isOf(event.subject, release: past.release)
    }
    let opened = state.held.subtracting(held)
    contested.subtract(opened)
    if !change.isReopening { contested.formUnion(opened.intersection(released)) }
    if !before.isOpen, state.types.land.isOpen {
      isLandContested = before.isReleased && !change.isReopening
    }
  }

  /// What a version changes at the point.
  private func change(_ event: LandEvent) -> VersionChange {
    let register = history.register
    let step = register.steps[Int(event.item)]
    let previous = step.previous >= 0 ? register.steps[Int(step.previous)] : nil
    let isHeldBefore = previous.map { isCovered[Int($0.ground)] && !$0.isEnded } ?? false
    return VersionChange(
      now: isCovered[Int(event.ground)] ? step.types : [],
      before: isHeldBefore ? previous?.types ?? [] : [], isEnded: step.isEnded,
      hazardClass: step.hazardClass, classBefore: previous?.hazardClass ?? step.hazardClass,
      isReopening: step.reopens >= 0
        && register.reopened[Int(step.reopens)].contains { isCovered[Int($0)] })
  }
}

extension Layer {
  /// The one type the layer is kept for; nil for `land`.
  fileprivate var type: ContaminationTypes? {
    self == .land ? nil : ContaminationTypes(rawValue: 1 << UInt8(place - 1))
  }
}
