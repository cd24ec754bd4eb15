public import GeometryValues

extension LandRegister {
  /// Resolves stored records into the events of the ledger.
  ///
  /// The same records give the same register whatever their order: everything is sorted by key,
  /// date and content first.
  ///
  /// - Parameter sharesGround: whether two polygons have ground in common (area above zero); asked
  ///   of successive versions of one hazard, and of a hazard with releases that name it.
  public init(
    hazards: [Stored<Hazard>], releases: [Stored<Release>], tasks: [LandTask],
    sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) {
    var builder = RegisterBuilder()
    builder.chooseHazardVersions(hazards)
    builder.chooseReleases(releases)
    builder.rankSubjects()
    builder.link(tasks)
    builder.addReleases()
    builder.addHazards(sharesGround: sharesGround)
    builder.register.events.sort { $0.order < $1.order }
    self = builder.register
  }
}

/// The state of making a register; each step reads what the ones before it made.
struct RegisterBuilder {
  var register = LandRegister()
  /// By hazard in the order of keys: its versions by date, undated first.
  var hazards: [[Stored<Hazard>]] = []
  var accepted: [Stored<Release>] = []
  /// Subject numbers of `hazards` and `accepted`, in their order.
  var hazardSubjects: [Int32] = []
  var releaseSubjects: [Int32] = []
  var hazardLinks = RecordLinks<Int32>()
  var releaseLinks = RecordLinks<Int32>()
  var taskLinks = RecordLinks<Int32>()
  var hazardsOfTask: [[Int32]] = []
  /// Accepted releases that name a hazard, by the hazard's subject.
  var releasesNaming: [Int32: [Int]] = [:]
  /// The grounds of every subject that has any.
  var groundsOfSubject: [Int32: [Int32]] = [:]

  mutating func chooseHazardVersions(_ stored: [Stored<Hazard>]) {
    let sorted = stored.sorted {
      ($0.content.key, $0.content.date?.dayNumber ?? Int.min, $0.version)
        < ($1.content.key, $1.content.date?.dayNumber ?? Int.min, $1.version)
    }
    for ofKey in sorted.runs(by: \.content.key) {
      var versions: [Stored<Hazard>] = []
      for ofDate in Array(ofKey).runs(by: \.content.date) {
        let (standing, rivals) = Versions.standing(among: Array(ofDate))
        note(rivals, of: "hazard \(ofKey[ofKey.startIndex].content.key)")
        if let standing { versions.append(standing) }
      }
      if !versions.isEmpty { hazards.append(versions) }
    }
  }

  /// Keeps the content that counts of each release, where review lets it change land.
  mutating func chooseReleases(_ stored: [Stored<Release>]) {
    let sorted = stored.sorted { ($0.content.key, $0.version) < ($1.content.key, $1.version) }
    for ofKey in sorted.runs(by: \.content.key) {
      let (standing, rivals) = Versions.standing(among: Array(ofKey))
      note(rivals, of: "release \(ofKey[ofKey.startIndex].content.key)")
      guard let standing else { continue }
      register.countingReleases.append(standing.version)
      guard standing.content.review == .accepted || standing.content.review == .revoked else {
        continue
      }
      if standing.content.date == nil {
        register.findings.append(RegisterFindings.undated(standing.content))
      }
      accepted.append(standing)
    }
  }

  private mutating func note(_ rivals: [Int64], of record: String) {
    if !rivals.isEmpty {
      register.findings.append(Versions.conflict(record, rivals: rivals.count))
    }
  }

  /// Numbers all subjects by key; a hazard comes before a release of the same key.
  mutating func rankSubjects() {
    var next = (hazard: 0, release: 0)
    while next.hazard < hazards.count || next.release < accepted.count {
      let hazardKey = next.hazard < hazards.count ? hazards[next.hazard].first?.content.key : nil
      let releaseKey = next.release < accepted.count ? accepted[next.release].content.key : nil
      let subject = Int32(register.subjects.count)
      if let hazardKey, releaseKey.map({ !($0 < hazardKey) }) ?? true {
        register.subjects.append(.init(type: .hazard, key: hazardKey))
        hazardSubjects.append(subject)
        hazardLinks.add(subject, key: hazardKey)
        next.hazard += 1
      } else if let releaseKey {
        register.subjects.append(.init(type: .release, key: releaseKey))
        releaseSubjects.append(subject)
        releaseLinks.add(subject, key: releaseKey)
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
            $0, from: "task \(task.key)", organisation: task.key.organisation, kind: "hazard",
            findings: &register.findings)
        })
    }
  }

  /// A new ground, or the one before where the polygon stayed the same.
  mutating func ground(
    _ polygon: MultiPolygon, type: EventReference.RecordType, version: Int64, previous: Int32 = -1
  ) -> Int32 {
    if previous >= 0, register.grounds[Int(previous)].polygon == polygon { return previous }
    register.grounds.append(.init(polygon: polygon, type: type, storedVersion: version))
    return Int32(register.grounds.count - 1)
  }
}
