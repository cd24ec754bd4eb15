/// The state of one point for all contamination types at once (accounting rules, section 2).
///
/// Types are bits, so one rule is applied to all types of a record in one step. The methods are
/// the rows of the rules' table of events; nothing here knows of dates, order or polygons.
struct PointState: Hashable {
  /// How one hazard holds the point: each of its types in one of three ways.
  struct Holder: Hashable {
    var hazard: Int32
    var confirmed: ContaminationTypes = []
    var suspected: ContaminationTypes = []
    var givenUp: ContaminationTypes = []

    var types: ContaminationTypes { confirmed.union(suspected).union(givenUp) }
  }

  /// A release that acted at the point since the types were last held.
  struct PastRelease: Hashable {
    var release: Int32
    var types: ContaminationTypes
  }

  private(set) var holders: [Holder] = []
  private(set) var cleared: ContaminationTypes = []
  private(set) var reduced: ContaminationTypes = []
  private(set) var cancelled: ContaminationTypes = []
  /// For each type, the releases since it was last held.
  private(set) var since: [PastRelease] = []
  /// The releases since any type was last held.
  private(set) var landSince: [Int32] = []

  var held: ContaminationTypes {
    holders.reduce(into: []) { $0.formUnion($1.types) }
  }

  var released: ContaminationTypes { cleared.union(reduced).union(cancelled) }

  mutating func reset() {
    holders.removeAll(keepingCapacity: true)
    since.removeAll(keepingCapacity: true)
    landSince.removeAll(keepingCapacity: true)
    cleared = []
    reduced = []
    cancelled = []
  }

  /// The state of every type.
  var types: TypeStates {
    var types = TypeStates()
    for holder in holders {
      types.confirmed.formUnion(holder.confirmed)
      types.suspected.formUnion(holder.suspected)
      types.givenUp.formUnion(holder.givenUp)
    }
    types.suspected.subtract(types.confirmed)
    types.givenUp.subtract(types.confirmed.union(types.suspected))
    let held = types.open
    types.cleared = cleared.subtracting(held)
    types.reduced = reduced.subtracting(held)
    types.cancelled = cancelled.subtracting(held)
    return types
  }

  /// The types in which a hazard holds the point.
  func types(heldBy hazard: Int32) -> ContaminationTypes {
    holders.first { $0.hazard == hazard }?.types ?? []
  }

  /// Leaves out what no later event asks for, so that points that differ in nothing else are equal.
  ///
  /// - Parameters:
  ///   - isNamedLater: whether a later event changes or gives up what the hazard holds; the others
  ///     hold as one, -1.
  ///   - kin: what stands for a release since the ground was held; nil where nothing asks for it.
  mutating func forget(isNamedLater: (Int32) -> Bool, kin: (Int32) -> Int32?) {
    cleared.subtract(held)
    reduced.subtract(held)
    cancelled.subtract(held)
    var nameless = Holder(hazard: -1)
    for holder in holders where !isNamedLater(holder.hazard) {
      nameless.confirmed.formUnion(holder.confirmed)
      nameless.suspected.formUnion(holder.suspected)
      nameless.givenUp.formUnion(holder.givenUp)
    }
    nameless.suspected.subtract(nameless.confirmed)
    nameless.givenUp.subtract(nameless.confirmed.union(nameless.suspected))
    holders.removeAll { !isNamedLater($0.hazard) }
    holders.sort { $0.hazard < $1.hazard }
    if !nameless.types.isEmpty { holders.append(nameless) }
    if since.isEmpty, landSince.isEmpty { return }
    var kept: [Int32: ContaminationTypes] = [:]
    for past in since {
      if let kin = kin(past.release) { kept[kin, default: []].formUnion(past.types) }
    }
    since = kept.map { PastRelease(release: $0, types: $1) }.sorted { $0.release < $1.release }
    landSince = Set(landSince.compactMap(kin)).sorted()
  }

  /// A hazard takes up the point in its class.
  ///
  /// - Parameter staysReleased: whether a release since the type was last held, of the same hazard
  ///   or task, keeps ground released that nothing holds now.
  mutating func takeUp(
    _ types: ContaminationTypes, as hazardClass: HazardClass, by hazard: Int32,
    unless staysReleased: (PastRelease) -> Bool
  ) {
    var kept: ContaminationTypes = []
    let unheld = types.subtracting(held)
    if !unheld.isEmpty {
      for past in since where !past.types.isDisjoint(with: unheld) && staysReleased(past) {
        kept.formUnion(past.types.intersection(unheld))
      }
    }
    let taken = types.subtracting(kept)
    guard !taken.isEmpty else { return }
    hold(taken, as: hazardClass, by: hazard)
    for index in since.indices { since[index].types.subtract(taken) }
    since.removeAll { $0.types.isEmpty }
    landSince.removeAll(keepingCapacity: true)
  }

