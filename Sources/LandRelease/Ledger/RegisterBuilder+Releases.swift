extension RegisterBuilder {
  /// Makes the event of each accepted release with a date and a polygon, and of its revocation.
  mutating func addReleases() {
    register.releases = Array(
      repeating: ReleaseFacts(
        kind: .cleared, coverage: [], isSurfaceSearch: false, hazards: [], task: -1,
        operatorNumber: -1), count: register.subjects.count)
    var operators: [String: Int32] = [:]
    var unlistedTasks: [RecordKey: Int32] = [:]
    let listedTasks = Int32(hazardsOfTask.count)
    for (index, stored) in accepted.enumerated() {
      let release = stored.content
      let subject = releaseSubjects[index]
      let task = taskNumber(of: release, unlisted: &unlistedTasks)
      let named = hazardsNamed(by: release)
      for hazard in named { releasesNaming[hazard, default: []].append(index) }
      let ofTask = task >= 0 && task < listedTasks ? hazardsOfTask[Int(task)] : []
      let name = release.operatorName ?? release.key.organisation
      let operatorNumber = operators[name] ?? Int32(operators.count)
      operators[name] = operatorNumber
      register.releases[Int(subject)] = ReleaseFacts(
        kind: release.kind, coverage: release.coverage,
        isSurfaceSearch: release.activity == .battleAreaSurface,
        hazards: Set(named + ofTask).sorted(), task: task, operatorNumber: operatorNumber)
      guard let polygon = release.polygon, release.activity != .spotTask else { continue }
      let ground = ground(polygon, type: .release, version: stored.version)
      groundsOfSubject[subject] = [ground]
      addEvents(of: stored, subject: subject, ground: ground)
    }
  }

  private mutating func addEvents(
    of stored: Stored<Release>, subject: Int32, ground: Int32
  ) {
    let release = stored.content
    guard let date = release.date, let area = stored.measuredArea else { return }
    let reference = EventReference(
      type: .release, key: release.key, version: 1, storedVersion: stored.version)
    let day = Int32(date.dayNumber)
    register.events.append(
      LandEvent(
        action: .release, subject: subject, item: subject, day: day,
        order: EventOrder(day: day, turn: .init(release.kind), rank: subject),
        footprint: [ground], reference: reference, date: date, area: area))
    guard release.review == .revoked, let revokedOn = release.revokedOn else { return }
    // Taken back before it was done: it never stood a day, and the two events cancel out.
    let lastDate = max(date, revokedOn)
    let lastDay = Int32(lastDate.dayNumber)
    register.events.append(
      LandEvent(
        action: .revocation, subject: subject, item: subject, day: lastDay,
        order: EventOrder(day: lastDay, turn: .takingBack, rank: subject),
        footprint: [ground], reference: reference, date: lastDate, area: area))
  }

  private mutating func hazardsNamed(by release: Release) -> [Int32] {
    release.hazards.compactMap {
      hazardLinks.resolve(
        $0, from: "release \(release.key)", organisation: release.key.organisation, kind: "hazard",
        findings: &register.findings)
    }
  }

  /// A number equal for releases of one task, also where no task list was imported.
  private mutating func taskNumber(
    of release: Release, unlisted: inout [RecordKey: Int32]
  ) -> Int32 {
    guard let id = release.task else { return -1 }
    if !hazardsOfTask.isEmpty,
      let listed = taskLinks.resolve(
        id, from: "release \(release.key)", organisation: release.key.organisation, kind: "task",
        findings: &register.findings)
    {
      return listed
    }
    let key = RecordKey(organisation: release.key.organisation, id: id)
    let number = unlisted[key] ?? Int32(hazardsOfTask.count + unlisted.count)
    unlisted[key] = number
    return number
  }
}
