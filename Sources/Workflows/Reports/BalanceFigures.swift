import LandRelease
import Storage

/// The lines of the balance statement: opening, flows and closing of each group.
struct BalanceFigures {
  let figures: BookFigures
  let period: Period
  let dimensions: [LedgerDimension]
  /// Districts that have a line also without movements.
  var districts: [String] = []

  func lines() throws -> [(group: [String], balance: Balance)] {
    let ground = dimensions.filter { !$0.isPeriod }
    let time = dimensions.filter(\.isPeriod)
    guard time.count < 2, !dimensions.contains(where: \.isOfRelease) else {
      throw WorkflowError(
        .usage,
        "a balance is of ground: it can be cut by district and by one of year, quarter, month",
        remedy: "Use report progress for operators, donors, kinds and activities.")
    }
    var balances: [[String]: Balance] = [:]
    if ground == [.district] {
      for district in districts { balances[[district]] = Balance() }
    }
    for sum in try opening(ground) { balances[sum.group, default: Balance()].addOpening(sum) }
    guard let time = time.first else {
      for sum in try flows(ground) { balances[sum.group, default: Balance()].add(sum) }
      return balances.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { ($0.key, $0.value) }
    }
    return try rolledForward(from: balances, ground: ground, time: time)
  }

  private func opening(_ ground: [LedgerDimension]) throws -> [LedgerSum] {
    guard let before = period.from?.dayBefore else { return try figures.undatedSums(ground) }
    return try figures.sums(ground, to: before)
  }

  private func flows(_ dimensions: [LedgerDimension]) throws -> [LedgerSum] {
    // Without a first day a query takes undated movements in; they stand in the opening.
    period.from == nil
      ? try figures.datedSums(dimensions, to: period.to)
      : try figures.sums(dimensions, from: period.from, to: period.to)
  }

  /// Every period of every group from the first movement to the last: closing = next opening.
  private func rolledForward(
    from openings: [[String]: Balance], ground: [LedgerDimension], time: LedgerDimension
  ) throws -> [(group: [String], balance: Balance)] {
    var flows: [[String]: [String: [LedgerSum]]] = [:]
    var periods: Set<String> = []
    for sum in try self.flows(ground + [time]) {
      guard let when = sum.group.last else { continue }
      periods.insert(when)
      flows[Array(sum.group.dropLast()), default: [:]][when, default: []].append(sum)
    }
    let whole = wholePeriods(periods.min(), periods.max(), time)
    let groups = Set(openings.keys).union(flows.keys)
    return groups.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { group in
      var balance = openings[group] ?? Balance()
      return whole.map { when in
        balance = balance.carriedForward()
        for sum in flows[group]?[when] ?? [] { balance.add(sum) }
        return (place(when, time, in: group), balance)
      }
    }
  }

  /// Every year, quarter or month from the first to the last, those without movements too.
  private func wholePeriods(
    _ first: String?, _ last: String?, _ time: LedgerDimension
  ) -> [String] {
    guard let from = period.from?.group(time) ?? first,
      let to = period.to?.group(time) ?? last ?? period.from?.group(time),
      let start = Int(from.prefix(4)), let end = Int(to.prefix(4)), start <= end
    else { return [] }
    let inYear: [String] =
      switch time {
      case .quarter: (1...4).map { "-Q\($0)" }
      case .month: (1...12).map { $0 < 10 ? "-0\($0)" : "-\($0)" }
      default: [""]
      }
    // All are written with the digits of the year first, so their text is in order of time.
    return (start...end).flatMap { year in inYear.map { "\(year)\($0)" } }
      .filter { from <= $0 && $0 <= to }
  }

  /// The group's values in the order in which the dimensions were asked for.
  private func place(_ when: String, _ time: LedgerDimension, in group: [String]) -> [String] {
    var values = group[...]
    return dimensions.map { $0 == time ? when : values.popFirst() ?? "" }
  }
}
