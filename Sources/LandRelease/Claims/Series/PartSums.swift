/// A total held against one split of it.
public struct PartSum: Hashable, Sendable {
  /// How parts and total agree.
  public enum Outcome: String, CaseIterable, Sendable, Codable {
    case sumsExactly = "sums exactly"
    case withinRounding = "within rounding"
    case differs
  }

  /// The id of the total's claim.
  public var total: String
  /// The name of the split; none where the total has only one.
  public var split: String?
  /// The ids of the parts' claims.
  public var parts: [String]
  /// The total as stated, in its own unit.
  public var stated: ExactDecimal
  /// What the parts add up to, in the unit of the total.
  public var sum: ExactDecimal
  /// The unit of the total.
  public var unit: String
  /// Whether parts and total agree.
  public var outcome: Outcome

  /// The sum of the parts minus the total.
  public var difference: ExactDecimal { sum - stated }

  /// How far the sum can be off when every part is rounded in its last printed digit; in the
  /// unit of the total.
  var play: ExactDecimal
}

/// RC03 and RC04: parts that do not add up to their total, or only but for rounding.
enum PartSums {
  static func find(in claims: [Claim]) -> (findings: [Finding], sums: [PartSum]) {
    let groups = SplitGroup.all(in: claims)
    let sums = groups.map(sum)
    let findings = zip(groups, sums).compactMap { group, sum in
      sum.flatMap { finding(group, $0) }
    }
    return (findings, sums.compactMap { $0 })
  }

  private static func sum(_ group: SplitGroup) -> PartSum? {
    guard let total = ClaimPoint(group.total, day: 0) else { return nil }
    let parts = group.parts.compactMap { ClaimPoint($0, day: 0) }
    guard parts.count == group.parts.count else { return nil }
    let sum = parts.reduce(ExactDecimal.zero) { $0 + $1.value }
    let power = -total.power
    let play = parts.reduce(ExactDecimal.zero) { $0 + $1.lastDigit.half }
    return PartSum(
      total: group.total.id, split: group.split, parts: group.parts.map(\.id),
      stated: total.value.shifted(by: power), sum: sum.shifted(by: power), unit: group.total.unit,
      outcome: outcome(total, parts, sum), play: play.shifted(by: power))
  }

  private static func outcome(
    _ total: ClaimPoint, _ parts: [ClaimPoint], _ sum: ExactDecimal
  ) -> PartSum.Outcome {
    if sum == total.value { return .sumsExactly }
    let play = (parts + [total]).map { rounding(of: $0, within: total.value) }
    let low = parts.indices.reduce(ExactDecimal.zero) { $0 + parts[$1].value - play[$1].down }
    let high = parts.indices.reduce(ExactDecimal.zero) { $0 + parts[$1].value + play[$1].up }
    let own = play[parts.count]
    let meets = low <= total.value + own.up && total.value - own.down <= high
    return meets ? .withinRounding : .differs
  }

  /// Sources cut figures as often as they round them, so an exact one has a whole unit of play.
  private static func rounding(
    of point: ClaimPoint, within total: ExactDecimal
  ) -> (down: ExactDecimal, up: ExactDecimal) {
    guard point.claim.qualifier == .exact else {
      return (point.value - point.low, point.high - point.value)
    }
    let within = total.shifted(by: -point.power)
    let half = point.figure.roundingHalf(within: within).shifted(by: point.power)
    return (half + half, half + half)
  }

  private static func finding(_ group: SplitGroup, _ sum: PartSum) -> Finding? {
    guard sum.outcome != .sumsExactly else { return nil }
    let split = sum.split.map { ", split \($0)," } ?? ""
    let rounding = sum.outcome == .withinRounding ? ", within rounding" : ""
    return ReconciliationRules.finding(
      sum.outcome == .differs ? .partsDoNotSum : .partsRounded, at: [group.total] + group.parts,
      "The \(sum.parts.count) parts of \(group.total.label)\(split) add up to \(sum.sum)"
        + " \(sum.unit): \(sum.difference.magnitude) "
        + (sum.difference < .zero ? "too little" : "too much") + "\(rounding).")
  }
}
