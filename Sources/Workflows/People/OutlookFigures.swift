import LandRelease
import Reporting
import Storage

/// Open land, the rates of past years and what they lead to.
struct OutlookFigures {
  private let programme: ProgrammeFigures
  private let request: ReportRequest
  private let day: CalendarDate

  init(_ programme: ProgrammeFigures, _ request: ReportRequest) throws {
    self.programme = programme
    self.request = request
    guard let day = try request.period.to ?? MakeReport.lastDay(programme.figures.reader) else {
      throw WorkflowError(
        .usage, "the ledger is empty: there is no rate to look from",
        remedy: "Import records and run landbook post.")
    }
    self.day = day
  }

  func report() throws -> Report {
    let period = Period(to: day)
    let spans = try spans()
    let stock = try balance(period).closing
    var lines = [1, 3, 5].compactMap { count -> OutlookLine? in
      guard spans.count >= count else { return nil }
      return Self.line(
        count == 1 ? "the last year" : "the last \(count) years", Array(spans.prefix(count)),
        stock.open)
    }
    if let rate = request.plannedRate {
      let most = spans.map(\.cameIn).max() ?? .zero
      lines.append(
        OutlookLine(
          scenario: "the plan",
          outlook: Outlook(
            open: stock.open, released: rate...rate, slowest: rate - most, spans: 0)))
    }
    return OutlookStatement.report(
      open: stock, on: day, lines, costs: try costs(), basis: programme.figures.basis(period))
  }

  private static func line(
    _ scenario: String, _ spans: [(released: Area, cameIn: Area)], _ open: Area
  ) -> OutlookLine? {
    let released = spans.map(\.released)
    guard let least = released.min(), let most = released.max(),
      let slowest = spans.map({ $0.released - $0.cameIn }).min()
    else { return nil }
    return OutlookLine(
      scenario: scenario,
      outlook: Outlook(open: open, released: least...most, slowest: slowest, spans: spans.count))
  }

  /// Up to five spans of twelve months that end on the day, the last one first, none before the
  /// first record.
  private func spans() throws -> [(released: Area, cameIn: Area)] {
    let first = try programme.figures.reader.movementSums(
      by: [.month], MovementFilter(layer: .land)
    ).compactMap { $0[.month].flatMap { Period(named: $0)?.from } }.min()
    guard let first else { return [] }
    var spans: [(released: Area, cameIn: Area)] = []
    for back in 0..<5 {
      guard let last = day.yearsBefore(back), let before = day.yearsBefore(back + 1),
        let from = CalendarDate(dayNumber: before.dayNumber + 1), from >= first
      else { break }
      let balance = try balance(Period(from: from, to: last))
      let cameIn = balance.identified + balance.reopened + balance.contested + balance.revoked
      spans.append((balance.releasedTotal, cameIn))
    }
    return spans
  }

  private func balance(_ period: Period) throws -> Balance {
    try programme.balances(period, layer: .land, by: []).first?.balance ?? Balance()
  }

  /// The lowest and the highest cost so far in each currency.
  private func costs() throws -> [OutlookCost] {
    let funding = try ContributionFigures(programme, to: day)
    guard !funding.isEmpty else { return [] }
    let lines = funding.costs(funding.agreements(Period()))
    return Dictionary(grouping: lines.filter { $0.perSquareMetre != nil }, by: \.currency)
      .sorted { $0.key < $1.key }.compactMap { currency, lines in
        let costs = lines.compactMap(\.perSquareMetre)
        guard let least = costs.min(), let most = costs.max() else { return nil }
        return OutlookCost(
          currency: currency, grounds: lines.count,
          area: lines.reduce(.zero) { $0 + $1.area }, perSquareMetre: least...most)
      }
  }
}

extension CalendarDate {
  /// The same day some years before; the last of February where there is no 29th.
  func yearsBefore(_ years: Int) -> CalendarDate? {
    CalendarDate(year: year - years, month: month, day: day)
      ?? CalendarDate.lastDay(ofMonth: month, of: year - years)
  }
}
