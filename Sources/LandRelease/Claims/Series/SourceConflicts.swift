/// RC08: two figures for one quantity that cannot both be true.
///
/// One quantity is what a claim calls the same as another, or what two sources state with the same
/// measure, scope and period.
enum SourceConflicts {
  struct Result {
    var findings: [Finding] = []
    var pairs: [ClaimPair] = []
  }

  static func find(in claims: [Claim], sums: [PartSum]) -> Result {
    var result = Result()
    let sumsByTotal = Dictionary(grouping: sums, by: \.total)
    for (first, second) in pairs(in: claims) {
      compare(first, second, into: &result)
      for (total, other) in [(first, second), (second, first)] {
        for sum in sumsByTotal[total.id] ?? [] where sum.outcome == .withinRounding {
          compare(sum, of: total, with: other, into: &result)
        }
      }
    }
    return result
  }

  /// Each pair once, in the order of the claims.
  private static func pairs(in claims: [Claim]) -> [(Claim, Claim)] {
    let byId = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byQuantity = Dictionary(grouping: claims.filter { $0.partOf == nil }) { Quantity($0) }
    var seen: Set<Set<String>> = []
    var pairs: [(Claim, Claim)] = []
    for claim in claims {
      let alike = claim.partOf == nil ? Quantity(claim).flatMap { byQuantity[$0] } ?? [] : []
      let elsewhere = alike.filter { $0.source.key != claim.source.key }
      for other in claim.sameAs.compactMap({ byId[$0] }) + elsewhere
      where other.id != claim.id && seen.insert([claim.id, other.id]).inserted {
        pairs.append((claim, other))
      }
    }
    return pairs
  }

  private static func compare(_ first: Claim, _ second: Claim, into result: inout Result) {
    guard let one = ClaimPoint(first, day: 0), let other = ClaimPoint(second, day: 0),
      let left = one.interval, let right = other.interval
    else { return }
    if first.measure != second.measure || first.comparableUnit != second.comparableUnit {
      result.findings.append(
        ReconciliationRules.finding(
          .mixedMeasures, at: [first, second],
          "\(first.label) and \(second.label) are called the same, but one counts"
            + " \(first.measure.code), the other \(second.measure.code)."))
    } else if left.meets(right) {
      return
    } else if one.meets(other) || isSumOfRoundedRows(one, other) {
      result.findings.append(
        ReconciliationRules.finding(
          .partsRounded, at: [first, second],
          "\(first.label) and \(second.label) are one quantity, within rounding."))
    } else {
      report(first, second, "\(first.label) and \(second.label)", into: &result)
    }
  }

  /// In one source a figure and the sum of its rows can differ by ten units of the last printed
  /// digit: so much can twenty rounded rows be off.
  private static func isSumOfRoundedRows(_ one: ClaimPoint, _ other: ClaimPoint) -> Bool {
    guard one.claim.source.key == other.claim.source.key else { return false }
    let digit = max(one.lastDigit, other.lastDigit)
    return (one.value - other.value).magnitude <= digit.shifted(by: 1)
      && digit.shifted(by: 4) <= one.value.magnitude
  }

  private static func compare(
    _ sum: PartSum, of total: Claim, with other: Claim, into result: inout Result
  ) {
    guard total.measure == other.measure, total.unit == other.unit,
      total.source.key != other.source.key, let interval = ClaimInterval(other)
    else { return }
    let parts = ClaimInterval(from: sum.sum - sum.play, through: sum.sum + sum.play)
    guard !interval.meets(parts) else { return }
    let subject = "\(other.label) and the parts of \(total.label), which add up to \(sum.sum),"
    report(other, total, subject, into: &result)
  }

  private static func report(
    _ first: Claim, _ second: Claim, _ subject: String, into result: inout Result
  ) {
    let differing = scopeParts(first, second)
    let scope =
      differing.isEmpty ? "" : "; their scope differs by \(differing.joined(separator: ", "))"
    result.pairs.append(ClaimPair(first.id, second.id))
    result.findings.append(
      ReconciliationRules.finding(
        .sourcesConflict, at: [first, second],
        "\(subject) are one quantity, but cannot both be true\(scope).",
        severity: differing.isEmpty ? .error : .warning))
  }

  private static func scopeParts(_ first: Claim, _ second: Claim) -> [String] {
    let one = first.scope
    let other = second.scope
    return [
      one.territory == other.territory ? nil : "territory",
      Set(one.districts) == Set(other.districts) ? nil : "districts",
      first.actorNames == second.actorNames ? nil : "actors",
      one.since == other.since ? nil : "since", one.asOf == other.asOf ? nil : "as_of",
    ].compactMap { $0 }
  }

  private struct Quantity: Hashable {
    var measure: Measure
    var unit: String
    var scope: ClaimScope
    var periodFrom: CalendarDate?

    /// - Returns: nil where no day is named, so that nothing tells two quantities apart.
    init?(_ claim: Claim) {
      guard claim.scope.asOf != nil else { return nil }
      measure = claim.measure
      unit = claim.comparableUnit
      scope = claim.scope
      scope.actors = claim.actorNames.sorted()
      scope.districts = Set(scope.districts).sorted()
      periodFrom = claim.periodFrom
    }
  }
}

extension ClaimPoint {
  /// The interval of the claim, areas in square metres.
  fileprivate var interval: ClaimInterval? {
    ClaimInterval(claim)?.shifted(by: power)
  }
}
