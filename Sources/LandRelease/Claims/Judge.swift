/// Holds a claim against what the book computes for it (accounting rules, section 7).
///
/// Scope and measure are judged before any number.
///
/// - Parameters:
///   - computed: the book's figures in the claim's unit; none where the book keeps no such measure.
///   - conflictsWith: claims of other sources whose figures cannot be true together with this one.
public func judge(
  _ claim: Claim, computed: ComputedFigures?, conflictsWith: [String] = []
) -> Judgement {
  var judgement = Judgement(
    claim: claim, interval: ClaimInterval(claim), bases: [], headlineBasis: nil,
    headline: .notEvidenced, isIndicative: false, reasons: [], bridge: nil)
  if let trend = claim.qualifier.trend, let computed {
    let before = Judgement.beforeNumbers(claim, computed)
    if let verdict = before.verdict {
      (judgement.headline, judgement.reasons) = (verdict, before.reasons)
    } else {
      judgement.judge(trend, computed)
    }
  } else if let reason = nothingToCompare(claim, computed) {
    judgement.headline = conflictsWith.isEmpty ? .notEvidenced : .sourcesConflict
    judgement.reasons = [reason]
  } else if let computed, let value = claim.value, let interval = judgement.interval {
    let comparison = FigureComparison(claim: claim, value: value, interval: interval)
    judgement.judge(comparison, computed)
  }
  if !conflictsWith.isEmpty {
    let others = conflictsWith.joined(separator: ", ")
    judgement.reasons.append("It cannot be true together with \(others), about the same quantity.")
  }
  return judgement
}

/// Why no figure can be held against the claim, or none where one can.
private func nothingToCompare(_ claim: Claim, _ computed: ComputedFigures?) -> String? {
  if claim.qualifier.trend == nil, claim.value == nil || claim.qualifier == .unquantified {
    let known = computed?.bases.map { "\($0.name) \($0.value.spoken)" } ?? []
    return "The source states no number."
      + (known.isEmpty
        ? ""
        : " Of \(claim.measure.description ?? claim.measure.code) the book has: \(known.joined(separator: "; ")).")
  }
  guard let computed else {
    return claim.measure.description == nil
      ? "No measure \"\(claim.measure.code)\" is known; see the list of measures."
      : "The book keeps no \"\(claim.measure.code)\"."
  }
  return computed.bases.isEmpty ? "The book has no records of \"\(claim.measure.code)\"." : nil
}

extension Judgement {
  fileprivate mutating func judge(_ comparison: FigureComparison, _ computed: ComputedFigures) {
    let before = Self.beforeNumbers(claim, computed)
    bases = computed.bases.map { basis in
      comparison.verdict(for: basis, computed, overruledBy: before.verdict)
    }
    let basis = computed.headlineBasis(for: claim)
    headlineBasis = basis?.name
    headline = before.verdict ?? headlineDifference?.verdict ?? .notEvidenced
    reasons = before.reasons
    if before.verdict == nil, let basis {
      reasons.append(comparison.sentence(for: basis, headline, computed))
      isIndicative = claim.isInitialEstimate && (headline.isConsistent || headline == .reachable)
    }
    if isIndicative { reasons.append("The source calls the figure an initial estimate.") }
    if !computed.bridge.isEmpty, before.verdict != .measureDiffers {
      bridge = ClaimBridge(lines: computed.bridge, to: comparison.value)
    }
    reasons += otherBases()
    if claim.scope.actors.isEmpty, claim.actor == nil, computed.scope.actors != nil {
      reasons.append("The source does not say whose work it counts.")
    }
  }

  fileprivate static func beforeNumbers(
    _ claim: Claim, _ computed: ComputedFigures
  ) -> (verdict: Verdict?, reasons: [String]) {
    if claim.measure != computed.measure {
      let reason =
        "The claim is of \(claim.measure.code), the book answers \(computed.measure.code)."
      return (.measureDiffers, [reason])
    }
    if claim.unit != computed.unit {
      let reason = "The claim is in \(claim.unit), the book's figure in \(computed.unit)."
      return (.measureDiffers, [reason])
    }
    let differences = ScopeDifference.between(claim, and: computed.scope)
    if !differences.isEmpty { return (.scopeDiffers, differences.map(\.sentence)) }
    if let basis = claim.basis, computed.headlineBasis(for: claim) == nil {
      return (.measureDiffers, ["The claim counts by \"\(basis)\", which the book does not."])
    }
    return (nil, [])
  }

  /// Names the other bases that would bear the claim out, where the headline's does not.
  private func otherBases() -> [String] {
    guard !headline.isConsistent else { return [] }
    return bases.filter { $0.basis.name != headlineBasis && $0.verdict.isConsistent }.map {
      "Counted by \($0.basis.name) it would be \"\($0.verdict.rawValue)\": \($0.basis.value.spoken)."
    }
  }
}
