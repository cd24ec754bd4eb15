/// RC12: a figure said to be of a part fits what is counted of the whole: mines that are items.
enum ExcessOfPart {
  static func find(in series: [TotalSeries]) -> ExplainedFindings {
    var found = ExplainedFindings()
    for part in series where part.name != nil {
      for point in part.points {
        guard let own = expected(of: part.measure, at: point, in: series),
          let whole = whole(of: part.measure, at: point, in: series),
          own.value.approximate * 1.5 < point.low.approximate, whole.low <= point.high,
          point.value.approximate < whole.value.approximate * 1.5
        else { continue }
        found.ids.insert(point.claim.id)
        found.findings.append(
          ReconciliationRules.finding(
            .tooGreatForMeasure, at: [point.claim] + own.claims + [whole.claim],
            "\(point.claim.label) is stated as \(point.claim.measure.code), which stood at"
              + " \(own.value); it follows \(whole.claim.label), \(whole.claim.measure.code)."))
      }
    }
    return found
  }

  /// The latest earlier figure of the whole that the part belongs to.
  private static func whole(
    of measure: Measure, at point: ClaimPoint, in series: [TotalSeries]
  ) -> ClaimPoint? {
    measure.broader.compactMap { latest($0, before: point, in: series) }.max { $0.day < $1.day }
  }

  /// What the measure last stood at: its own figure, or the sum of its parts.
  private static func expected(
    of measure: Measure, at point: ClaimPoint, in series: [TotalSeries]
  ) -> (value: ExactDecimal, claims: [Claim])? {
    if let own = latest(measure, before: point, in: series) { return (own.value, [own.claim]) }
    for sum in Measure.sums where sum.total == measure {
      let parts = sum.parts.compactMap { latest($0, before: point, in: series) }
      if parts.count == sum.parts.count {
        return (parts.reduce(.zero) { $0 + $1.value }, parts.map(\.claim))
      }
    }
    return nil
  }

  private static func latest(
    _ measure: Measure, before point: ClaimPoint, in series: [TotalSeries]
  ) -> ClaimPoint? {
    series.filter {
      $0.measure == measure && $0.name == point.claim.series
    }.flatMap(\.points).last { $0.day < point.day }
  }
}
