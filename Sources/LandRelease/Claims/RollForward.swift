/// A stock rolled forward over the releases of a period: opening - released + additions = closing.
///
/// The additions follow from the other three. Sources rarely state them, so they are reported as
/// unexplained or newly identified area, never as an error.
public struct RollForward: Hashable, Sendable {
  /// The stock at the start.
  public var opening: Claim
  /// The stock at the end.
  public var closing: Claim
  /// The releases between the two days, no day counted twice.
  public var releases: [Claim]
  /// In the unit of the closing stock, as all figures here.
  public var unit: AreaUnit
  /// What the releases add up to.
  public var released: ExactDecimal
  /// What must have come in; below zero where more land left the stock than was released.
  public var impliedAdditions: ExactDecimal
  /// The additions that rounding of the figures leaves possible.
  public var interval: ClaimInterval

  /// The result in a sentence.
  public var sentence: String {
    let period = "\(opening.id) to \(closing.id)"
    let amount = "\(impliedAdditions.magnitude) \(unit.rawValue)"
    return impliedAdditions < .zero
      ? "\(period): \(amount) left the stock without a release, unexplained or withdrawn."
      : "\(period): unexplained or newly identified \(amount)."
  }

  /// Rolls every stock of contaminated area forward to the next one of the same series or source.
  public static func all(in claims: [Claim]) -> [RollForward] {
    let stocks = claims.filter {
      $0.measure == Measure(known: "area_contaminated") && $0.partOf == nil && $0.areaUnit != nil
    }.compactMap(ClaimPoint.init)
    let groups = Dictionary(grouping: stocks) { Book($0.claim) }
    return groups.values.flatMap { points in
      let sorted = points.sorted { ($0.day, $0.claim.id) < ($1.day, $1.claim.id) }
      return zip(sorted, sorted.dropFirst()).compactMap { opening, closing in
        opening.day < closing.day ? roll(opening, closing, claims) : nil
      }
    }.sorted { $0.opening.id.utf8Precedes($1.opening.id) }
  }

  private struct Book: Hashable {
    var name: String
    var territory: String?
    var districts: Set<String>

    init(_ claim: Claim) {
      name = claim.series.map { "series \($0)" } ?? "source \(claim.source.key)"
      territory = claim.scope.territory
      districts = Set(claim.scope.districts)
    }
  }

  private static func roll(
    _ opening: ClaimPoint, _ closing: ClaimPoint, _ claims: [Claim]
  ) -> RollForward? {
    guard let unit = closing.claim.areaUnit else { return nil }
    let between = claims.filter { Book($0) == Book(closing.claim) && $0.partOf == nil }
      .compactMap(ClaimPoint.init)
      .filter { ($0.claim.periodFrom?.dayNumber ?? .min) > opening.day && $0.day <= closing.day }
    let releases = releases(between)
    guard !releases.isEmpty else { return nil }
    let released = releases.reduce(ExactDecimal.zero) { $0 + $1.value }
    let low =
      closing.low - opening.high + releases.reduce(ExactDecimal.zero) { $0 + $1.low }
    let high =
      closing.high - opening.low + releases.reduce(ExactDecimal.zero) { $0 + $1.high }
    let power = -unit.powerOfSquareMetre
    return RollForward(
      opening: opening.claim, closing: closing.claim, releases: releases.map(\.claim), unit: unit,
      released: released.shifted(by: power),
      impliedAdditions: (closing.value - opening.value + released).shifted(by: power),
      interval: ClaimInterval(from: low, through: high).shifted(by: power))
  }

  /// Totals of release where there are any, else what was cleared, reduced and cancelled.
  private static func releases(_ points: [ClaimPoint]) -> [ClaimPoint] {
    let totals = longestApart(points.filter { $0.claim.measure == Measure(known: "area_released") })
    guard totals.isEmpty else { return totals }
    return ["area_cleared", "area_reduced", "area_cancelled"].flatMap { code in
      longestApart(points.filter { $0.claim.measure == Measure(known: code) })
    }
  }

  /// The longest periods that share no day, so that a year and its months are counted once.
  private static func longestApart(_ points: [ClaimPoint]) -> [ClaimPoint] {
    var kept: [ClaimPoint] = []
    let longestFirst = points.sorted {
      ($1.daysOfPeriod ?? 0, $0.claim.id) < ($0.daysOfPeriod ?? 0, $1.claim.id)
    }
    for point in longestFirst
    where kept.allSatisfy({ $0.day < first(point) || point.day < first($0) }) {
      kept.append(point)
    }
    return kept.sorted { $0.day < $1.day }
  }

  private static func first(_ point: ClaimPoint) -> Int {
    point.claim.periodFrom?.dayNumber ?? point.day
  }
}
