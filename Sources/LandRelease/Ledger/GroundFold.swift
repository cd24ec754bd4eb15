/// The states of ground under a deep stack of records, taken in a few at a time.
///
/// Thousands of records that all cross each other cut the ground into more pieces than can be
/// looked at; but the pieces have few different states, once all is left out that no later event
/// asks for. So the records before an event are taken in order, in chunks, and only the border
/// between different states is kept (by the caller, as regions).
struct GroundFold {
  /// What is known of the ground of one region.
  struct Point: Hashable {
    var state = PointState()
    /// The state as if the record that the event takes back had never been; nil for other events.
    var without: PointState?
    /// Whether a cleared record other than the event's own came.
    var isCleared = false
  }

  /// Stands for releases since the ground was last held, of which a release still asks whether
  /// they were of its task and of its operator.
  struct Kin {
    let isOfTask: Bool
    let isOfOperator: Bool

    /// Nil for the number of a release.
    init?(_ number: Int32) {
      guard number < 0 else { return nil }
      isOfTask = -number & 2 != 0
      isOfOperator = -number & 1 != 0
    }

    static func number(isOfTask: Bool, isOfOperator: Bool) -> Int32 {
      -(4 + (isOfTask ? 2 : 0) + (isOfOperator ? 1 : 0))
    }
  }

  /// An entry at a place in the order where it may act.
  struct Turn {
    let order: EventOrder
    let entry: Int32
  }

  /// By region; empty where nothing is folded.
  fileprivate(set) var points: [Point] = []
  fileprivate var turns: [Turn] = []
  fileprivate var chunk: Range<Int> = 0..<0
  fileprivate var layers: [Int32] = []
  fileprivate var next: [Point] = []
  fileprivate var regions: [Point: Int32] = [:]
  /// When each hazard in play acts for the last time.
  fileprivate var lastTurns: [Int32: EventOrder] = [:]

  mutating func clear() {
    points.removeAll()
  }
}

extension GroundReplay {
  /// How many entries are taken in at a time.
  private static let chunkSize = 4

  /// Begins to fold the prepared neighbours; all of the footprint is region 0.
  public mutating func beginFold() {
    fold = GroundFold()
    let takesBack = subject.action == .withdrawal || subject.action == .revocation
    fold.points = [GroundFold.Point(without: takesBack ? PointState() : nil)]
    for (index, entry) in entries.enumerated() {
      let last = entry.previous >= 0 ? entry.early.late : entry.early
      if entry.early < subject.early {
        fold.turns.append(.init(order: entry.early, entry: Int32(index)))
      }
      guard entry.action == .version else { continue }
      if entry.previous >= 0, last < subject.early {
        fold.turns.append(.init(order: last, entry: Int32(index)))
      }
      if fold.lastTurns[entry.subject].map({ $0 < last }) ?? true {
        fold.lastTurns[entry.subject] = last
      }
    }
    fold.turns.sort { $0.order < $1.order }
  }

  /// Takes the next few neighbours: the grounds to overlay, numbers of the caller's table; nil when
  /// all are folded.
  public mutating func nextChunk() -> [Int32]? {
    if !fold.next.isEmpty { fold.points = fold.next }
    fold.next.removeAll(keepingCapacity: true)
    fold.regions.removeAll(keepingCapacity: true)
    let start = fold.chunk.upperBound
    guard start < fold.turns.count else { return nil }
    fold.chunk = start..<min(start + Self.chunkSize, fold.turns.count)
    fold.layers.removeAll(keepingCapacity: true)
    for turn in fold.turns[fold.chunk] { addLayers(of: entries[Int(turn.entry)]) }
    return fold.layers.map { grounds[Int($0)] }
  }

  private mutating func addLayers(of entry: ReplayEntry) {
    var asked = [entry.own]
    if entry.previous >= 0 { asked.append(entry.previous) }
    if entry.reopens >= 0 {
      asked += register.reopened[Int(entry.reopens)].map { numbers[Int($0)] }
    }
    for ground in asked where !fold.layers.contains(ground) { fold.layers.append(ground) }
  }

  /// The region of ground that was in `region` and is covered by these of the chunk's grounds.
  public mutating func classify(_ region: Int32, covering: ArraySlice<Int32>) -> Int32 {
    for place in covering { isCovered[Int(fold.layers[Int(place)])] = true }
    defer { for place in covering { isCovered[Int(fold.layers[Int(place)])] = false } }
    var point = fold.points[Int(region)]
    for turn in fold.turns[fold.chunk] where acts(turn) {
      let entry = entries[Int(turn.entry)]
      advance(&point.state, entry)
      if var without = point.without, entry.subject != subject.subject {
        advance(&without, entry)
        point.without = without
      }
      if entry.isClearing, entry.subject != subject.subject { point.isCleared = true }
    }
    forget(in: &point)
    if let known = fold.regions[point] { return known }
    let number = Int32(fold.next.count)
    fold.next.append(point)
    fold.regions[point] = number
    return number
  }

  /// Whether the entry acts on the ground at hand at just this place of the order.
  private func acts(_ turn: GroundFold.Turn) -> Bool {
    let entry = entries[Int(turn.entry)]
    let isThere =
      isCovered[Int(entry.own)] || (entry.previous >= 0 && isCovered[Int(entry.previous)])
    guard isThere else { return false }
    guard entry.action == .version, entry.previous >= 0 else { return true }
    let isLateTurn = entry.early < turn.order
    return change(entry).isLate == isLateTurn
  }

  private mutating func advance(_ past: inout PointState, _ entry: ReplayEntry) {
    swap(&state, &past)
    apply(entry)
    swap(&state, &past)
  }

  /// Leaves out what neither a later entry nor the event itself asks for.
  private func forget(in point: inout GroundFold.Point) {
    let now = fold.turns[fold.chunk.upperBound - 1].order
    let isNamedLater = { (hazard: Int32) -> Bool in
      (hazard == subject.subject && subject.action == .version)
        || fold.lastTurns[hazard].map { now < $0 } ?? false
    }
    let kin = { (release: Int32) -> Int32? in
      guard release >= 0 else { return release }
      let facts = register.releases[Int(release)]
      let named = register.namedHazards[
        Int(facts.hazards.lowerBound)..<Int(facts.hazards.upperBound)]
      if named.contains(where: isNamedLater) { return release }
      guard subject.action == .release else { return nil }
      let own = register.releases[Int(subject.subject)]
      return GroundFold.Kin.number(
        isOfTask: own.task >= 0 && facts.task == own.task,
        isOfOperator: facts.operatorNumber == own.operatorNumber)
    }
    point.state.forget(isNamedLater: isNamedLater, kin: kin)
    point.without?.forget(isNamedLater: isNamedLater, kin: kin)
  }

  /// The grounds that ``decide(covering:region:)`` still asks about once all is folded, as places
  /// in ``grounds``: the event's own first, then those of neighbours on its day.
  public func groundsAfterFold(footprint: Int) -> [Int32] {
    var asked = (0..<footprint).map { Int32($0) }
    func add(_ ground: Int32) {
      if ground >= 0, !asked.contains(ground) { asked.append(ground) }
    }
    func addReopened(_ place: Int32) {
      guard place >= 0 else { return }
      for ground in register.reopened[Int(place)] { add(numbers[Int(ground)]) }
    }
    addReopened(subject.reopens)
    for entry in entries {
      let last = entry.previous >= 0 ? entry.early.late : entry.early
      guard !(last < subject.early) else { continue }
      add(entry.own)
      add(entry.previous)
      addReopened(entry.reopens)
    }
    return asked
  }
}
