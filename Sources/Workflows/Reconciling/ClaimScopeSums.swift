import LandRelease
import Storage

/// The ledger cut finely enough to answer any claim: by day, district and operator, read once.
struct ClaimScopeSums {
  private let sums: [(date: CalendarDate?, sum: LedgerSum)]

  init(_ figures: BookFigures) throws {
    sums = try figures.dailySums().map { date, sum in (date.flatMap(CalendarDate.init), sum) }
  }

  /// Movements of a period that a claim's districts and actors take in; undated ones are before it.
  func forEach(
    _ period: Period, districts: Set<String>, actors: Set<String>, includingUndated: Bool = false,
    _ body: (LedgerSum) -> Void
  ) {
    for (date, sum) in sums {
      guard date.map(period.contains) ?? includingUndated else { continue }
      if !districts.isEmpty, !districts.contains(sum.group[0]) { continue }
      if !actors.isEmpty, !actors.contains(sum.group[1]) { continue }
      body(sum)
    }
  }
}
