/// The numbers a claim allows, from its qualifier and the digits it prints.
///
/// Accounting rules, section 7. Ends are exact decimals in the unit of the claim.
public struct ClaimInterval: Hashable, Sendable {
  /// One end of the interval, and whether the end itself is allowed.
  public struct End: Hashable, Sendable {
    /// The number at the end.
    public var value: ExactDecimal
    /// Whether the number itself is allowed.
    public var isIncluded: Bool

    static func including(_ value: ExactDecimal) -> End { End(value: value, isIncluded: true) }
    static func excluding(_ value: ExactDecimal) -> End { End(value: value, isIncluded: false) }
  }

  /// None where every smaller number is allowed.
  public var lower: End?
  /// None where every greater number is allowed.
  public var upper: End?
  /// Above this number the claim still holds, but says less than the records: 26,000 for "over
  /// 25,000".
  public var understatedAbove: ExactDecimal?

  /// The interval of a claim, or none where it states no number.
  public init?(_ claim: Claim) {
    guard let figure = claim.figure else { return nil }
    self.init(
      figure: figure, qualifier: claim.qualifier, isInitialEstimate: claim.isInitialEstimate)
  }

  /// The interval of a figure under a qualifier; an initial estimate counts as "some".
  ///
  /// "Only" counts as exact, "mostly" is more than half of the figure and no more than it, and
  /// "including" is the figure or more. An estimate that is "over", "nearly" or "up to" a figure
  /// keeps those words, which allow more than "some" would.
  public init?(figure: PrintedFigure, qualifier: Qualifier, isInitialEstimate: Bool = false) {
    let value = figure.value
    let step = figure.step
    switch qualifier {
    case .unquantified, .increase, .decrease, .steadyIncrease, .steadyDecrease: return nil
    case .exact where !isInitialEstimate, .only where !isInitialEstimate:
      self.init(around: value, by: figure.lastDigit.half)
    case .exact, .only, .some, .about, .roughly:
      self.init(around: value, by: step.half)
    case .over:
      self.init(lower: .including(value), upper: nil, understatedAbove: value + step)
    case .nearly:
      self.init(lower: .excluding(value - step), upper: .including(value))
    case .upTo:
      self.init(lower: .excluding(.zero), upper: .including(value))
    case .mostly:
      self.init(lower: .excluding(value.half), upper: .including(value))
    case .including:
      let half = figure.lastDigit.half
      self.init(
        lower: .including(value - half), upper: nil, understatedAbove: value + half)
    }
  }

  /// Every number from one to the other, both included.
  public init(from lower: ExactDecimal, through upper: ExactDecimal) {
    self.init(lower: .including(lower), upper: .including(upper))
  }

  init(around value: ExactDecimal, by half: ExactDecimal) {
    self.init(from: value - half, through: value + half)
  }

  private init(lower: End?, upper: End?, understatedAbove: ExactDecimal? = nil) {
    self.lower = lower
    self.upper = upper
    self.understatedAbove = understatedAbove
  }
}

extension ClaimInterval: CustomStringConvertible {
  /// Whether the claim allows the number.
  public func contains(_ number: ExactDecimal) -> Bool {
    !isAbove(number) && !isBelow(number)
  }

  /// Whether the whole interval lies above the number: the claim says more.
  public func isAbove(_ number: ExactDecimal) -> Bool {
    guard let lower else { return false }
    return lower.isIncluded ? number < lower.value : number <= lower.value
  }

  /// Whether the whole interval lies below the number: the claim says less.
  public func isBelow(_ number: ExactDecimal) -> Bool {
    guard let upper else { return false }
    return upper.isIncluded ? upper.value < number : upper.value <= number
  }

  /// Whether some number is allowed by both.
  public func meets(_ other: ClaimInterval) -> Bool {
    !isWhollyAbove(other) && !other.isWhollyAbove(self)
  }

  /// The interval with the point of every end moved to the right.
  func shifted(by places: Int) -> ClaimInterval {
    var interval = self
    interval.lower?.value = lower?.value.shifted(by: places) ?? .zero
    interval.upper?.value = upper?.value.shifted(by: places) ?? .zero
    interval.understatedAbove = understatedAbove?.shifted(by: places)
    return interval
  }

  private func isWhollyAbove(_ other: ClaimInterval) -> Bool {
    guard let lower, let upper = other.upper else { return false }
    let touches = lower.isIncluded && upper.isIncluded
    return touches ? upper.value < lower.value : upper.value <= lower.value
  }

  /// The interval as mathematicians write it: `[135,000, 145,000]`, `(0, 500]`, `[25,000, up)`.
  public var description: String {
    let from = lower.map { ($0.isIncluded ? "[" : "(") + "\($0.value)" } ?? "(any"
    let to = upper.map { "\($0.value)" + ($0.isIncluded ? "]" : ")") } ?? "up)"
    return "\(from), \(to)"
  }
}
