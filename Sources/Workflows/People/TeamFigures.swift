import LandRelease
import Reporting
import Storage

/// Teams of a book, and what their days came to.
struct TeamFigures {
  let roll: TeamRoll
  let account: TeamDayAccount
  private let teams: [Team]
  private let programme: ProgrammeFigures

  init(_ programme: ProgrammeFigures) throws {
    self.programme = programme
    teams = try programme.figures.reader.teams().map(\.content)
    roll = TeamRoll(teams)
    account = TeamDayAccount(try programme.figures.reader.teamDays().map(\.content))
  }

  var isEmpty: Bool { teams.isEmpty && account.counted.isEmpty }

  /// The lines of a period, in order of group.
  func lines(_ period: Period, by dimensions: [LedgerDimension]) throws -> [TeamLine] {
    var lines: [[String]: TeamLine] = [:]
    func change(_ group: [String], _ body: (inout TeamLine) -> Void) {
      body(&lines[group, default: TeamLine(group: group)])
    }
    let end = period.to ?? lastDay
    for day in days(period, dimensions, end: end) {
      for team in roll.standing(on: day) {
        change(group(dimensions, day, team.key.organisation)) {
          $0.day = day
          $0.strength.add(team)
        }
      }
    }
    for days in account.counted where period.holds(days.from, days.to) {
      let from = group(dimensions, days.from, days.organisation)
      let to = group(dimensions, days.to, days.organisation)
      // Days of two spans are in none of them.
      let group = zip(from, to).map { $0 == $1 ? $0 : "" }
      change(group) {
        $0.days += days.days
        if days.task.isEmpty { $0.daysWithoutTask += days.days }
      }
    }
    for task in try completedTasks(period) {
      change(group(dimensions, task.day, task.organisation)) {
        $0.tasks += 1
        $0.taskDays += task.days
        $0.taskArea += task.area
        $0.taskItems += task.items
      }
    }
    return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The last day that teams or their days tell of.
  var lastDay: CalendarDate? {
    (teams.flatMap { [$0.from, $0.to] }.compactMap(\.self) + account.counted.map(\.to)).max()
  }

  /// The last day of each span that has teams, or of the period.
  private func days(
    _ period: Period, _ dimensions: [LedgerDimension], end: CalendarDate?
  ) -> [CalendarDate?] {
    guard dimensions.contains(where: \.isPeriod), let end,
      let first = [period.from, roll.firstDay].compactMap(\.self).max() ?? lastDay
    else { return [end] }
    let finest: LedgerDimension =
      dimensions.contains(.month) ? .month : dimensions.contains(.quarter) ? .quarter : .year
    var days: [CalendarDate?] = []
    var name = first.group(finest)
    while let span = Period(named: name), let last = span.to, let from = span.from, from <= end {
      days.append(min(last, end))
      guard let next = CalendarDate(dayNumber: last.dayNumber + 1) else { break }
      name = next.group(finest)
    }
    return days
  }

  private func group(
    _ dimensions: [LedgerDimension], _ day: CalendarDate?, _ organisation: String
  ) -> [String] {
    dimensions.map { $0.isPeriod ? day?.group($0) ?? "" : organisation }
  }

  /// A task with days that was completed in a period: all its days, land and items.
  private struct CompletedTask {
    var organisation: String
    var day: CalendarDate
    var days = ExactDecimal.zero
    var area = Area.zero
    var items = 0
  }

  private func completedTasks(_ period: Period) throws -> [CompletedTask] {
    let byTask = Dictionary(grouping: account.counted.filter { !$0.task.isEmpty }, by: \.task)
    guard !byTask.isEmpty else { return [] }
    let ground = try TaskGround(programme, until: period.to)
    return byTask.sorted { $0.key < $1.key }.compactMap { task, days in
      guard let done = ground.tasks[task], let day = done.completed, period.contains(day) else {
        return nil
      }
      let organisations = Set(days.map(\.organisation))
      return CompletedTask(
        // Days of several organisations on one task are of none of them alone.
        organisation: organisations.count == 1 ? days[0].organisation : "", day: day,
        days: days.filter { day2 in period.to.map { day2.to <= $0 } ?? true }
          .reduce(.zero) { $0 + $1.days },
        area: done.area, items: done.items)
    }
  }
}

/// What accepted releases and devices say of each task, up to a day.
struct TaskGround {
  struct Task {
    /// The last day of an accepted completion; nil for a task with none.
    var completed: CalendarDate?
    /// Cleared and reduced land, measured, as often as it was worked.
    var area = Area.zero
    var items = 0
  }

  private(set) var tasks: [String: Task] = [:]

  init(_ programme: ProgrammeFigures, until day: CalendarDate?) throws {
    let gross = try programme.grossByRelease(until: day)
    for stored in try programme.records().accepted {
      let release = stored.content
      guard let name = release.task, let date = release.date, release.revokedOn == nil,
        day.map({ date <= $0 }) ?? true
      else { continue }
      var task = tasks[name] ?? Task()
      if release.stage != .progress {
        task.completed = max(task.completed ?? date, date)
      }
      if release.kind != .cancelled { task.area += gross[release.key] ?? .zero }
      tasks[name] = task
    }
    let releases = try programme.releaseByVersion()
    for device in try programme.records().devices where device.category.isItem {
      let name = device.release.flatMap { releases[$0]?.content.task } ?? device.task?.id
      guard let name, tasks[name] != nil,
        device.date.map({ date in day.map { date <= $0 } ?? true }) ?? true
      else { continue }
      tasks[name]?.items += device.quantity
    }
  }
}

extension ProgrammeFigures {
  /// The measured polygons of releases that stand on a day, as often as records repeat the ground.
  func grossByRelease(until day: CalendarDate?) throws -> [RecordKey: Area] {
    Dictionary(
      try figures(of: .land).actingReleases(Period(to: day))
        .filter { $0.activity != .battleAreaSurface && $0.gross > .zero }
        .map { ($0.key, $0.gross) }, uniquingKeysWith: +)
  }
}
