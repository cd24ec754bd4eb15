/// A claim with a number, its day, and the play that rounding leaves it.
///
/// Areas are in square metres, so that figures printed in different units can be compared.
struct ClaimPoint {
  var claim: Claim
  /// The figure in the unit of the claim.
  var figure: PrintedFigure
  /// By which power of ten the claim's unit is shifted to be compared.
  var power: Int
  var day: Int
  var value: ExactDecimal
  /// The least and the greatest number the figure can stand for, as printed and qualified.
  var low: ExactDecimal
  var high: ExactDecimal

  /// - Returns: nil for a claim without number or day.
  init?(_ claim: Claim) {
    guard let date = claim.scope.asOf else { return nil }
    self.init(claim, day: date.dayNumber)
  }

  /// - Returns: nil for a claim without number.
  init?(_ claim: Claim, day: Int) {
    guard let figure = claim.figure, claim.qualifier != .unquantified else { return nil }
    let power = claim.areaUnit?.powerOfSquareMetre ?? 0
    let play = Self.play(of: figure, claim)
    self.claim = claim
    self.figure = figure
    self.power = power
    self.day = day
    value = figure.value.shifted(by: power)
    low = play.low.shifted(by: power)
    high = play.high.shifted(by: power)
  }

  /// One unit of the last printed digit, areas in square metres.
  var lastDigit: ExactDecimal { figure.lastDigit.shifted(by: power) }

  /// The days of a figure of one period, both ends counted.
  var daysOfPeriod: Int? {
    claim.periodFrom.map { max(1, day - $0.dayNumber + 1) }
  }

  /// Whether the figures can be the same number.
  func meets(_ other: ClaimPoint) -> Bool { low <= other.high && other.low <= high }

  /// A number of square metres or pieces as the claim's source would print it, with the unit.
  func printed(_ number: ExactDecimal) -> String {
    "\(number.shifted(by: -power)) \(claim.unit)"
  }

  /// Both ends are finite here: "over v" reaches one step up, and an exact figure that ends in
  /// zeros may be rounded, but by no more than a hundredth.
  private static func play(
    of figure: PrintedFigure, _ claim: Claim
  ) -> (low: ExactDecimal, high: ExactDecimal) {
    let value = figure.value
    switch claim.qualifier {
    case .over, .including: return (value, value + figure.step)
    case .nearly: return (value - figure.step, value)
    case .upTo: return (.zero, value)
    case .mostly: return (value.half, value)
    case .exact, .only:
      let half = figure.roundingHalf(within: value)
      return (value - half, value + half)
    case .some, .about, .roughly, .unquantified, .increase, .decrease, .steadyIncrease,
      .steadyDecrease:
      return (value - figure.step.half, value + figure.step.half)
    }
  }
}

extension PrintedFigure {
  /// Half the last digit that is not zero, if that is at most a hundredth of `reference`, else half
  /// the last printed digit.
  func roundingHalf(within reference: ExactDecimal) -> ExactDecimal {
    step.shifted(by: 2) <= reference.magnitude ? step.half : lastDigit.half
  }
}

extension Claim {
  /// The unit of area the figure is in, or none for what is not an area.
  public var areaUnit: AreaUnit? { AreaUnit(rawValue: unit) }

  /// The unit in which figures are compared: all areas in one, the rest as they are.
  var comparableUnit: String { areaUnit == nil ? unit : "m2" }

  /// The actors of the claim in small letters, none where the source names nobody.
  var actorNames: Set<String> {
    Set((scope.actors + (actor.map { [$0] } ?? [])).map { $0.lowercased() })
  }

  /// The figure as a reader wants to see it: `AZ-1 (over 25,000 ha)`.
  var label: String {
    let word = qualifier.rawValue.split(separator: "_").joined(separator: " ")
    let figure = value.map { "\($0)" } ?? printed
    return "\(id) (\(qualifier == .exact ? "" : word + " ")\(figure) \(unit))"
  }
}
