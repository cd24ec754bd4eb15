/// Decides what one event does, point by point, from the event and its earlier neighbours alone.
///
/// ``prepare(event:neighbours:)`` takes the events whose footprints may meet the event's own;
/// ``decide(covering:)`` is then asked once for each part of the ground, with the grounds that
/// cover it, and replays the history there in all layers at once. One replay serves one thread.
public struct GroundReplay {
  /// What an event does at a point, in the layers where it does the same.
  public struct Decision: Hashable, Sendable {
    /// The layers that move alike.
    public var layers: LayerSet
    /// From where to where, and why.
    public var transition: Transition
  }

  let register: LandRegister
  /// The grounds of the prepared event and its neighbours; the event's own footprint comes first.
  public private(set) var grounds: [Int32] = []
  /// What the event does where it was last asked.
  public private(set) var decisions: [Decision] = []
  /// By ground of the caller's table: its number among `grounds`, or -1.
  private(set) var numbers: [Int32]
  private(set) var entries: [ReplayEntry] = []
  /// By number of `grounds`: the first entry of that own ground, and of that ground before.
  private var firstOfOwn: [Int32] = []
  private var firstOfPrevious: [Int32] = []
  private(set) var subject: ReplayEntry
  var isCovered: [Bool] = []
  private var acting: [(order: EventOrder, entry: Int32)] = []
  private var takenBack: [(subject: Int32, day: Int32)] = []
  var state = PointState()
  /// The states of ground under a deep stack; empty unless it was folded.
  var fold = GroundFold()

  /// Makes a replay of a register's events; nothing can be decided before
  /// ``prepare(event:neighbours:)``.
  ///
  /// - Parameter groundCount: how many grounds the caller's table has.
  public init(_ register: LandRegister, groundCount: Int) {
    self.register = register
    numbers = Array(repeating: -1, count: groundCount)
    subject = ReplayEntry()
  }

  /// Makes ready for one event; neighbours that come after it are left out.
  ///
  /// - Parameter neighbours: indexes of events in ascending order, the event among them or not.
  public mutating func prepare(event: Int, neighbours: [Int32]) {
    for ground in grounds { numbers[Int(ground)] = -1 }
    grounds.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    firstOfOwn.removeAll(keepingCapacity: true)
    firstOfPrevious.removeAll(keepingCapacity: true)
    takenBack.removeAll(keepingCapacity: true)
    fold.clear()
    let own = register.events[event]
    for ground in register.footprint(of: own) { _ = number(of: ground) }
    subject = entry(of: own)
    for index in neighbours where Int(index) != event {
      let neighbour = register.events[Int(index)]
      if neighbour.isTakingBack, neighbour.order < own.order {
        takenBack.append((neighbour.subject, neighbour.day))
      }
    }
    for index in neighbours where Int(index) != event { add(register.events[Int(index)], own) }
    isCovered.removeAll(keepingCapacity: true)
    isCovered.append(contentsOf: repeatElement(false, count: grounds.count))
  }

  /// Adds a neighbour that can act: taken-back records no longer do, nor do versions that wait.
  private mutating func add(_ event: LandEvent, _ own: LandEvent) {
    guard event.action == .version || event.action == .release, event.day <= own.day,
      event.order < own.order.late,
      !takenBack.contains(where: { $0.subject == event.subject && event.day <= $0.day })
    else { return }
    var entry = entry(of: event)
    let index = Int32(entries.count)
    entry.nextOfOwn = firstOfOwn[Int(entry.own)]
    firstOfOwn[Int(entry.own)] = index
    if entry.previous >= 0, entry.previous != entry.own {
      entry.nextOfPrevious = firstOfPrevious[Int(entry.previous)]
      firstOfPrevious[Int(entry.previous)] = index
    }
    entries.append(entry)
  }

  private mutating func entry(of event: LandEvent) -> ReplayEntry {
    var entry = ReplayEntry()
    entry.action = event.action
    entry.subject = event.subject
    entry.early = event.order
    entry.own = number(of: event.ground)
    switch event.action {
    case .release, .revocation:
      let facts = register.releases[Int(event.subject)]
      entry.types = facts.coverage
      entry.kind = facts.kind
      entry.isClearing = facts.kind == .cleared && !facts.isSurfaceSearch
    case .version, .pending, .withdrawal:
      let step = register.steps[Int(event.item)]
      entry.types = event.action == .withdrawal ? step.everNamed : step.types
      entry.hazardClass = step.hazardClass
      entry.isEnded = step.isEnded
      entry.reopens = step.reopens
      if event.action == .version, step.previous >= 0 { follow(step, &entry) }
      if step.reopens >= 0 {
        for ground in register.reopened[Int(step.reopens)] { _ = number(of: ground) }
      }
    }
    return entry
  }

  private mutating func follow(_ step: HazardStep, _ entry: inout ReplayEntry) {
    let previous = register.steps[Int(step.previous)]
    entry.previous = number(of: previous.ground)
    entry.typesBefore = previous.isEnded ? [] : previous.types
    entry.classBefore = previous.hazardClass
  }