  /// A hazard changes class: what it still holds gets the new one.
  mutating func changeClass(
    _ types: ContaminationTypes, to hazardClass: HazardClass, by hazard: Int32
  ) {
    guard let holder = holders.first(where: { $0.hazard == hazard }) else { return }
    let still = types.intersection(holder.types)
    if !still.isEmpty { hold(still, as: hazardClass, by: hazard) }
  }

  /// A hazard gives the point up: what it still holds stays open as given up.
  mutating func giveUp(_ types: ContaminationTypes, by hazard: Int32) {
    guard let index = holders.firstIndex(where: { $0.hazard == hazard }) else { return }
    let still = types.intersection(holders[index].types)
    holders[index].confirmed.subtract(still)
    holders[index].suspected.subtract(still)
    holders[index].givenUp.formUnion(still)
  }

  private mutating func hold(
    _ types: ContaminationTypes, as hazardClass: HazardClass, by hazard: Int32
  ) {
    let index: Int
    if let known = holders.firstIndex(where: { $0.hazard == hazard }) {
      index = known
    } else {
      index = holders.count
      holders.append(Holder(hazard: hazard))
    }
    holders[index].givenUp.subtract(types)
    switch hazardClass {
    case .confirmed:
      holders[index].suspected.subtract(types)
      holders[index].confirmed.formUnion(types)
    case .suspected:
      holders[index].confirmed.subtract(types)
      holders[index].suspected.formUnion(types)
    }
  }

  /// An accepted release: held types are held no more, others get the stronger kind.
  ///
  /// A release of all types acts in `unknown`, and in other types only where they are recorded.
  /// On unrecorded ground only `cleared` counts.
  mutating func release(_ coverage: ContaminationTypes, kind: ReleaseKind, by release: Int32) {
    let recorded = held.union(released)
    let acting = coverage == .all ? recorded.union(.unknown) : coverage
    let heldBefore = acting.intersection(held)
    for index in holders.indices {
      holders[index].confirmed.subtract(acting)
      holders[index].suspected.subtract(acting)
      holders[index].givenUp.subtract(acting)
    }
    holders.removeAll { $0.types.isEmpty }
    cleared.subtract(heldBefore)
    reduced.subtract(heldBefore)
    cancelled.subtract(heldBefore)
    let effective = kind == .cleared ? acting : acting.intersection(recorded)
    mark(effective, as: kind)
    if !effective.isEmpty { since.append(PastRelease(release: release, types: effective)) }
    if !holders.isEmpty {
      landSince.removeAll(keepingCapacity: true)
    } else if !coverage.isEmpty, !self.released.isEmpty {
      landSince.append(release)
    }
  }

  /// Marks types as released, never weaker than they are.
  private mutating func mark(_ types: ContaminationTypes, as kind: ReleaseKind) {
    switch kind {
    case .cleared:
      reduced.subtract(types)
      cancelled.subtract(types)
      cleared.formUnion(types)
    case .reduced:
      let weaker = types.subtracting(cleared)
      cancelled.subtract(weaker)
      reduced.formUnion(weaker)
    case .cancelled:
      cancelled.formUnion(types.subtracting(cleared).subtracting(reduced))
    }
  }
}

/// The state of a point in every type, and over all of them.
struct TypeStates: Hashable {
  var confirmed: ContaminationTypes = []
  var suspected: ContaminationTypes = []
  var givenUp: ContaminationTypes = []
  var cleared: ContaminationTypes = []
  var reduced: ContaminationTypes = []
  var cancelled: ContaminationTypes = []

  var open: ContaminationTypes { confirmed.union(suspected).union(givenUp) }
  var recorded: ContaminationTypes { open.union(cleared).union(reduced).union(cancelled) }

  /// The highest state over all types: what the `land` layer shows.
  var land: LandState { state(of: .all) }

  /// The highest state over the given types.
  func state(of types: ContaminationTypes) -> LandState {
    if !confirmed.isDisjoint(with: types) { return .confirmed }
    if !suspected.isDisjoint(with: types) { return .suspected }
    if !givenUp.isDisjoint(with: types) { return .givenUp }
    if !cleared.isDisjoint(with: types) { return .cleared }
    if !reduced.isDisjoint(with: types) { return .reduced }
    return cancelled.isDisjoint(with: types) ? .unrecorded : .cancelled
  }
}
