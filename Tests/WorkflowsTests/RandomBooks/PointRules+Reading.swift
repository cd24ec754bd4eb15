import GeometryValues
import LandRelease

extension PointRules {
  /// Reads which contents, versions, links and dates of a book count.
  init(_ book: RandomBook, sharesGround: (MultiPolygon, MultiPolygon) -> Bool) {
    let contents = Dictionary(grouping: book.hazards, by: \.content.key).mapValues { ofKey in
      Dictionary(grouping: ofKey, by: \.content.date).values.compactMap(Self.latest)
        .sorted { Self.day($0.content.date) < Self.day($1.content.date) }
    }
    let hazardKeys = contents.filter { !$0.value.isEmpty }.map(\.key)
    let accepted = Dictionary(grouping: book.releases, by: \.content.key).values
      .compactMap(Self.latest)
      .filter { $0.content.review == .accepted || $0.content.review == .revoked }
    releases = accepted.compactMap { Self.record($0, tasks: book.tasks, hazardKeys) }
    for (key, versions) in contents {
      let naming = accepted.map(\.content).filter { release in
        release.hazards.contains {
          Self.resolve($0, release.key.organisation, hazardKeys) == key
        }
      }
      let record = Self.record(key, versions, naming, sharesGround)
      if !record.versions.isEmpty { hazards.append(record) }
    }
    resolveReopened(contents, accepted.map(\.content), hazardKeys)
  }

  private static func day(_ date: CalendarDate?) -> Int { date?.dayNumber ?? Int.min }

  /// The latest content, leaving out those that contradict each other at one moment.
  private static func latest<Content>(_ contents: [Stored<Content>]) -> Stored<Content>? {
    let moments = Dictionary(grouping: contents, by: \.recordedAt)
    let usable = moments.filter { Set($0.value.map(\.contentHash)).count == 1 }
    return usable.max { $0.key < $1.key }?.value.first
  }

  private static func resolve(_ id: String, _ org: String, _ keys: [RecordKey]) -> RecordKey? {
    let alike = keys.filter { $0.id == id }
    return alike.first { $0.organisation == org } ?? (alike.count == 1 ? alike.first : nil)
  }

  /// The types a release covers: those it names, else those of its activity.
  static func coverage(_ release: Release) -> ContaminationTypes {
    switch release.activity {
    case .battleAreaSurface, .spotTask: return []
    default: break
    }
    let five: [ContaminationTypes] = [.ap, .av, .cmr, .erw, .ied]
    let named = five.filter { release.contamination?.contains($0) ?? false }
    if named.count == five.count { return .all }
    if !named.isEmpty { return named.reduce([]) { $0.union($1) } }
    return release.activity == .battleAreaClearance ? [.cmr, .erw] : .all
  }

  private static func record(
    _ stored: Stored<Release>, tasks: [LandTask], _ hazardKeys: [RecordKey]
  ) -> ReleaseRecord? {
    let release = stored.content
    guard let ground = release.polygon, let date = release.date, release.activity != .spotTask
    else { return nil }
    let org = release.key.organisation
    let task = release.task.flatMap { name in
      resolve(name, org, tasks.map(\.key)).flatMap { key in tasks.first { $0.key == key } }
    }
    let named = release.hazards.compactMap { resolve($0, org, hazardKeys) }
    let ofTask = (task?.hazards ?? []).compactMap {
      resolve($0, task?.key.organisation ?? "", hazardKeys)
    }
    // A task that no list names is told apart by its organisation.
    let unlisted = release.task.map { RecordKey(organisation: "unlisted \(org)", id: $0) }
    return ReleaseRecord(
      key: release.key, stored: stored.version, day: date.dayNumber, kind: release.kind,
      types: coverage(release), isSurface: release.activity == .battleAreaSurface, ground: ground,
      hazards: named + ofTask, task: task?.key ?? unlisted,
      operatorName: release.operatorName ?? org,
      revokedDay: release.review == .revoked ? release.revokedOn?.dayNumber : nil)
  }

  private static func record(
    _ key: RecordKey, _ contents: [Stored<Hazard>], _ naming: [Release],
    _ sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) -> HazardRecord {
    var record = HazardRecord(key: key, versions: [])
    var lastSource: String?
    for stored in contents {
      let hazard = stored.content
      guard let ground = hazard.polygon ?? record.versions.last?.ground else { continue }
      var version = Version(
        stored: stored.version, day: day(hazard.date), types: hazard.contamination,
        isConfirmed: hazard.hazardClass == .confirmed, ground: ground)
      if let last = record.versions.last {
        let isOtherSource = hazard.source != nil && lastSource != nil && hazard.source != lastSource
        let isElsewhere = ground != last.ground && !sharesGround(ground, last.ground)
        if !hazard.isConfirmedChange, isOtherSource || isElsewhere {
          record.waiting.append(version)
          continue
        }
      } else {
        let known = naming.filter { release in
          guard let other = release.polygon, release.date != nil, release.activity != .spotTask
          else { return false }
          return !coverage(release).isDisjoint(with: hazard.contamination)
            && sharesGround(ground, other)
        }
        version.day = known.reduce(version.day) { min($0, day($1.date)) }
      }
      version.isWithdrawn = hazard.status == .withdrawn && hazard.reason != nil
      version.isEnded =
        (hazard.status == .closed && !record.versions.isEmpty)
        || (hazard.status == .withdrawn && hazard.reason == nil)
      record.versions.append(version)
      lastSource = hazard.source
    }
    return record
  }

  private mutating func resolveReopened(
    _ contents: [RecordKey: [Stored<Hazard>]], _ accepted: [Release], _ hazardKeys: [RecordKey]
  ) {
    for index in hazards.indices {
      let key = hazards[index].key
      for stored in contents[key] ?? [] {
        guard let name = stored.content.reopens,
          let number = hazards[index].versions.firstIndex(where: { $0.stored == stored.version })
        else { continue }
        if let release = Self.resolve(name, key.organisation, accepted.map(\.key)) {
          hazards[index].versions[number].reopens = accepted.filter {
            $0.key == release && $0.activity != .spotTask
          }.compactMap(\.polygon)
        } else if let hazard = Self.resolve(name, key.organisation, hazardKeys) {
          hazards[index].versions[number].reopens =
            hazards.first { $0.key == hazard }?.versions.map(\.ground) ?? []
        }
      }
    }
  }
}
