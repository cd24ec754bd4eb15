import LandRelease
import Reporting
import Storage

extension Publication {
  static let mineActionReview = Publication(
    statement: .mineActionReview, title: "Tables T1 to T6 as Mine Action Review prints them",
    audience: "researchers", period: .wholeYear,
    layerRefusal: "the tables are of anti-personnel mines, with other layers beside them",
    making: .ofFigures { request, programme in
      MineActionReviewStatement.report(
        try MineActionReviewFigures(programme, request.period),
        basis: programme.figures(of: .ap).basis(request.period))
    })
}

extension MineActionReviewFigures {
  /// Reads the tables of a period from a book.
  init(_ programme: ProgrammeFigures, _ period: Period) throws {
    self.init()
    let hazards = try programme.openHazards(at: period.to)
    remainders = hazards.remainders(in: .ap)
    openLand = try programme.openLand(period, layer: .ap, holding: hazards)
    otherLayers = try programme.openLand(
      period, layers: [.av, .cmr, .erw, .ied, .unknown, .land], holding: hazards)
    operators = try programme.operators(
      period, layer: .ap, in: [.mineClearance, .survey], itemsOf: [.mineClearance])
    battleAreas = try programme.operators(
      period, layer: .land, in: [.battleArea], itemsOf: [.battleArea])
    spotTasks = try programme.spotTasks(period)
    years = try programme.years(period, layer: .ap)
    items = try programme.itemsByWork(period)
  }
}

extension ProgrammeFigures {
  /// What operators released in a layer by some sorts of work, and the items found in some.
  func operators(
    _ period: Period, layer: Layer, in work: Set<FindingWork>, itemsOf itemWork: Set<FindingWork>
  ) throws -> [OperatorLine] {
    var lines: [String: OperatorLine] = [:]
    func change(_ name: String, _ body: (inout OperatorLine) -> Void) {
      body(&lines[name, default: OperatorLine(operatorName: name)])
    }
    let dimensions: [LedgerDimension] = [.operatorName, .kind, .activity]
    for line in try progress(period, by: dimensions, layer: layer).lines().lines
    where work.contains(FindingWork(line.group)) {
      change(line.group[0]) { $0.account = $0.account + line.account }
    }
    let mined = try releasesWithMines()
    for acting in try figures(of: layer).actingReleases(period)
    where work.contains(FindingWork(kind: acting.kind, activity: acting.activity)) {
      guard acting.gross > .zero else { continue }
      change(acting.operatorName) { line in
        line.releases[acting.kind, default: 0] += 1
        if acting.kind == .cleared, !mined.contains(acting.key) { line.withoutMines += 1 }
      }
    }
    for line in try progress(period, by: dimensions).devices()
    where itemWork.contains(FindingWork(line.group)) {
      change(line.group[0]) { $0.items.add(line) }
    }
    return lines.values.sorted { $0.operatorName < $1.operatorName }
  }

  /// The releases under which an anti-personnel mine was found.
  private func releasesWithMines() throws -> Set<RecordKey> {
    let releases = try releaseByVersion()
    return Set(
      try records().devices.compactMap { device in
        guard device.category == .apMine, device.quantity > 0 else { return nil }
        return device.release.flatMap { releases[$0]?.content.key }
      })
  }

  /// Spot tasks by operator, with the items found in them.
  func spotTasks(_ period: Period) throws -> [OperatorLine] {
    var lines: [String: OperatorLine] = [:]
    func change(_ name: String, _ body: (inout OperatorLine) -> Void) {
      body(&lines[name, default: OperatorLine(operatorName: name)])
    }
    for stored in try records().accepted
    where stored.content.activity == .spotTask && stored.content.review == .accepted
      && period.counts(stored.content.date)
    {
      change(stored.content.operatorName ?? "") {
        $0.releases[stored.content.kind, default: 0] += 1
      }
    }
    for line in try progress(period, by: [.operatorName, .kind, .activity]).devices()
    where FindingWork(line.group) == .spotTask {
      change(line.group[0]) { $0.items.add(line) }
    }
    return lines.values.sorted { $0.operatorName < $1.operatorName }
  }

  /// The last five years to the end of a period.
  func years(_ period: Period, layer: Layer) throws -> [YearLine] {
    guard let end = period.to else { return [] }
    let days = Period(from: CalendarDate(year: end.year - 4, month: 1, day: 1), to: end)
    var items: [String: ItemCounts] = [:]
    for line in try progress(days, by: [.year]).devices() {
      items[line.group[0], default: ItemCounts()].add(line)
    }
    let released = Dictionary(
      try progress(days, by: [.year], layer: layer).lines().lines.map { ($0.group[0], $0.account) },
      uniquingKeysWith: { first, _ in first })
    return (max(1, end.year - 4)...end.year).map { year in
      YearLine(
        year: "\(year)", account: released["\(year)"] ?? ReleaseAccount(),
        items: items["\(year)"] ?? ItemCounts())
    }
  }

  /// All items of a period by the work they were found in.
  func itemsByWork(_ period: Period) throws -> [WorkLine] {
    var items: [FindingWork: ItemCounts] = [:]
    for line in try progress(period, by: [.operatorName, .kind, .activity]).devices() {
      items[FindingWork(line.group), default: ItemCounts()].add(line)
    }
    return FindingWork.allCases.map { WorkLine(work: $0, items: items[$0] ?? ItemCounts()) }
  }
}

extension FindingWork {
  /// Of a group by operator, kind and activity.
  fileprivate init(_ group: [String]) {
    self.init(kind: ReleaseKind(rawValue: group[1]), activity: Activity(rawValue: group[2]))
  }
}
