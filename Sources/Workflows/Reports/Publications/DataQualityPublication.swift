import LandRelease
import Reporting
import Storage

extension Publication {
  static let dataQuality = Publication(
    statement: .dataQuality, title: "Findings by rule, what records lack, how late they come",
    audience: "information officers, quality officers", period: .any,
    layerRefusal: "findings are of records, which are in no layer", isOfToday: true,
    making: .ofFigures { request, programme in
      DataQualityStatement.report(
        try DataQualityFigures(programme), basis: programme.figures.basis(request.period))
    })
}

extension DataQualityFigures {
  /// Reads findings, gaps and delays from a book.
  init(_ programme: ProgrammeFigures) throws {
    self.init()
    for kept in try programme.findings() {
      switch kept.status {
      case .open:
        open.append(
          FindingLine(
            number: kept.id, finding: kept.finding, status: kept.status.rawValue,
            reason: kept.reason))
      case .accepted: accepted[kept.finding.rule, default: 0] += 1
      case .fixed: fixed[kept.finding.rule, default: 0] += 1
      }
    }
    rules = CheckBook.rules
    completeness = try programme.completeness()
    backlog = try programme.backlog()
  }
}

extension ProgrammeFigures {
  /// The fields that standards ask for, over the records that count.
  func completeness() throws -> [CompletenessLine] {
    func line<Record>(
      _ name: String, _ field: String, _ records: [Record], _ isGiven: (Record) -> Bool
    ) -> CompletenessLine {
      CompletenessLine(
        records: name, field: field, given: records.count(where: isGiven), all: records.count)
    }
    let hazards = try records().hazards
    let releases = try records().releases
    let cleared = releases.filter {
      $0.content.kind == .cleared && $0.content.activity != .battleAreaSurface
        && $0.content.activity != .spotTask
    }
    let (tasks, victims) = (try tasks(), try figures.reader.victims().map(\.content))
    let devices = try figures.reader.devices().map(\.content)
    let people = try peopleCompleteness()
    return [
      line("hazards", "date", hazards) { $0.content.date != nil },
      line("hazards", "polygon", hazards) { $0.measuredArea != nil },
      line("hazards", "contamination", hazards) { $0.content.contamination != .unknown },
      line("hazards", "district", hazards) { $0.content.district != nil },
      line("hazards", "source", hazards) { $0.content.source != nil },
      line("releases", "date", releases) { $0.content.date != nil },
      line("releases", "polygon", releases) { $0.measuredArea != nil },
      line("releases", "activity", releases) { $0.content.activity != nil },
      line("releases", "operator", releases) { $0.content.operatorName != nil },
      line("releases", "hazard or task", releases) {
        !$0.content.hazards.isEmpty || $0.content.task != nil
      },
      line("releases", "district", releases) { $0.content.district != nil },
      line("cleared releases", "depth", cleared) { $0.content.depthCentimetres != nil },
      line("cleared releases", "handed over on", cleared) { $0.content.handedOverOn != nil },
      line("tasks", "operator", tasks) { $0.operatorName != nil },
      line("tasks", "hazard", tasks) { !$0.hazards.isEmpty },
      line("devices", "date", devices) { $0.date != nil },
      line("devices", "model", devices) { $0.model != nil },
      line("devices", "fate", devices) { $0.fate != nil },
      line("victims", "date", victims) { $0.date != nil },
      line("victims", "sex and age", victims) {
        PersonGroup(sex: $0.sex, age: $0.age) != .unknown
      },
      line("victims", "civilian or not", victims) { $0.isCivilian != nil },
    ] + people + (try environment(releases.map(\.content)))
      + (try completenessOfAccidents(victims))
  }

  /// Of completed clearances, how many have a check of the environment and each of its themes.
  private func environment(_ releases: [Release]) throws -> [CompletenessLine] {
    let checks = try figures.reader.environmentChecks().map(\.content)
    let links = EnvironmentLinks(checks)
    let checked = releases.filter(\.isCompletedClearance).map {
      links.checks(of: $0.key, task: $0.task)
    }
    func line(_ field: String, _ isGiven: ([EnvironmentCheck]) -> Bool) -> CompletenessLine {
      CompletenessLine(
        records: "completed clearance", field: field, given: checked.count(where: isGiven),
        all: checked.count)
    }
    let any = line("environment check") { !$0.isEmpty }
    // Where nobody records them one line says so.
    if checks.isEmpty { return [any] }
    return [any]
      + EnvironmentTheme.allCases.map { theme in
        line(theme.words) { $0.contains { $0.says(theme) } }
      }
  }

  /// The same of accidents and minefield records, where the book has any.
  private func completenessOfAccidents(_ victims: [Victim]) throws -> [CompletenessLine] {
    let accidents = try figures.reader.accidents().map(\.content)
    let maps = try figures.reader.minefieldRecords().map(\.content)
    func line(_ name: String, _ field: String, _ given: Int, of all: Int) -> [CompletenessLine] {
      all == 0 ? [] : [CompletenessLine(records: name, field: field, given: given, all: all)]
    }
    let named = victims.count { $0.accident != nil }
    return line("accidents", "date", accidents.count { $0.date != nil }, of: accidents.count)
      + line("accidents", "position", accidents.count { $0.position != nil }, of: accidents.count)
      + (accidents.isEmpty ? [] : line("victims", "accident", named, of: victims.count))
      + line(
        "minefield records", "verdict", maps.count { $0.verdict != .unchecked }, of: maps.count)
  }

  /// Days from the effective date of hazards and releases to the day they were recorded.
  func backlog() throws -> [BacklogLine] {
    func lines(_ name: String, _ records: [(CalendarDate?, String)]) -> [BacklogLine] {
      var days: [Int: [Int]] = [:]
      for (date, recordedAt) in records {
        guard let date, let recorded = Timestamp(recordedAt)?.day else { continue }
        days[date.year, default: []].append(recorded.dayNumber - date.dayNumber)
      }
      return days.sorted { $0.key < $1.key }
        .map { BacklogLine(records: name, year: $0.key, days: $0.value) }
    }
    return lines("hazards", try records().hazards.map { ($0.content.date, $0.recordedAt) })
      + lines("releases", try records().releases.map { ($0.content.date, $0.recordedAt) })
  }
}
