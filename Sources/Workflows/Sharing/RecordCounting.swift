import LandRelease
import Reporting
import Storage

/// Says of the figures of a report how many records they rest on, for profiles that withhold those
/// that rest on few.
///
/// A record is counted once for each figure, however many parts of ground or versions it has in it;
/// which movements, declarations and devices are part of a figure is what ``Figure`` says.
struct RecordCounting {
  private let programme: ProgrammeFigures
  private let period: Period
  private let layer: Layer
  private var tables: [(place: Int, table: CountedTable)] = []
  private var numbers: [LedgerRecord: Int] = [:]

  /// - Parameter programme: of the view that the report is made from.
  init(_ programme: ProgrammeFigures, _ request: ReportRequest) {
    self.programme = programme
    period = request.period
    layer = request.layer ?? .land
  }

  /// The report with the records of its rows, where its statement did not say them.
  mutating func counted(_ report: Report) throws -> Report {
    tables = report.tables.enumerated().compactMap { place, table in
      CountedTable(table).map { (place, $0) }
    }
    if tables.isEmpty { return report }
    try countMovements()
    try countDeclared()
    try countDevices()
    var report = report
    for (place, table) in tables { report.tables[place] = table.counted(report.tables[place]) }
    return report
  }

  private mutating func number(_ record: LedgerRecord) -> Int {
    if let number = numbers[record] { return number }
    numbers[record] = numbers.count
    return numbers.count - 1
  }

  private struct Way {
    let table: Int
    let column: Int
    let span: Figure.Span
    var label: String?
  }

  private mutating func countMovements() throws {
    let reader = programme.figures.reader
    let words = try reader.ledgerWords()
    let hazards = Dictionary(
      try programme.hazardVersions().map {
        ($0.version, number(LedgerRecord(type: .hazard, key: $0.content.key)))
      }, uniquingKeysWith: { first, _ in first })
    let releases = Dictionary(
      try programme.records().releases.map {
        ($0.version, number(LedgerRecord(type: .release, key: $0.content.key)))
      }, uniquingKeysWith: { first, _ in first })
    let transitions = (0..<Transition.codeCount).map(Transition.init(code:))
    var ways: [Int: [Way]] = [:]
    try reader.forEachEntry(MovementFilter(to: period.to)) { entry in
      let code = entry.transition * words.profiles.count + entry.profile
      let known = ways[code]
      let found =
        known ?? self.ways(transitions[entry.transition], words.profiles[entry.profile], entry)
      if known == nil { ways[code] = found }
      if found.isEmpty { return }
      let versions = entry.isRelease ? releases : hazards
      let record = versions[entry.storedVersion] ?? -1 - Int(entry.storedVersion)
      let day = entry.day.flatMap { CalendarDate(dayNumber: $0) }
      for way in found where isOf(way.span, day, of: tables[way.table].table) {
        let group = tables[way.table].table.dimensions.map {
          Self.value($0, day, words.districts[entry.district], words.profiles[entry.profile])
        }
        for layer in layers(entry.layers, of: tables[way.table].table) {
          tables[way.table].table.add(
            record, to: way.column, group: group, label: way.label, layer: layer, span: way.span)
        }
      }
    }
  }

  /// The columns that a movement is part of.
  private func ways(
    _ transition: Transition?, _ profile: ReleaseProfile?, _ entry: LedgerEntry
  ) -> [Way] {
    guard let transition else { return [] }
    let sum = LedgerSum(
      transition, profile: profile, isRelease: entry.isRelease,
      area: Area(squareCentimetres: 1))
    let label = CountedTable.label([
      sum.from.rawValue, sum.to.rawValue, sum.cause.rawValue, sum.again ? "yes" : "no",
    ])
    return tables.indices.flatMap { table in
      if tables[table].table.tellsTransitions {
        return [Way(table: table, column: 0, span: .within, label: label)]
      }
      return
        tables[table].table.columns.enumerated().flatMap { column, counted in
          Set(counted.figures.filter { $0.part(of: sum) != .zero }.map(\.span))
            .map { Way(table: table, column: column, span: $0) }
        }
    }
  }

  /// Whether a day is one that a column is of; in a table by time its rows decide.
  private func isOf(_ span: Figure.Span, _ day: CalendarDate?, of table: CountedTable) -> Bool {
    let from = table.isCumulative ? nil : period.from
    if table.tellsTransitions {
      return from.map { from in day.map { from <= $0 } ?? false } ?? true
    }
    switch span {
    case .within: return day.map { day in from.map { $0 <= day } ?? true } ?? false
    case .through: return true
    case .before:
      if table.dimensions.contains(where: \.isPeriod) { return true }
      return day.map { day in from.map { day < $0 } ?? false } ?? true
    }
  }

  private func layers(_ layers: LayerSet, of table: CountedTable) -> [Layer] {
    if table.hasLayers { return layers.layers }
    return layers.contains(layer) ? [layer] : []
  }

  private static func value(
    _ dimension: LedgerDimension, _ day: CalendarDate?, _ district: String,
    _ profile: ReleaseProfile?
  ) -> String {
    switch dimension {
    case .district: district
    case .year, .quarter, .month: day?.group(dimension) ?? ""
    case .operatorName: profile?.operatorName ?? ""
    case .donor: profile?.donor ?? ""
    case .kind: profile?.kind.rawValue ?? ""
    case .activity: profile?.activity?.rawValue ?? ""
    }
  }

  private mutating func countDeclared() throws {
    let releases = try programme.releaseByVersion()
    for index in tables.indices {
      let table = tables[index].table
      let columns = table.columns.indices.filter { column in
        table.columns[column].figures.contains(where: \.countsDeclared)
      }
      if columns.isEmpty { continue }
      let span = Period(from: table.isCumulative ? nil : period.from, to: period.to)
      let progress = try programme.progress(span, by: table.dimensions, layer: layer)
      for entry in try programme.declared(asOf: period.to) where span.contains(entry.date) {
        let touched = columns.filter { column in
          table.columns[column].figures.contains { $0.part(of: entry) != .zero }
        }
        guard !touched.isEmpty, let stored = releases[entry.storedVersion] else { continue }
        let group = progress.group(of: stored, on: entry.date)
        let record = number(LedgerRecord(type: .release, key: entry.key))
        for column in touched {
          tables[index].table.add(
            record, to: column, group: group, layer: layer, span: .within)
        }
      }
    }
  }

  private mutating func countDevices() throws {
    for index in tables.indices {
      let table = tables[index].table
      let columns = table.columns.indices.filter { table.columns[$0].devices != nil }
      if columns.isEmpty { continue }
      let span = Period(from: table.isCumulative ? nil : period.from, to: period.to)
      let progress = try programme.progress(span, by: table.dimensions, layer: layer)
      for (number, device) in try programme.records().devices.enumerated()
      where device.quantity > 0 {
        guard let group = progress.group(of: device) else { continue }
        for column in columns
        where table.columns[column].devices?.contains(device.category) ?? false {
          tables[index].table.add(
            -1 - number, to: column, group: group, layer: layer, span: .within)
        }
      }
    }
  }
}

extension ProgrammeFigures {
  /// A report made of these figures, saying how many records its own figures rest on.
  func counted(_ report: Report, _ request: ReportRequest) throws -> Report {
    var counting = RecordCounting(self, request)
    return try counting.counted(report)
  }
}
