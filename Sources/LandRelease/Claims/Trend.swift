/// A way that figures of years go, as a source puts it.
public struct Trend: Hashable, Sendable {
  /// Whether they are said to rise.
  public var isUpward: Bool
  /// Whether they are said to do so from each year to the next.
  public var isSteady: Bool
}

/// The figure of one whole year.
public struct YearFigure: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// What was counted in it, or stood at its end, in the claim's unit.
  public var value: ExactDecimal

  /// A year and its figure.
  public init(year: Int, value: ExactDecimal) {
    self.year = year
    self.value = value
  }
}

extension Trend {
  /// The steps from year to year that go the way the claim says, and all there are.
  func steps(of years: [YearFigure]) -> (with: Int, all: Int) {
    let steps = zip(years, years.dropFirst())
    return (steps.count { isStep(from: $0.value, to: $1.value) }, max(0, years.count - 1))
  }

  /// What whole years say of the trend; nil where there are too few.
  ///
  /// All steps go its way: it agrees. A trend that nobody called steady bears steps the other way, as
  /// long as the last year is on its side of the first. Else the claim says more than the records, or
  /// less for one that is said to fall.
  func verdict(of years: [YearFigure]) -> Verdict? {
    guard let first = years.first, let last = years.last, years.count > 1 else { return nil }
    let steps = steps(of: years)
    if steps.with == steps.all { return .agrees }
    if !isSteady, isStep(from: first.value, to: last.value) { return .withinQualifier }
    return isUpward ? .claimAbove : .claimBelow
  }

  /// The years and their figures as a sentence.
  func sentence(of years: [YearFigure]) -> String {
    let steps = steps(of: years)
    let list = years.map { "\($0.year): \($0.value.spoken)" }.joined(separator: ", ")
    let way = isUpward ? "rose" : "fell"
    return
      "From year to year it \(way) in \(steps.with) of \(steps.all) steps, of whole years alone: \(list)."
  }

  private func isStep(from earlier: ExactDecimal, to later: ExactDecimal) -> Bool {
    isUpward ? earlier < later : later < earlier
  }
}

extension Judgement {
  /// Holds a claim of a trend against the figures of whole years.
  mutating func judge(_ trend: Trend, _ computed: ComputedFigures) {
    years = computed.years
    guard let verdict = trend.verdict(of: years) else {
      headline = .notEvidenced
      reasons = [
        "The book has \(years.count) whole years of \"\(claim.measure.code)\" in the claim's scope: a trend needs two."
      ]
      return
    }
    headline = verdict
    isIndicative = claim.isInitialEstimate && verdict.isConsistent
    reasons = [trend.sentence(of: years)]
    if claim.measure.nature == .accumulates {
      reasons.append("Years are held against each other, since a running total can only grow.")
    }
  }
}
