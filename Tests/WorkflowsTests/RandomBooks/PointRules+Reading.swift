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
      .compactMap(Self.latest).map(\.content)
      .filter { $0.review == .accepted || $0.review == .revoked }
    for release in accepted {
      guard let ground = release.polygon, let date = release.date, release.activity != .spotTask
      else { continue }
      let org = release.key.organisation
      let task = release.task.flatMap { name in
        Self.resolve(name, org, book.tasks.map(\.key)).flatMap { key in
          book.tasks.first { $0.key == key }
        }
      }
      let named = release.hazards.compactMap { Self.resolve($0, org, hazardKeys) }
      let ofTask = (task?.hazards ?? []).compactMap {
        Self.resolve($0, task?.key.organisation ?? "", hazardKeys)
      }
      releases.append(
        ReleaseRecord(
          key: release.key, day: date.dayNumber, kind: release.kind, types: release.coverage,
          isSurface: release.activity == .battleAreaSurface, ground: ground,
          hazards: named + ofTask,
          revokedDay: release.review == .revoked ? release.revokedOn?.dayNumber : nil))
    }
    for (key, versions) in contents {
      let naming = accepted.filter { release in
        release.hazards.contains {
          Self.resolve($0, release.key.organisation, hazardKeys) == key
        }
      }
      let record = Self.record(key, versions, naming, sharesGround)
      if !record.versions.isEmpty { hazards.append(record) }
    }
    resolveReopened(contents, accepted, hazardKeys)
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

  private static func record(
    _ key: RecordKey, _ contents: [Stored<Hazard>], _ naming: [Release],
    _ sharesGround: (MultiPolygon, MultiPolygon) -> Bool
  ) -> HazardRecord {
    var record = HazardRecord(key: key, versions: [])
    var lastSource: String?
    for stored in contents {
      let hazard = stored.content
      guard let ground = hazard.polygon ?? record.versions.last?.ground else { continue }
      var day = day(hazard.date)
      if let last = record.versions.last {
        let isOtherSource = hazard.source != nil && lastSource != nil && hazard.source != lastSource
        let isElsewhere = ground != last.ground && !sharesGround(ground, last.ground)
        if !hazard.isConfirmedChange, isOtherSource || isElsewhere { continue }
      } else {
        let known = naming.filter { release in
          guard let other = release.polygon, release.date != nil, release.activity != .spotTask
          else { return false }
          return !release.coverage.isDisjoint(with: hazard.contamination)
            && sharesGround(ground, other)
        }
        day = known.reduce(day) { min($0, Self.day($1.date)) }
      }
      var version = Version(
        day: day, types: hazard.contamination, isConfirmed: hazard.hazardClass == .confirmed,
        ground: ground)
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
          let number = hazards[index].versions.firstIndex(where: {
            $0.day == Self.day(stored.content.date)
          })
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
