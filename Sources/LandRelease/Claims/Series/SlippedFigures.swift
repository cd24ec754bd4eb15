/// RC06: a figure fits the others only with its point or its thousands moved.
enum SlippedFigures {
  static func find(in series: [TotalSeries], periods: [Claim]) -> ExplainedFindings {
    var found = ExplainedFindings()
    for total in series.flatMap(\.byActors) { SlippedTotals.check(total, into: &found) }
    let sound = series.map { $0.without(found.ids) }
    checkPeriods(periods.compactMap(ClaimPoint.init), against: sound, into: &found)
    return found
  }

  /// How far a point can have slipped.
  static let slips = [-1, 1, -2, 2, -3, 3]

  static func finding(
    _ point: ClaimPoint, against others: [ClaimPoint], candidate: Int?, _ reason: String
  ) -> Finding {
    let proposal = candidate.map { slip in
      " As \(point.printed(point.value.shifted(by: slip))) it would fit."
    }
    return ReconciliationRules.finding(
      .slippedDecimal, at: [point.claim] + others.map(\.claim),
      "\(point.claim.label) \(reason).\(proposal ?? "")")
  }

  private static func checkPeriods(
    _ periods: [ClaimPoint], against series: [TotalSeries], into found: inout ExplainedFindings
  ) {
    for period in periods where isTotalOfItsOwn(period, periods) {
      let totals = series.filter { isComparable($0, period) }.flatMap(\.points)
      let usual = usualGrowth(for: period, totals, periods)
      let passed = totals.first { $0.day >= period.day && $0.high < period.low }
      let candidate = usual.flatMap { bestSlip(of: period, usual: $0) }
      if let passed {
        let reason = "is more in one period than all of \(passed.claim.label)"
        found.ids.insert(period.claim.id)
        found.findings.append(
          finding(period, against: [passed], candidate: candidate, reason))
      } else if let usual, let candidate, isPlainSlip(period, usual) {
        let reason = "is far from the usual \(period.printed(usual)) in so many days"
        found.ids.insert(period.claim.id)
        found.findings.append(finding(period, against: [], candidate: candidate, reason))
      }
    }
  }

  /// Parts of a period's total are judged with their total.
  private static func isTotalOfItsOwn(_ point: ClaimPoint, _ all: [ClaimPoint]) -> Bool {
    point.claim.measure.nature != .stands && point.claim.measure.nature != .single
      && !all.contains {
        $0.claim.id == point.claim.partOf && $0.claim.measure == point.claim.measure
      }
  }

  private static func isComparable(_ series: TotalSeries, _ period: ClaimPoint) -> Bool {
    guard let total = series.points.first?.claim else { return false }
    let claim = period.claim
    return series.measure == claim.measure && series.name == claim.series
      && total.comparableUnit == claim.comparableUnit
      && total.scope.territory == claim.scope.territory
      && Set(total.scope.districts) == Set(claim.scope.districts)
  }

  /// What so many days usually bring: from the totals, else from the other periods.
  private static func usualGrowth(
    for period: ClaimPoint, _ totals: [ClaimPoint], _ periods: [ClaimPoint]
  ) -> ExactDecimal? {
    guard let days = period.daysOfPeriod else { return nil }
    let growths = zip(totals, totals.dropFirst()).compactMap { earlier, later in
      later.day > earlier.day
        ? (later.value - earlier.value).approximate / Double(later.day - earlier.day) : nil
    }
    let others = periods.filter {
      $0.claim.id != period.claim.id && $0.claim.measure == period.claim.measure
        && $0.claim.series == period.claim.series && $0.claim.partOf == period.claim.partOf
        && $0.claim.scope.territory == period.claim.scope.territory
        && $0.claim.comparableUnit == period.claim.comparableUnit
        && $0.claim.actorNames == period.claim.actorNames
    }.compactMap { other in other.daysOfPeriod.map { other.value.approximate / Double($0) } }
    guard growths.count > 2 || others.count > 2 else { return nil }
    let usual = (Median.of(growths.count > 2 ? growths : others) ?? 0) * Double(days)
    return usual > 0 ? ExactDecimal(usual, places: 1) : nil
  }

  private static func bestSlip(of point: ClaimPoint, usual: ExactDecimal) -> Int? {
    let fits = slips.filter {
      let ratio = point.value.shifted(by: $0).approximate / usual.approximate
      return (0.25...4).contains(ratio)
    }
    return fits.min {
      distance(point, slippedBy: $0, from: usual) < distance(point, slippedBy: $1, from: usual)
    }
  }

  private static func distance(
    _ point: ClaimPoint, slippedBy slip: Int, from usual: ExactDecimal
  ) -> Double {
    let ratio = point.value.shifted(by: slip).approximate / usual.approximate
    return max(ratio, 1 / ratio)
  }

  /// Months differ by seasons and by finds, so only a figure thirty times off is called a slip.
  private static func isPlainSlip(_ point: ClaimPoint, _ usual: ExactDecimal) -> Bool {
    let ratio = point.value.approximate / usual.approximate
    return ratio > 30 || (ratio > 0 && ratio < 1.0 / 30)
  }
}
