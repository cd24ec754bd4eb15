/// RC01: a total that can only grow is smaller than the one before.
enum FallingTotals {
  static func find(in series: [TotalSeries]) -> [Finding] {
    series.flatMap { series in
      zip(series.points, series.points.dropFirst()).compactMap { earlier, later in
        guard later.day > earlier.day, later.high < earlier.low else { return nil }
        let fall = earlier.printed(earlier.value - later.value)
        return ReconciliationRules.finding(
          .fallingTotal, at: [earlier.claim, later.claim],
          "\(series.title): \(later.claim.label) is \(fall) below \(earlier.claim.label).")
      }
    }
  }
}
