import LandRelease

extension ClaimFigures {
  /// The figures of the whole years in the scope of a claim of a trend.
  ///
  /// - Returns: nil where the book keeps no such measure, or it has no figure of a year.
  func trend(_ claim: Claim) -> ComputedFigures? {
    guard let nature = claim.measure.nature, nature != .single,
      let whole = value(for: claim)
    else { return nil }
    var computed = ComputedFigures(
      measure: whole.measure, unit: whole.unit, bases: [], scope: whole.scope)
    var records = 0
    for year in wholeYears(claim) {
      var ofYear = claim
      ofYear.periodFrom = CalendarDate(year: year, month: 1, day: 1)
      ofYear.scope.asOf = CalendarDate(year: year, month: 12, day: 31)
      guard let figures = value(for: ofYear), let basis = figures.headline(of: claim) else {
        continue
      }
      computed.years.append(YearFigure(year: year, value: basis.value))
      records += figures.recordCount ?? 0
    }
    computed.recordCount = records
    return computed
  }

  /// The calendar years that the claim's scope and the book's records hold from end to end.
  ///
  /// Where the claim names no beginning, the month of the first record is one: a year that the
  /// records begin in is no whole one, unless they begin in its January.
  private func wholeYears(_ claim: Claim) -> [Int] {
    guard let lastRecord = scope.lastRecord,
      let begin = claim.periodFrom ?? claim.scope.since ?? firstRecord(of: claim.measure)
    else { return [] }
    let end = min(claim.scope.asOf ?? lastRecord, lastRecord)
    let first = begin.month == 1 && begin.day == 1 ? begin.year : begin.year + 1
    let last = end.month == 12 && end.day == 31 ? end.year : end.year - 1
    return first <= last ? Array(first...last) : []
  }

  /// The first day of the month of the first record that counts for a measure.
  private func firstRecord(of measure: Measure) -> CalendarDate? {
    let dates: [CalendarDate]
    switch measure.code {
    case let code where code.hasPrefix("victims"): dates = victims.compactMap(\.date)
    case "accidents": dates = accidents.compactMap(\.date)
    case let code where code.hasPrefix("area"):
      dates =
        records.accepted.compactMap(\.content.date) + records.hazards.compactMap(\.content.date)
    default: dates = records.devices.compactMap(\.date)
    }
    return dates.min().flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
  }
}

extension ComputedFigures {
  /// The basis that a claim names, else the first.
  fileprivate func headline(of claim: Claim) -> Basis? {
    guard let name = claim.basis else { return bases.first }
    return bases.first { $0.name == name }
  }
}