  private mutating func number(of ground: Int32) -> Int32 {
    if numbers[Int(ground)] >= 0 { return numbers[Int(ground)] }
    let number = Int32(grounds.count)
    grounds.append(ground)
    firstOfOwn.append(-1)
    firstOfPrevious.append(-1)
    numbers[Int(ground)] = number
    return number
  }

  /// Works out ``decisions`` for the prepared event where exactly these of ``grounds`` cover.
  ///
  /// There are none where the event does nothing that is posted: ground that only an earlier
  /// version held and that the event did not take from it.
  ///
  /// - Parameter region: of folded ground, the region of the last chunk.
  public mutating func decide(covering: ArraySlice<Int32>, region: Int32 = 0) {
    for ground in covering { isCovered[Int(ground)] = true }
    defer { for ground in covering { isCovered[Int(ground)] = false } }
    decisions.removeAll(keepingCapacity: true)
    let change = subject.action == .version ? change(subject) : VersionChange()
    let isInside = isCovered[Int(subject.own)]
    if subject.action == .version, !isInside, change.lost.isEmpty { return }
    let order = change.isLate ? subject.early.late : subject.early
    gatherActing(before: order, covering)
    let past = fold.points.isEmpty ? nil : fold.points[Int(region)]
    let again =
      past?.isCleared ?? false
      || acting.contains {
        let entry = entries[Int($0.entry)]
        return entry.isClearing && entry.subject != subject.subject
      }
    replay(after: past?.state)
    var judgement = EventJudgement(
      subject, change: change, from: state.types, isInside: isInside, again: again)
    switch subject.action {
    case .pending: break
    case .withdrawal, .revocation: replay(after: past?.without, leavingOut: subject.subject)
    case .release:
      judgement.look(at: state, releases: register.releases)
      apply(subject)
    case .version:
      judgement.heldBySubject = state.types(heldBy: subject.subject)
      apply(subject)
    }
    judgement.decide(to: state.types, into: &decisions)
  }

  private mutating func gatherActing(before order: EventOrder, _ covering: ArraySlice<Int32>) {
    acting.removeAll(keepingCapacity: true)
    for ground in covering {
      var index = firstOfOwn[Int(ground)]
      while index >= 0 {
        add(index, before: order)
        index = entries[Int(index)].nextOfOwn
      }
      index = firstOfPrevious[Int(ground)]
      while index >= 0 {
        // Where its own ground covers too, the entry came that way.
        if !isCovered[Int(entries[Int(index)].own)] { add(index, before: order) }
        index = entries[Int(index)].nextOfPrevious
      }
    }
  }

  /// Puts an entry that acts at the point in its place in the order.
  private mutating func add(_ index: Int32, before order: EventOrder) {
    let entry = entries[Int(index)]
    let isLate = entry.action == .version && entry.previous >= 0 && change(entry).isLate
    let place = isLate ? entry.early.late : entry.early
    // What comes before the event on any ground is in the fold already.
    guard place < order, fold.points.isEmpty || !(place < subject.early) else { return }
    var hole = acting.count
    acting.append((place, index))
    while hole > 0, place < acting[hole - 1].order {
      acting[hole] = acting[hole - 1]
      hole -= 1
    }
    acting[hole] = (place, index)
  }

  private mutating func replay(after past: PointState?, leavingOut excluded: Int32? = nil) {
    if let past { state = past } else { state.reset() }
    for item in acting where entries[Int(item.entry)].subject != excluded {
      apply(entries[Int(item.entry)])
    }
  }

  mutating func apply(_ entry: ReplayEntry) {
    if entry.action == .release {
      state.release(entry.types, kind: entry.kind, by: entry.subject)
      return
    }
    state.apply(change(entry), by: entry.subject, as: entry.hazardClass, isEnded: entry.isEnded) {
      [register] past in register.isOf(entry.subject, release: past.release)
    }
  }

  /// What a version changes at the point.
  func change(_ entry: ReplayEntry) -> VersionChange {
    let isCoveredBefore = entry.previous >= 0 && isCovered[Int(entry.previous)]
    return VersionChange(
      now: isCovered[Int(entry.own)] ? entry.types : [],
      before: isCoveredBefore ? entry.typesBefore : [], isEnded: entry.isEnded,
      hazardClass: entry.hazardClass, classBefore: entry.classBefore,
      isReopening: entry.reopens >= 0
        && register.reopened[Int(entry.reopens)].contains { isCovered[Int(numbers[Int($0)])] })
  }
}

/// An event in play, with the local numbers of the grounds that it asks about.
struct ReplayEntry {
  var early = EventOrder(day: 0, turn: .early, rank: 0)
  var subject: Int32 = -1
  var own: Int32 = -1
  /// The ground of the version before, which may be the own one; -1 for first versions.
  var previous: Int32 = -1
  var reopens: Int32 = -1
  var nextOfOwn: Int32 = -1
  var nextOfPrevious: Int32 = -1
  var action = LandEvent.Action.release
  var types: ContaminationTypes = []
  var typesBefore: ContaminationTypes = []
  var hazardClass = HazardClass.suspected
  var classBefore = HazardClass.suspected
  var kind = ReleaseKind.cleared
  var isEnded = false
  /// Whether it is a cleared record that later ones repeat; surface search is none.
  var isClearing = false
}
