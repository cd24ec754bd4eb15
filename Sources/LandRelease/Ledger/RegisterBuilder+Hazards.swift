import GeometryValues

extension RegisterBuilder {
  /// Makes the events of each hazard's versions.
  mutating func addHazards(sharesGround: (MultiPolygon, MultiPolygon) -> Bool) {
    for (index, versions) in hazards.enumerated() {
      var line = HazardLine(subject: hazardSubjects[index])
      for (number, stored) in versions.enumerated() {
        add(stored, number: number + 1, to: &line, sharesGround: sharesGround)
      }
      groundsOfSubject[line.subject] = line.grounds
      if let last = line.last, last.version != versions.last?.version, line.isWaiting {
        register.countingBeforeWaiting.append(last.version)
      }
    }
    resolveReopened()
  }

  /// What the versions of one hazard so far come to.
  private struct HazardLine {
    let subject: Int32
    var lastStep: Int32 = -1
    var last: Stored<Hazard>?
    var lastPolygon: MultiPolygon?
    var lastArea: Area?
    var grounds: [Int32] = []
    /// Whether the latest version waits to be confirmed.
    var isWaiting = false
  }

  private mutating func add(
    _ stored: Stored<Hazard>, number: Int, to line: inout HazardLine,
    sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) {
    let hazard = stored.content
    let isUsable = hazard.polygon != nil && stored.measuredArea != nil
    guard let polygon = isUsable ? hazard.polygon : line.lastPolygon,
      let area = isUsable ? stored.measuredArea : line.lastArea
    else {
      register.countingHazards.append(stored.version)
      return
    }
    let waits = isPending(hazard, polygon: polygon, after: line, sharesGround: sharesGround)
    let previousGround = line.lastStep >= 0 ? register.steps[Int(line.lastStep)].ground : -1
    let ground = ground(
      polygon, type: .hazard, version: stored.version, previous: previousGround)
    let action = action(of: hazard, isPending: waits)
    let date = effectiveDate(of: hazard, polygon: polygon, line: line, sharesGround: sharesGround)
    let step = step(of: hazard, action: action, ground: ground, line: line)
    register.steps.append(step)
    let item = Int32(register.steps.count - 1)
    let day = date.map { Int32($0.dayNumber) } ?? Int32.min
    let turn: EventOrder.Turn = action == .withdrawal ? .takingBack : .early
    register.events.append(
      LandEvent(
        action: action, subject: line.subject, item: item, day: day,
        order: EventOrder(day: day, turn: turn, rank: line.subject),
        footprint: footprint(ground, action: action, line: line),
        reference: EventReference(
          type: .hazard, key: hazard.key, version: number, storedVersion: stored.version),
        date: date, area: area))
    if hazard.date == nil { register.findings.append(RegisterFindings.undated(hazard)) }
    line.isWaiting = waits
    if waits {
      register.findings.append(RegisterFindings.pending(hazard, area: area))
      return
    }
    register.countingHazards.append(stored.version)
    line.lastStep = item
    line.last = stored
    line.lastPolygon = polygon
    line.lastArea = area
    if !line.grounds.contains(ground) { line.grounds.append(ground) }
  }

  private func action(of hazard: Hazard, isPending: Bool) -> LandEvent.Action {
    if isPending { return .pending }
    let hasReason = !(hazard.reason ?? "").isEmpty
    return hazard.status == .withdrawn && hasReason ? .withdrawal : .version
  }

  /// A version waits if it shares no ground with the last that counts or has another source.
  private func isPending(
    _ hazard: Hazard, polygon: MultiPolygon, after line: HazardLine,
    sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) -> Bool {
    guard let last = line.last?.content, let lastPolygon = line.lastPolygon,
      !hazard.isConfirmedChange
    else { return false }
    if let source = hazard.source, let lastSource = last.source, source != lastSource {
      return true
    }
    return polygon != lastPolygon && !sharesGround(polygon, lastPolygon)
  }

  private func step(
    of hazard: Hazard, action: LandEvent.Action, ground: Int32, line: HazardLine
  ) -> HazardStep {
    // `closed` gives ground up in a later version only; `withdrawn` without a reason always.
    let isClosed = hazard.status == .closed && line.lastStep >= 0
    return HazardStep(
      types: action == .version ? hazard.contamination : [], hazardClass: hazard.hazardClass,
      ground: ground, previous: line.lastStep,
      isEnded: hazard.status == .withdrawn || isClosed, reopens: [])
  }

  /// The version's date; a hazard's first one counts as known no later than an accepted release
  /// that names it, overlaps it and covers a type of it.
  private func effectiveDate(
    of hazard: Hazard, polygon: MultiPolygon, line: HazardLine,
    sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) -> CalendarDate? {
    guard line.lastStep < 0, var earliest = hazard.date else { return hazard.date }
    for index in releasesNaming[line.subject] ?? [] {
      let release = accepted[index].content
      guard let date = release.date, date < earliest, release.activity != .spotTask,
        !release.coverage.isDisjoint(with: hazard.contamination),
        let ground = release.polygon, sharesGround(polygon, ground)
      else { continue }
      earliest = date
    }
    return earliest
  }

  private func footprint(_ ground: Int32, action: LandEvent.Action, line: HazardLine) -> [Int32] {
    switch action {
    case .withdrawal: return [ground] + line.grounds.filter { $0 != ground }
    case .version where line.lastStep >= 0:
      let previous = register.steps[Int(line.lastStep)].ground
      return previous == ground ? [ground] : [ground, previous]
    default: return [ground]
    }
  }

  /// Finds the grounds under the records that versions reopen.
  private mutating func resolveReopened() {
    for event in register.events where event.reference.type == .hazard && event.action == .version {
      let versions = hazards[hazardIndex(of: event.subject)]
      guard let hazard = versions.first(where: { $0.version == event.reference.storedVersion }),
        let name = hazard.content.reopens
      else { continue }
      let organisation = hazard.content.key.organisation
      var target: Int32?
      if case .found(let release) = releaseLinks.resolve(name, from: organisation) {
        target = release
      } else {
        target = hazardLinks.resolve(
          name, from: "hazard \(hazard.content.key)", organisation: organisation,
          kind: "release or hazard", findings: &register.findings)
      }
      if let target { register.steps[Int(event.item)].reopens = groundsOfSubject[target] ?? [] }
    }
  }

  private func hazardIndex(of subject: Int32) -> Int {
    var low = 0
    var high = hazardSubjects.count
    while low < high {
      let middle = (low + high) / 2
      if hazardSubjects[middle] < subject { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
