/// Finds the cause of what an event does at a point, layer by layer (accounting rules, section 3).
struct EventJudgement {
  private let subject: ReplayEntry
  private let change: VersionChange
  private let from: TypeStates
  private let isInside: Bool
  private let again: Bool
  /// The types in which the event's hazard held the point before it.
  var heldBySubject: ContaminationTypes = []
  /// The types with a release of the event's own task, or operator, since they were last held.
  private var ofTask: ContaminationTypes = []
  private var ofOperator: ContaminationTypes = []
  private var landOfTask = false
  private var landOfOperator = false

  init(
    _ subject: ReplayEntry, change: VersionChange, from: TypeStates, isInside: Bool, again: Bool
  ) {
    self.subject = subject
    self.change = change
    self.from = from
    self.isInside = isInside
    self.again = again
  }

  /// Finds what releases came since the types, and land, were last held.
  mutating func look(at state: borrowing PointState, releases: [ReleaseFacts]) {
    let own = releases[Int(subject.subject)]
    for past in state.since {
      if let kin = GroundFold.Kin(past.release) {
        if kin.isOfTask { ofTask.formUnion(past.types) }
        if kin.isOfOperator { ofOperator.formUnion(past.types) }
        continue
      }
      let facts = releases[Int(past.release)]
      if own.task >= 0, facts.task == own.task { ofTask.formUnion(past.types) }
      if facts.operatorNumber == own.operatorNumber { ofOperator.formUnion(past.types) }
    }
    for release in state.landSince {
      if let kin = GroundFold.Kin(release) {
        landOfTask = landOfTask || kin.isOfTask
        landOfOperator = landOfOperator || kin.isOfOperator
        continue
      }
      let facts = releases[Int(release)]
      if own.task >= 0, facts.task == own.task { landOfTask = true }
      if facts.operatorNumber == own.operatorNumber { landOfOperator = true }
    }
  }

  /// Adds what the event does in `land` and in each layer where it is posted.
  func decide(to: TypeStates, into decisions: inout [GroundReplay.Decision]) {
    add(LayerSet(.land), from.land, to.land, landCause(from.land, to.land), to: &decisions)
    let posted = postedTypes(to: to)
    guard !posted.isEmpty else { return }
    for place in 0..<6 {
      let type = ContaminationTypes(rawValue: 1 << UInt8(place))
      guard posted.contains(type) else { continue }
      let (before, after) = (from.state(of: type), to.state(of: type))
      add(
        LayerSet(type), before, after, cause(in: type, before, after), to: &decisions)
    }
  }

  private func add(
    _ layer: LayerSet, _ from: LandState, _ to: LandState, _ cause: Cause,
    to decisions: inout [GroundReplay.Decision]
  ) {
    let transition = Transition(
      from: from, to: to, cause: cause, again: again, isInside: isInside)
    if let same = decisions.firstIndex(where: { $0.transition == transition }) {
      decisions[same].layers.formUnion(layer)
    } else {
      decisions.append(GroundReplay.Decision(layers: layer, transition: transition))
    }
  }

  /// The types in whose layers the event is posted at the point.
  ///
  /// A release of all types is posted in `unknown`, and in other types where they are recorded.
  private func postedTypes(to: TypeStates) -> ContaminationTypes {
    switch subject.action {
    case .version: (isInside ? subject.types : []).union(change.lost)
    case .pending, .withdrawal: subject.types
    case .release, .revocation:
      subject.types == .all
        ? from.recorded.union(to.recorded).union(.unknown) : subject.types
    }
  }

  private func landCause(_ from: LandState, _ to: LandState) -> Cause {
    switch subject.action {
    case .pending: .pending
    case .withdrawal: .withdrawn
    case .revocation: .revoked
    case .release:
      releaseCause(from, to, isOfTask: landOfTask, isOfOperator: landOfOperator)
    case .version:
      versionCause(
        from, to,
        givesUp: givesUp(change.lost, isHeld: !change.lost.isDisjoint(with: heldBySubject)))
    }
  }

  private func cause(in type: ContaminationTypes, _ from: LandState, _ to: LandState) -> Cause {
    switch subject.action {
    case .pending: .pending
    case .withdrawal: .withdrawn
    case .revocation: .revoked
    case .release:
      releaseCause(
        from, to, isOfTask: ofTask.contains(type), isOfOperator: ofOperator.contains(type))
    case .version:
      versionCause(
        from, to,
        givesUp: givesUp(change.lost.intersection(type), isHeld: heldBySubject.contains(type)))
    }
  }

  /// Closing gives up what is left; ground that was released before only stays so.
  private func givesUp(_ lost: ContaminationTypes, isHeld: Bool) -> Bool {
    !lost.isEmpty && (!subject.isEnded || !isInside || isHeld)
  }

  private func versionCause(_ from: LandState, _ to: LandState, givesUp: Bool) -> Cause {
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

  private func releaseCause(
    _ from: LandState, _ to: LandState, isOfTask: Bool, isOfOperator: Bool
  ) -> Cause {
    if from.isOpen { return to.isOpen ? .partial : .released }
    if from == .unrecorded { return to == .unrecorded ? .noEffect : .outside }
    if to > from { return .strengthened }
    if isOfTask { return .withinTask }
    return isOfOperator ? .repeatedSameOperator : .repeatedOtherOperator
  }
}
