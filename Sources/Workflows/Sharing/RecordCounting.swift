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
    let finder = MovementTargets(
      tables.map { $0.table }, words, period: period, layer: layer)
    var known: [Int: [MovementTargets.Target]] = [:]
    // Movements of one day follow each other.
    var (day, times) = (Int?.none, finder.times(of: nil))
    try reader.forEachEntry(MovementFilter(to: period.to)) { entry in
      let code = finder.code(entry)
      let targets = known[code] ?? finder.targets(entry)
      if known[code] == nil { known[code] = targets }
      if targets.isEmpty { return }
      if entry.day != day { (day, times) = (entry.day, finder.times(of: entry.day)) }
      let versions = entry.isRelease ? releases : hazards
      let record = versions[entry.storedVersion] ?? -1 - Int(entry.storedVersion)
      for target in targets where target.isOf(entry.day) {
        tables[target.table].table.add(
          record, to: target.column, rows: target.rows, at: times[target.table], target.span)
      }
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
          tables[index].table.add(record, to: column, group: group, layer: layer)
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
          tables[index].table.add(-1 - number, to: column, group: group, layer: layer)
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
