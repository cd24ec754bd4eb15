/// Works out, from the releases that count, what each one declares and what has no place.
public enum DeclaredReleases {
  /// - Parameters:
  ///   - releases: the contents that count, of any review; only accepted ones are used.
  ///   - hazards: the contents that count; a hazard without a polygon caps what is released of it.
  ///   - day: releases revoked by then are left out; none is after everything.
  public static func list(
    _ releases: [Stored<Release>], hazards: [Stored<Hazard>], asOf day: CalendarDate?
  ) -> [DeclaredRelease] {
    let standing = releases.filter { stands($0.content, on: day) }
      .sorted {
        // Dated all: what has no date does not stand.
        ($0.content.date?.dayNumber ?? 0, $0.content.key)
          < ($1.content.date?.dayNumber ?? 0, $1.content.key)
      }
    let completed = completions(standing)
    let links = LinkedHazards(hazards)
    var room = unplacedHazards(hazards)
    return standing.compactMap { stored in
      entry(stored, completed: completed, links: links, room: &room)
    }
  }

  private static func stands(_ release: Release, on day: CalendarDate?) -> Bool {
    guard let date = release.date, release.activity != .spotTask,
      release.activity != .battleAreaSurface
    else { return false }
    if let day, date > day { return false }
    switch release.review {
    case .accepted: return true
    case .revoked:
      guard let day, let revokedOn = release.revokedOn else { return false }
      return revokedOn > day
    default: return false
    }
  }

  private struct TaskKind: Hashable {
    let task: RecordKey
    let kind: ReleaseKind
  }

  private static func taskKind(_ release: Release) -> TaskKind? {
    release.task.map {
      TaskKind(task: RecordKey(organisation: release.key.organisation, id: $0), kind: release.kind)
    }
  }

  /// The date of the last completion of each task and kind.
  private static func completions(_ releases: [Stored<Release>]) -> [TaskKind: CalendarDate] {
    var last: [TaskKind: CalendarDate] = [:]
    for stored in releases where stored.content.stage == .completion {
      if let task = taskKind(stored.content), let date = stored.content.date {
        last[task] = max(last[task] ?? date, date)
      }
    }
    return last
  }

  private static func unplacedHazards(_ hazards: [Stored<Hazard>]) -> [RecordKey: Area] {
    var room: [RecordKey: Area] = [:]
    for stored in hazards where stored.measuredArea == nil {
      if let area = stored.content.reportedArea?.unitCorrected { room[stored.content.key] = area }
    }
    return room
  }

  private static func entry(
    _ stored: Stored<Release>, completed: [TaskKind: CalendarDate], links: LinkedHazards,
    room: inout [RecordKey: Area]
  ) -> DeclaredRelease? {
    let release = stored.content
    guard let date = release.date else { return nil }
    let isSuperseded =
      release.stage == .progress
      && (taskKind(release).flatMap { completed[$0] }.map { $0 >= date } ?? false)
    var unplaced = Area.zero
    var excess = Area.zero
    if stored.measuredArea == nil, !isSuperseded, let declared = release.reportedArea?.unitCorrected
    {
      unplaced = declared
      let named = release.hazards.compactMap {
        links.key(of: $0, from: release.key.organisation)
      }.filter { room[$0] != nil }
      if !named.isEmpty {
        let left = named.reduce(Area.zero) { $0 + (room[$1] ?? .zero) }
        unplaced = min(declared, left)
        excess = declared - unplaced
        take(unplaced, from: named, room: &room)
      }
    }
    return DeclaredRelease(
      storedVersion: stored.version, key: release.key, kind: release.kind, date: date,
      reported: release.reportedArea, measured: stored.measuredArea, isSuperseded: isSuperseded,
      unplaced: unplaced, unplacedExcess: excess)
  }

  private static func take(_ area: Area, from hazards: [RecordKey], room: inout [RecordKey: Area]) {
    var rest = area
    for hazard in hazards {
      let taken = min(rest, room[hazard] ?? .zero)
      room[hazard] = (room[hazard] ?? .zero) - taken
      rest = rest - taken
    }
  }
}
