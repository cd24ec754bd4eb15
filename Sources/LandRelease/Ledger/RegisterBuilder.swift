extension LandRegister {
  /// Resolves stored records into the events of the ledger.
  ///
  /// The same records give the same register whatever their order: everything is sorted by key,
  /// date and content first.
  public init(
    hazards: [LedgerHazard], releases: [LedgerRelease], tasks: [LandTask],
    clock: LedgerClock = .effective, grounds: GroundComparison
  ) {
    var builder = RegisterBuilder(clock: clock, grounds: grounds)
    builder.chooseHazardVersions(hazards)
    builder.chooseReleases(releases)
    builder.rankSubjects()
    builder.link(tasks)
    builder.addReleases()
    builder.addHazards()
    builder.register.events.sort { $0.order < $1.order }
    self = builder.register
  }
}

/// The state of making a register; each step reads what the ones before it made.
struct RegisterBuilder {
  let clock: LedgerClock
  let grounds: GroundComparison
  var register = LandRegister()
  /// The versions that count or wait, hazard after hazard in the order of keys, by date, undated
  /// first.
  var versions: [LedgerHazard] = []
  /// Where the versions of each hazard begin, and the end of the last.
  var hazardStarts: [Int] = [0]
  var accepted: [LedgerRelease] = []
  /// Subject numbers of the hazards and of `accepted`, in their order.
  var hazardSubjects: [Int32] = []
  var releaseSubjects: [Int32] = []
  var hazardLinks = RecordLinks<Int32>()
  var taskLinks = RecordLinks<Int32>()
  var hazardsOfTask: [[Int32]] = []
  /// Accepted releases that name a hazard and come before its first version, by the hazard.
  var earlierReleases: [Int32: [Int]] = [:]
  /// Where the steps of each hazard begin in the register, by its place in `hazardSubjects`.
  var stepStarts: [Int] = []

  init(clock: LedgerClock, grounds: GroundComparison) {
    self.clock = clock
    self.grounds = grounds
  }

  mutating func chooseHazardVersions(_ stored: [LedgerHazard]) {
    let keys = stored.map(\.key)
    let order = KeyOrder(organisations: Set(keys.map(\.organisation))).sorted(keys) {
      let (left, right) = (stored[Int($0)], stored[Int($1)])
      return (left.day, left.storedVersion) < (right.day, right.storedVersion)
    }
    versions.reserveCapacity(stored.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      let key = keys[Int(order[start])]
      while end < order.count, keys[Int(order[end])] == key { end += 1 }
      if end == start + 1 {
        add(versions: [stored[Int(order[start])]])
      } else {
        add(versions: order[start..<end].map { stored[Int($0)] })
      }
      start = end
    }
  }

  /// Keeps of one hazard the content that counts of each date.
  private mutating func add(versions ofKey: [LedgerHazard]) {
    let first = versions.count
    for ofDate in ofKey.runs(by: \.day) {
      let (standing, rivals) = Versions.standing(among: Array(ofDate))
      note(rivals, of: "hazard \(ofKey[0].key)")
      guard var standing else { continue }
      if clock == .recorded {
        standing.day = Self.day(of: ofDate.map(\.recordedAt).min() ?? standing.recordedAt)
        // Of several versions recorded on one day the last is what the day left behind.
        while versions.count > first, versions[versions.count - 1].day >= standing.day {
          versions.removeLast()
        }
      }
      versions.append(standing)
    }
    if versions.count > first { hazardStarts.append(versions.count) }
  }

  /// Keeps the content that counts of each release, where review lets it change land.
  mutating func chooseReleases(_ stored: [LedgerRelease]) {
    let keys = stored.map(\.key)
    let order = KeyOrder(organisations: Set(keys.map(\.organisation))).sorted(keys) {
      stored[Int($0)].storedVersion < stored[Int($1)].storedVersion
    }
    accepted.reserveCapacity(stored.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      let key = keys[Int(order[start])]
      while end < order.count, keys[Int(order[end])] == key { end += 1 }
      add(contents: order[start..<end].map { stored[Int($0)] })
      start = end
    }
  }

  private mutating func add(contents ofKey: [LedgerRelease]) {
    let (chosen, rivals) = Versions.standing(among: ofKey)
    note(rivals, of: "release \(ofKey[0].key)")
    guard var standing = chosen, standing.review == .accepted || standing.review == .revoked
    else { return }
    if standing.day == nil {
      register.findings.append(RegisterFindings.undated(release: standing.key))
    }
    switch clock {
    case .effective: break
    case .approved: standing.day = standing.day.map { standing.approvedDay ?? $0 }
    case .recorded:
      let first = Self.day(of: ofKey.map(\.recordedAt).min() ?? standing.recordedAt)
      standing.day = standing.day.map { _ in first }
      standing.revokedDay = standing.revokedDay.map { _ in Self.day(of: standing.recordedAt) }
    }
    accepted.append(standing)
  }

  private static func day(of milliseconds: Int64) -> Int32 {
    let inDay: Int64 = 86_400_000
    let day = milliseconds >= 0 ? milliseconds / inDay : (milliseconds - inDay + 1) / inDay
    return Int32(clamping: day)
  }

  private mutating func note(_ rivals: Int, of record: @autoclosure () -> String) {
    if rivals > 0 { register.findings.append(Versions.conflict(record(), rivals: rivals)) }
  }

  /// Numbers all subjects by key; a hazard comes before a release of the same key.
  mutating func rankSubjects() {
    let hazardCount = hazardStarts.count - 1
    hazardLinks.reserve(hazardCount)
    register.subjects.reserveCapacity(hazardCount + accepted.count)
    var next = (hazard: 0, release: 0)
    while next.hazard < hazardCount || next.release < accepted.count {
      let hazardKey =
        next.hazard < hazardCount ? versions[hazardStarts[next.hazard]].key : nil
      let releaseKey = next.release < accepted.count ? accepted[next.release].key : nil
      let subject = Int32(register.subjects.count)
      if let hazardKey, releaseKey.map({ !($0 < hazardKey) }) ?? true {
        register.subjects.append(.init(type: .hazard, key: hazardKey))
        hazardSubjects.append(subject)
        hazardLinks.add(subject, key: hazardKey)
        next.hazard += 1
      } else if let releaseKey {
        register.subjects.append(.init(type: .release, key: releaseKey))
        releaseSubjects.append(subject)
        next.release += 1
      }
    }
  }

  mutating func link(_ tasks: [LandTask]) {
    for task in tasks.sorted(by: { $0.key < $1.key }) {
      let number = Int32(hazardsOfTask.count)
      taskLinks.add(number, key: task.key)
      hazardsOfTask.append(
        task.hazards.compactMap {
          hazardLinks.resolve(
            $0, organisation: task.key.organisation, kind: "hazard",
            findings: &register.findings, from: "task \(task.key)")
        })
    }
  }

  /// The place of a hazard in `hazardSubjects`.
  func hazardIndex(of subject: Int32) -> Int {
    var low = 0
    var high = hazardSubjects.count
    while low < high {
      let middle = (low + high) / 2
      if hazardSubjects[middle] < subject { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
