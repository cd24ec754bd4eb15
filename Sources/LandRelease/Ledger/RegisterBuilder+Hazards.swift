extension RegisterBuilder {
  /// Makes the events of each hazard's versions.
  mutating func addHazards() {
    register.steps.reserveCapacity(versions.count)
    stepStarts.reserveCapacity(hazardSubjects.count + 1)
    var reopening: [(step: Int32, hazard: RecordKey, name: String)] = []
    for (index, subject) in hazardSubjects.enumerated() {
      stepStarts.append(register.steps.count)
      var line = HazardLine(subject: subject)
      let range = hazardStarts[index]..<hazardStarts[index + 1]
      for place in range {
        let step = Int32(register.steps.count)
        add(versions[place], number: Int32(place - range.lowerBound + 1), to: &line)
        if let name = versions[place].reopens, step < register.steps.count,
          register.events.last?.action == .version
        {
          reopening.append((step, versions[place].key, name))
        }
      }
      if let last = line.last, line.isWaiting,
        last.storedVersion != versions[range.upperBound - 1].storedVersion
      {
        register.countingBeforeWaiting.append(last.storedVersion)
      }
    }
    stepStarts.append(register.steps.count)
    resolve(reopening)
  }

  /// What the versions of one hazard so far come to.
  private struct HazardLine {
    let subject: Int32
    var lastStep: Int32 = -1
    var last: LedgerHazard?
    var lastGround: Int32 = -1
    var lastArea: Int64?
    /// Whether the latest version waits to be confirmed.
    var isWaiting = false
  }

  private mutating func add(_ hazard: LedgerHazard, number: Int32, to line: inout HazardLine) {
    let isUsable = hazard.ground >= 0 && hazard.area != nil
    guard let area = isUsable ? hazard.area : line.lastArea else { return }
    var ground = isUsable ? hazard.ground : line.lastGround
    let waits = isPending(hazard, ground: ground, after: line)
    if line.lastStep >= 0 {
      let before = register.steps[Int(line.lastStep)].ground
      if before != ground, grounds.isSame(before, ground) { ground = before }
    }
    let action = action(of: hazard, isPending: waits)
    let day = effectiveDay(of: hazard, ground: ground, line: line)
    register.steps.append(step(of: hazard, action: action, ground: ground, line: line))
    let item = Int32(register.steps.count - 1)
    let turn: EventOrder.Turn = action == .withdrawal ? .takingBack : .early
    register.events.append(
      LandEvent(
        action: action, subject: line.subject, item: item, day: day,
        order: EventOrder(day: day, turn: turn, rank: line.subject), ground: ground,
        footprint: footprint(ground, action: action, line: line), version: number,
        storedVersion: hazard.storedVersion, area: Area(squareCentimetres: area)))
    if hazard.day == PostedEvent.undated {
      register.findings.append(RegisterFindings.undated(hazard: hazard.key))
    }
    line.isWaiting = waits
    if waits {
      register.findings.append(
        RegisterFindings.pending(hazard, area: Area(squareCentimetres: area)))
      return
    }
    line.lastStep = item
    line.last = hazard
    line.lastGround = ground
    line.lastArea = area
  }

  private func action(of hazard: LedgerHazard, isPending: Bool) -> LandEvent.Action {
    if isPending { return .pending }
    return hazard.status == .withdrawn && hazard.hasReason ? .withdrawal : .version
  }

  /// A version waits if it shares no ground with the last that counts or has another source.
  private func isPending(
    _ hazard: LedgerHazard, ground: Int32, after line: HazardLine
  ) -> Bool {
    guard let last = line.last, line.lastGround >= 0, !hazard.isConfirmedChange else {
      return false
    }
    if let source = hazard.source, let lastSource = last.source, source != lastSource {
      return true
    }
    return ground != line.lastGround && !grounds.isSame(ground, line.lastGround)
      && !grounds.sharesGround(ground, line.lastGround)
  }

  private func step(
    of hazard: LedgerHazard, action: LandEvent.Action, ground: Int32, line: HazardLine
  ) -> HazardStep {
    // `closed` gives ground up in a later version only; `withdrawn` without a reason always.
    let isClosed = hazard.status == .closed && line.lastStep >= 0
    let named = line.lastStep >= 0 ? register.steps[Int(line.lastStep)].everNamed : []
    return HazardStep(
      types: action == .version || action == .pending ? hazard.types : [],
      everNamed: action == .withdrawal ? named : named.union(hazard.types),
      hazardClass: hazard.hazardClass, ground: ground, previous: line.lastStep,
      isEnded: hazard.status == .withdrawn || isClosed, isPending: action == .pending)
  }

  /// The version's day; a hazard's first one counts as known no later than an accepted release
  /// that names it, overlaps it and covers a type of it.
  private func effectiveDay(of hazard: LedgerHazard, ground: Int32, line: HazardLine) -> Int32 {
    guard line.lastStep < 0, hazard.day != PostedEvent.undated else { return hazard.day }
    var earliest = hazard.day
    for index in earlierReleases[line.subject] ?? [] {
      let release = accepted[index]
      guard let day = release.day, day < earliest, release.profile.activity != .spotTask,
        !release.coverage.isDisjoint(with: hazard.types), release.ground >= 0,
        grounds.sharesGround(ground, release.ground)
      else { continue }
      earliest = day
    }
    return earliest
  }

  private mutating func footprint(
    _ ground: Int32, action: LandEvent.Action, line: HazardLine
  ) -> Range<Int32> {
    let start = Int32(register.footprints.count)
    register.footprints.append(ground)
    if action == .version, line.lastStep >= 0 {
      let previous = register.steps[Int(line.lastStep)].ground
      if previous != ground { register.footprints.append(previous) }
    } else if action == .withdrawal {
      for step in register.steps[stepStarts[stepStarts.count - 1]...] where !step.isPending {
        if !register.footprints[Int(start)...].contains(step.ground) {
          register.footprints.append(step.ground)
        }
      }
    }
    return start..<Int32(register.footprints.count)
  }

  /// Finds the grounds under the records that versions reopen.
  private mutating func resolve(_ names: [(step: Int32, hazard: RecordKey, name: String)]) {
    guard !names.isEmpty else { return }
    var releaseLinks = RecordLinks<Int32>()
    for (index, subject) in releaseSubjects.enumerated() {
      releaseLinks.add(Int32(index), key: register.subjects[Int(subject)].key)
    }
    for (step, hazard, name) in names {
      if case .found(let release) = releaseLinks.resolve(name, from: hazard.organisation) {
        let isGround = accepted[Int(release)].profile.activity != .spotTask
        reopen(step, isGround ? [accepted[Int(release)].ground].filter { $0 >= 0 } : [])
      } else if let target = hazardLinks.resolve(
        name, organisation: hazard.organisation, kind: "release or hazard",
        findings: &register.findings, from: "hazard \(hazard)")
      {
        let index = hazardIndex(of: target)
        let steps = register.steps[stepStarts[index]..<stepStarts[index + 1]]
        reopen(step, Set(steps.filter { !$0.isPending }.map(\.ground)).sorted())
      }
    }
  }

  private mutating func reopen(_ step: Int32, _ grounds: [Int32]) {
    guard !grounds.isEmpty else { return }
    register.steps[Int(step)].reopens = Int32(register.reopened.count)
    register.reopened.append(grounds)
  }
}
