import LandRelease
import Reporting
import Storage

/// Released land and hand-over by use, gathered from ledger and records.
struct LandUseFigures {
  private(set) var lines: [UseOfLand] = []
  private(set) var words: [LandUseWord] = []
  /// The last day on which land was waiting.
  let day: CalendarDate?

  private struct Group: Hashable {
    var values: [String]
    var use: LandUse?
  }

  private var groups: [Group: UseOfLand] = [:]
  private var counted: Set<CountedRelease> = []

  private struct CountedRelease: Hashable {
    var group: Group
    var key: RecordKey
  }

  /// - Parameter figures: of the layer that is asked for.
  init(
    _ programme: ProgrammeFigures, _ figures: BookFigures, period: Period,
    by dimensions: [LedgerDimension]
  ) throws {
    let accepted = try programme.records().accepted
    day = period.to ?? Self.lastDay(accepted)
    let uses = Dictionary(
      accepted.map { ($0.content.key, Self.use($0.content)) },
      uniquingKeysWith: { first, _ in first })
    try addMovements(figures, period, dimensions, uses)
    let progress = try ProgressFigures(programme, figures, period: period, dimensions: dimensions)
    addDeclared(progress)
    addHandOver(progress, accepted, period)
    addWords(accepted, period)
    lines = groups.values.sorted { left, right in
      left.group == right.group
        ? Self.place(left.use) < Self.place(right.use)
        : left.group.lexicographicallyPrecedes(right.group)
    }
  }

  private static func use(_ release: Release) -> LandUse? {
    release.landUse.map { LandUse.reading($0).counted }
  }

  private static func place(_ use: LandUse?) -> Int {
    use.flatMap { LandUse.allCases.firstIndex(of: $0) } ?? LandUse.allCases.count
  }

  private static func lastDay(_ releases: [Stored<Release>]) -> CalendarDate? {
    releases.flatMap { [$0.content.date, $0.content.handedOverOn] }.compactMap { $0 }.max()
  }

  private mutating func change(
    _ values: [String], _ use: LandUse?, _ key: RecordKey, _ body: (inout UseOfLand) -> Void
  ) {
    let group = Group(values: values, use: use)
    var line = groups[group] ?? UseOfLand(group: values, use: use)
    if counted.insert(CountedRelease(group: group, key: key)).inserted { line.releases += 1 }
    body(&line)
    groups[group] = line
  }

  private mutating func addMovements(
    _ figures: BookFigures, _ period: Period, _ dimensions: [LedgerDimension],
    _ uses: [RecordKey: LandUse?]
  ) throws {
    let columns = dimensions.map(\.column)
    let filter = MovementFilter(
      type: .release, layer: figures.layer, from: period.from, to: period.to)
    for (found, sum) in try figures.sums(of: filter, by: [.organisation, .record] + columns)
    where !sum.isSurfaceSearch {
      let key = RecordKey(organisation: found[.organisation] ?? "", id: found[.record] ?? "")
      change(columns.map { found[$0] ?? "" }, uses[key] ?? nil, key) { $0.account.add(sum) }
    }
  }

  private mutating func addDeclared(_ progress: ProgressFigures) {
    for (group, entry) in progress.declaredByGroup() {
      let unplaced = Figure(.unplaced).part(of: entry)
      guard unplaced != .zero, let stored = progress.releaseByVersion[entry.storedVersion] else {
        continue
      }
      change(group, Self.use(stored.content), stored.content.key) { $0.unplaced += unplaced }
    }
  }

  private mutating func addHandOver(
    _ progress: ProgressFigures, _ releases: [Stored<Release>], _ period: Period
  ) {
    for stored in releases {
      let release = stored.content
      guard release.isCompletedClearance, let date = release.date, period.contains(date),
        release.covers(progress.figures.layer)
      else { continue }
      let area = stored.measuredArea ?? .zero
      let handedOver = release.handedOverOn.flatMap { on in day.map { on <= $0 } ?? true ? on : nil
      }
      change(progress.group(of: stored, on: date), Self.use(release), release.key) { line in
        line.completed += 1
        if let handedOver {
          line.waits.append(handedOver.dayNumber - date.dayNumber)
          line.handedOver += area
        } else {
          line.waiting += 1
          line.waitingArea += area
          line.oldest = [line.oldest, date].compactMap { $0 }.min()
        }
      }
    }
  }

  private mutating func addWords(_ releases: [Stored<Release>], _ period: Period) {
    let texts = releases.filter { period.counts($0.content.date) }.compactMap(\.content.landUse)
    words = Dictionary(grouping: texts, by: { $0 })
      .map { LandUseWord(text: $0.key, reading: LandUse.reading($0.key), releases: $0.value.count) }
      .sorted { ($1.releases, $0.text) < ($0.releases, $1.text) }
  }
}

extension Release {
  /// Whether it is an accepted report that clearance of some ground was completed: reports that say
  /// no stage are.
  var isCompletedClearance: Bool {
    kind == .cleared && review == .accepted && stage != .progress
      && activity != .battleAreaSurface && activity != .spotTask
  }
}
