/// What claims say about each other, without any book.
public struct SeriesReport: Sendable {
  /// What the rules found, in the order of their codes.
  public var findings: [Finding] = []
  /// Every total held against its parts, those that add up included.
  public var sums: [PartSum] = []
  /// Every pace between two totals of one series.
  public var paces: [Pace] = []
  /// Pairs of claims of one quantity that cannot both be true, for `judge`.
  public var conflicts: [ClaimPair] = []

  /// The claims that conflict with one, in the order they were found.
  public func conflicts(with id: String) -> [String] {
    conflicts.compactMap { pair in
      pair.first == id ? pair.second : pair.second == id ? pair.first : nil
    }
  }
}

/// Two claims, by id.
public struct ClaimPair: Hashable, Sendable {
  /// The claim that came first.
  public var first: String
  /// The claim it is held against.
  public var second: String

  init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// Holds claims of one or several sources against each other (accounting rules, section 7).
///
/// A figure that one rule explains is kept from the rules after it: exchanged or slipped figures
/// are not reported again as falling totals or jumping rates. Findings come in the order of the
/// rules' codes.
public func checkSeries(_ claims: [Claim]) -> SeriesReport {
  var report = SeriesReport()
  let series = TotalSeries.all(in: claims)
  let slips = SlippedFigures.find(in: series, periods: claims.filter(\.isOfPeriod))
  let swaps = SwappedCategories.find(in: series.map { $0.without(slips.ids) })
  let excess = ExcessOfPart.find(in: series.map { $0.without(slips.ids.union(swaps.ids)) })
  let explained = slips.ids.union(swaps.ids).union(excess.ids)
  let sound = series.map { $0.without(explained) }
  let rates = RateJumps.find(in: sound.flatMap(\.byActors))
  let sums = PartSums.find(in: claims)
  let conflicts = SourceConflicts.find(in: claims, sums: sums.sums)
  report.findings =
    slips.findings + swaps.findings + excess.findings
    + FallingTotals.find(in: sound.flatMap(\.byActors)) + rates.findings
    + MixedActors.find(in: series) + sums.findings + conflicts.findings
    + MixedMeasures.find(in: claims) + PrintedMarks.find(in: claims)
  report.findings = report.findings.enumerated().sorted {
    ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset)
  }.map(\.element)
  report.sums = sums.sums
  report.paces = rates.paces
  report.conflicts = conflicts.pairs
  return report
}

/// Findings of one rule, and the claims that the rule explains.
struct ExplainedFindings {
  var findings: [Finding] = []
  var ids: Set<String> = []
}
