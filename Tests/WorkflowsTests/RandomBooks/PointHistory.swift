import GeometryValues
import LandRelease

/// What an event is called in the rules read by points and in the ledger alike.
struct EventName: Hashable, CustomStringConvertible {
  var type: EventReference.RecordType
  var stored: Int64
  var isRevocation = false

  var description: String { "\(type) row \(stored)\(isRevocation ? " revoked" : "")" }
}

/// What an event does at a point in one layer.
struct PointDecision: Hashable {
  var event: EventName
  var layer: Layer
  var transition: Transition
}

/// The history of one point, one happening after the other.
struct PointHistory {
  private let rules: PointRules
  private let cover: Set<MultiPolygon>
  /// What happened so far and was not taken back.
  private var standing: [PointRules.Happening] = []
  private var types = ContaminationTypes.words.map { TypeAtPoint($0.type) }
  /// The releases of any type since the land was last held.
  private var landSince: [Int] = []

  init(_ rules: PointRules, _ cover: Set<MultiPolygon>) {
    self.rules = rules
    self.cover = cover
  }

  func state(_ layer: Layer) -> LandState {
    layer == .land
      ? types.map(\.state).max() ?? .unrecorded
      : types.first { Self.layer(of: $0.type) == layer }?.state ?? .unrecorded
  }

  private static func layer(of type: ContaminationTypes) -> Layer {
    Layer(rawValue: type.text) ?? .land
  }

  /// Lets it happen, and tells what that is in each layer in which it is posted.
  mutating func take(_ happening: PointRules.Happening) -> [PointDecision] {
    let before = self
    switch happening.deed {
    case .withdrawal(let hazard, _): takeBack { $0.isOf(hazard: hazard) }
    case .revocation(let release): takeBack { $0 == .release(release) }
    default:
      standing.append(happening)
      play(happening)
    }
    let (name, isInside, posted) = event(happening.deed, after: before)
    let again = before.wasCleared(besides: happening.deed)
    return Layer.allCases.filter { $0 == .land || posted.contains($0) }.map { layer in
      let (from, to) = (before.state(layer), state(layer))
      let cause = before.cause(of: happening.deed, in: layer, from: from, to: to)
      return PointDecision(
        event: name, layer: layer,
        transition: Transition(from: from, to: to, cause: cause, again: again, isInside: isInside))
    }
  }

  private mutating func takeBack(_ isOf: (PointRules.Deed) -> Bool) {
    standing.removeAll { isOf($0.deed) }
    types = ContaminationTypes.words.map { TypeAtPoint($0.type) }
    landSince = []
    for happening in standing { play(happening) }
  }

  private mutating func play(_ happening: PointRules.Happening) {
    for index in types.indices { types[index].apply(happening.deed, rules, cover) }
    let state = state(.land)
    if state.isOpen {
      landSince = []
    } else if case .release(let index) = happening.deed, state.isReleased,
      !rules.releases[index].types.isEmpty
    {
      landSince.append(index)
    }
  }

  /// The event's name, whether its own polygon is here, and the layers of types it is posted in.
  private func event(
    _ deed: PointRules.Deed, after before: PointHistory
  ) -> (EventName, Bool, Set<Layer>) {
    switch deed {
    case .version(let hazard, let number):
      let record = rules.hazards[hazard]
      let version = record.versions[number]
      let isInside = cover.contains(version.ground)
      let lost = rules.change(record, number, cover).lost
      return (
        EventName(type: .hazard, stored: version.stored), isInside,
        Self.layers(isInside ? version.types.union(lost) : lost)
      )
    case .waiting(let hazard, let number):
      let version = rules.hazards[hazard].waiting[number]
      return (EventName(type: .hazard, stored: version.stored), true, Self.layers(version.types))
    case .withdrawal(let hazard, let number):
      let record = rules.hazards[hazard]
      let version = record.versions[number]
      return (
        EventName(type: .hazard, stored: version.stored), cover.contains(version.ground),
        Self.layers(record.named(before: number))
      )
    case .release(let index), .revocation(let index):
      let release = rules.releases[index]
      let posted = Self.layers(release.types).filter { layer in
        !release.isAllTypes || layer == .unknown || before.state(layer) != .unrecorded
          || state(layer) != .unrecorded
      }
      return (
        EventName(
          type: .release, stored: release.stored, isRevocation: deed == .revocation(index)), true,
        posted
      )
    }
  }

