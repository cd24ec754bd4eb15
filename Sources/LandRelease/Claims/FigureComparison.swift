/// One claimed number against one computed number.
struct FigureComparison {
  var claim: Claim
  var value: ExactDecimal
  var interval: ClaimInterval

  /// - Parameter overruledBy: a verdict on scope or measure, which comes before any number.
  func verdict(
    for basis: ComputedFigures.Basis, _ computed: ComputedFigures, overruledBy: Verdict?
  ) -> Judgement.BasisVerdict {
    let difference = value - basis.value
    let percent = difference.approximate / value.approximate * 100
    return Judgement.BasisVerdict(
      basis: basis, verdict: overruledBy ?? number(basis.value, computed),
      difference: difference, percentOfClaim: value == .zero ? nil : percent)
  }

  private func number(_ number: ExactDecimal, _ computed: ComputedFigures) -> Verdict {
    if let understated = interval.understatedAbove, number > understated { return .understated }
    if agrees(number) { return .agrees }
    if interval.contains(number) { return claim.qualifier == .exact ? rounded : .withinQualifier }
    if roundsToClaim(number) { return .withinRounding }
    guard interval.isAbove(number) else { return .claimBelow }
    return isReachable(from: number, computed) ? .reachable : .claimAbove
  }

  private var rounded: Verdict { claim.isInitialEstimate ? .withinQualifier : .withinRounding }

  /// Whether an exact figure is the computed one, rounded to the last printed digit.
  private func agrees(_ number: ExactDecimal) -> Bool {
    guard let figure = claim.figure, claim.qualifier == .exact || claim.qualifier == .only,
      !claim.isInitialEstimate
    else { return false }
    return number.rounded(toPlace: figure.lastPlace) == value
  }

  /// Whether an exact-looking figure with zeros at its end is the computed one rounded to the last
  /// digit that is not zero; a rounding of more than a hundredth of the figure hides too much.
  private func roundsToClaim(_ number: ExactDecimal) -> Bool {
    guard let figure = claim.figure, claim.qualifier == .exact,
      figure.step.shifted(by: 2) <= value.magnitude
    else { return false }
    return (number - value).magnitude <= figure.step.half
  }

  /// Whether the claim lies between the computed figure and the high one.
  private func isReachable(from number: ExactDecimal, _ computed: ComputedFigures) -> Bool {
    guard let low = computed.low, let high = computed.high, number <= high else { return false }
    return interval.meets(ClaimInterval(from: min(max(low, number), high), through: high))
  }

  /// The comparison as a sentence.
  func sentence(
    for basis: ComputedFigures.Basis, _ verdict: Verdict, _ computed: ComputedFigures
  ) -> String {
    let figures =
      "The claim allows \(interval) \(claim.unit), the records give \(basis.value.spoken)"
    switch verdict {
    case .agrees: return "\(figures) by \(basis.name), the figure as printed."
    case .understated: return "\(figures) by \(basis.name): more than the claim says."
    case .reachable:
      let high = computed.high.map(\.spoken) ?? ""
      return "\(figures) by \(basis.name), and up to \(high) with unplaced and stated area."
    case .claimAbove:
      return "\(figures) by \(basis.name): the claim is \((value - basis.value).spoken) above."
    case .claimBelow:
      return "\(figures) by \(basis.name): the claim is \((basis.value - value).spoken) below."
    default: return "\(figures) by \(basis.name)."
    }
  }
}
