extension RegisterBuilder {
  /// Makes the event of each accepted release with a date and a polygon, and of its revocation.
  mutating func addReleases() {
    register.releases = Array(
      repeating: ReleaseFacts(
        kind: .cleared, coverage: [], isSurfaceSearch: false, task: -1, operatorNumber: -1,
        profile: -1, hazards: 0..<0), count: register.subjects.count)
    register.events.reserveCapacity(accepted.count + versions.count)
    register.footprints.reserveCapacity(accepted.count + versions.count)
    var numbers = Numbers()
    for (index, release) in accepted.enumerated() {
      let subject = releaseSubjects[index]
      let task = taskNumber(of: release, &numbers)
      let hazards = hazards(of: release, task: task, index: index)
      let name = release.profile.operatorName ?? release.key.organisation
      register.releases[Int(subject)] = ReleaseFacts(
        kind: release.profile.kind, coverage: release.coverage,
        isSurfaceSearch: release.profile.activity == .battleAreaSurface, task: task,
        operatorNumber: numbers.operators.number(of: name),
        profile: numbers.profiles.number(of: release.profile), hazards: hazards)
      if release.ground >= 0, release.profile.activity != .spotTask {
        addEvents(of: release, subject: subject)
      }
    }
    register.profiles = numbers.profiles.values
  }

  /// Numbers given to what releases have in common.
  private struct Numbers {
    var operators = Numbering<String>()
    var profiles = Numbering<ReleaseProfile>()
    var unlistedTasks = Numbering<RecordKey>()
  }

  private mutating func addEvents(of release: LedgerRelease, subject: Int32) {
    guard let day = release.day, let area = release.area else { return }
    let start = Int32(register.footprints.count)
    register.footprints.append(release.ground)
    func event(_ action: LandEvent.Action, _ day: Int32, _ turn: EventOrder.Turn) -> LandEvent {
      LandEvent(
        action: action, subject: subject, item: subject, day: day,
        order: EventOrder(day: day, turn: turn, rank: subject), ground: release.ground,
        footprint: start..<start + 1, version: 1, storedVersion: release.storedVersion,
        area: Area(squareCentimetres: area))
    }
    register.events.append(event(.release, day, .init(release.profile.kind)))
    guard release.review == .revoked, let revoked = release.revokedDay else { return }
    // Taken back before it was done: it never stood a day, and the two events cancel out.
    register.events.append(event(.revocation, max(day, revoked), .takingBack))
  }

  /// The hazards that a release names, by itself or by its task, ascending and once each.
  private mutating func hazards(
    of release: LedgerRelease, task: Int32, index: Int
  ) -> Range<Int32> {
    let start = register.namedHazards.count
    for id in release.hazards {
      guard
        let hazard = hazardLinks.resolve(
          id, organisation: release.key.organisation, kind: "hazard",
          findings: &register.findings, from: "release \(release.key)")
      else { continue }
      register.namedHazards.append(hazard)
      noteIfEarlier(release, index: index, hazard: hazard)
    }
    if task >= 0, task < hazardsOfTask.count {
      register.namedHazards += hazardsOfTask[Int(task)]
    }
    if register.namedHazards.count > start + 1 {
      let distinct = Set(register.namedHazards[start...]).sorted()
      register.namedHazards.replaceSubrange(start..., with: distinct)
    }
    return Int32(start)..<Int32(register.namedHazards.count)
  }

  /// Keeps the releases by which a hazard may have to be known earlier than it says.
  private mutating func noteIfEarlier(_ release: LedgerRelease, index: Int, hazard: Int32) {
    guard let day = release.day else { return }
    let ofHazard = hazardIndex(of: hazard)
    // A version without ground is no first version, so the latest decides whether to look closer.
    let latest = versions[hazardStarts[ofHazard + 1] - 1].day
    if day < latest { earlierReleases[hazard, default: []].append(index) }
  }

  /// A number equal for releases of one task, also where no task list was imported.
  private mutating func taskNumber(of release: LedgerRelease, _ numbers: inout Numbers) -> Int32 {
    guard let id = release.task else { return -1 }
    if !hazardsOfTask.isEmpty,
      let listed = taskLinks.resolve(
        id, organisation: release.key.organisation, kind: "task", findings: &register.findings,
        from: "release \(release.key)")
    {
      return listed
    }
    let key = RecordKey(organisation: release.key.organisation, id: id)
    return Int32(hazardsOfTask.count) + numbers.unlistedTasks.number(of: key)
  }
}

/// Numbers for values that repeat, in the order in which they are first met.
struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int32] = [:]
  private var last: (value: Value, number: Int32)?

  mutating func number(of value: Value) -> Int32 {
    if let last, last.value == value { return last.number }
    let number = numbers[value] ?? Int32(values.count)
    if Int(number) == values.count {
      values.append(value)
      numbers[value] = number
    }
    last = (value, number)
    return number
  }
}
