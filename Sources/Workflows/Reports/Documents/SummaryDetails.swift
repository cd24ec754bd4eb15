import LandRelease
import Reporting
import Storage

/// What is behind every figure of the summary's tables by district and by period.
struct SummaryDetails {
  /// Lines of all details together: what a page can hold.
  private static let budget = 6000
  private static let most = 10
  private static let least = 2

  private static let ofBalance = [
    "opening_m2", "identified_m2", "reopened_m2", "contested_m2", "revoked_m2", "cancelled_m2",
    "reduced_m2", "cleared_m2", "withdrawn_m2", "closing_m2", "confirmed_m2", "suspected_m2",
    "given_up_m2",
  ]
  private static let ofProgress = [
    "cancelled_m2", "reduced_m2", "cleared_m2", "released_m2", "net_cleared_m2", "outside_m2",
    "gross_cleared_m2", "unplaced_m2", "open_m2",
  ]
  private static let ofTimeline = [
    "identified_m2", "cancelled_m2", "reduced_m2", "cleared_m2", "released_m2", "net_cleared_m2",
    "gross_cleared_m2",
  ]

  /// One a row, by the id of the table.
  private(set) var byTable: [String: [RowDetail?]] = [:]

  init(_ programme: ProgrammeFigures, _ period: Period, _ contents: SummaryContents) throws {
    let balances = contents.balances.map { $0.group.first ?? "" }
    let districts = contents.districts.map { $0.group.first ?? "" }
    let periods = Set(contents.timeline.map(\.group)).union(contents.stocks.map(\.group))
      .sorted { $0.lexicographicallyPrecedes($1) }.map { $0.first ?? "" }
    let figures = balances.count * 8 + districts.count * 7 + periods.count * 6
    let shown = max(Self.least, min(Self.most, Self.budget / max(1, figures)))
    let words = try programme.figures.reader.ledgerWords()
    let scan = try FigureScan(
      [
        Self.byDistrict(Self.ofBalance, balances, words, shown: shown),
        Self.byDistrict(Self.ofProgress, districts, words, shown: shown),
        Self.byPeriod(Self.ofTimeline, periods, contents.step, shown: shown),
      ], figures: programme.figures, period: period)
    let reader = programme.figures.reader
    let declared = try Self.declared(programme, period, districts)
    byTable["balance"] = try scan.details(of: 0, reader: reader) { row, key in
      Self.command(balances[row], period, key)
    }
    byTable["progress"] = try scan.details(of: 1, reader: reader) { row, figure in
      figure.line == .unplaced ? declared[districts[row]] ?? [] : []
    } command: { row, key in
      Self.command(districts[row], period, key)
    }
    byTable["timeline"] = try scan.details(of: 2, reader: reader) { row, key in
      let whole = Period(named: periods[row]) ?? period
      return Self.command("all", whole.within(period), key)
    }
  }

  private static func columns(_ keys: [String]) -> [(key: String, figure: Figure)] {
    keys.compactMap { key in Figure(named: key).map { (key, $0) } }
  }

  private static func byDistrict(
    _ keys: [String], _ codes: [String], _ words: LedgerWords, shown: Int
  ) -> FigureScan.Subject {
    let places = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = words.districts.map { places[$0] }
    return FigureScan.Subject(
      columns: columns(keys), rows: codes.count, row: { district, _ in rows[district] },
      shown: shown)
  }

  private static func byPeriod(
    _ keys: [String], _ groups: [String], _ step: LedgerDimension, shown: Int
  ) -> FigureScan.Subject {
    let places = Dictionary(
      groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let days = DayGroups(step, places)
    return FigureScan.Subject(
      columns: columns(keys), rows: groups.count, row: { _, day in day.flatMap(days.place) },
      shown: shown)
  }

  /// What has no polygon, by the district where it counts.
  private static func declared(
    _ programme: ProgrammeFigures, _ period: Period, _ districts: [String]
  ) throws -> [String: [FigureDetail.Part]] {
    let releases = try programme.releaseByVersion()
    let places = try programme.places()
    var parts: [String: [FigureDetail.Part]] = [:]
    for entry in try programme.declared(asOf: period.to)
    where period.contains(entry.date) && entry.unplaced != .zero {
      guard let stored = releases[entry.storedVersion] else { continue }
      parts[places.district(of: stored), default: []].append(
        FigureDetail.Part(
          record: "release \(entry.key)", date: entry.date, transition: nil,
          area: entry.unplaced))
    }
    return parts
  }

  private static func command(_ place: String, _ period: Period, _ key: String) -> String {
    let from = period.from.map { " --from \($0)" } ?? ""
    let to = period.to.map { " --to \($0)" } ?? ""
    let name =
      place.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      ? place : "'\(place)'"
    return "landbook why \(name)\(from)\(to) --figure \(Figure(named: key)?.name ?? key)"
  }
}

/// The rows of days, worked out once a day.
private final class DayGroups {
  private let step: LedgerDimension
  private let places: [String: Int]
  private var known: [Int: Int?] = [:]

  init(_ step: LedgerDimension, _ places: [String: Int]) {
    self.step = step
    self.places = places
  }

  func place(_ day: Int) -> Int? {
    if let place = known[day] { return place }
    let place = CalendarDate(dayNumber: day).flatMap { places[$0.group(step)] }
    known[day] = place
    return place
  }
}

extension Period {
  /// The days that both have.
  fileprivate func within(_ other: Period) -> Period {
    Period(
      from: [from, other.from].compactMap { $0 }.max(),
      to: [to, other.to].compactMap { $0 }.min())
  }
}