  private static func layers(_ types: ContaminationTypes) -> Set<Layer> {
    Set(ContaminationTypes.words.filter { types.contains($0.type) }.map { layer(of: $0.type) })
  }

  /// Whether a cleared record other than the one at hand cleared the point and still stands.
  private func wasCleared(besides deed: PointRules.Deed) -> Bool {
    standing.contains { happening in
      guard case .release(let index) = happening.deed else { return false }
      let release = rules.releases[index]
      return release.kind == .cleared && !release.isSurface && deed != .revocation(index)
    }
  }

  /// Why the state moves, or why it does not; asked of the history before the happening.
  private func cause(
    of deed: PointRules.Deed, in layer: Layer, from: LandState, to: LandState
  ) -> Cause {
    switch deed {
    case .waiting: .pending
    case .withdrawal: .withdrawn
    case .revocation: .revoked
    case .release(let index): releaseCause(index, in: layer, from: from, to: to)
    case .version(let hazard, let number):
      versionCause(hazard, number, in: layer, from: from, to: to)
    }
  }

  private func releaseCause(
    _ index: Int, in layer: Layer, from: LandState, to: LandState
  ) -> Cause {
    if from.isOpen { return to.isOpen ? .partial : .released }
    if from == .unrecorded { return to == .unrecorded ? .noEffect : .outside }
    if to > from { return .strengthened }
    let release = rules.releases[index]
    let list =
      layer == .land ? landSince : types.first { Self.layer(of: $0.type) == layer }?.since ?? []
    let past = list.map { rules.releases[$0] }
    if let task = release.task, past.contains(where: { $0.task == task }) { return .withinTask }
    let isSame = past.contains { $0.operatorName == release.operatorName }
    return isSame ? .repeatedSameOperator : .repeatedOtherOperator
  }

  private func versionCause(
    _ hazard: Int, _ number: Int, in layer: Layer, from: LandState, to: LandState
  ) -> Cause {
    let record = rules.hazards[hazard]
    if to.isOpen && !from.isOpen {
      if from == .unrecorded { return .identified }
      return record.versions[number].reopens.contains { cover.contains($0) }
        ? .reopened : .contested
    }
    if to > from { return .confirmed }
    if givesUp(hazard, number, in: layer) { return .givenUp }
    if to < from { return .downgraded }
    if from.isOpen { return .alreadyRecorded }
    return from.isReleased ? .keptReleased : .noEffect
  }

  /// Whether the version loses the point or a type there, or closes with ground left.
  private func givesUp(_ hazard: Int, _ number: Int, in layer: Layer) -> Bool {
    let version = rules.hazards[hazard].versions[number]
    let lost = rules.change(rules.hazards[hazard], number, cover).lost
    let ofLayer = types.filter {
      lost.contains($0.type) && (layer == .land || Self.layer(of: $0.type) == layer)
    }
    if ofLayer.isEmpty { return false }
    // Closing gives up what is left; ground that was released before only stays so.
    guard version.isEnded, cover.contains(version.ground) else { return true }
    return ofLayer.contains { $0.isHeld(by: hazard) }
  }
}

extension PointRules.Deed {
  fileprivate func isOf(hazard: Int) -> Bool {
    switch self {
    case .version(let other, _), .waiting(let other, _), .withdrawal(let other, _):
      other == hazard
    case .release, .revocation: false
    }
  }
}
