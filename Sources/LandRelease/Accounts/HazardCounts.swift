/// How many hazards hold open ground, by the highest state of what each of them holds.
///
/// A hazard counts once, in the district where most of its open ground lies.
public struct HazardCounts: Hashable, Sendable {
  private var counts: [LandState: Int] = [:]

  /// Starts with no hazard.
  public init() {}

  /// How many hazards hold ground of that state and none of a higher one.
  public subscript(state: LandState) -> Int { counts[state] ?? 0 }

  /// All hazards with open ground.
  public var total: Int { counts.values.reduce(0, +) }

  /// Counts one hazard.
  public mutating func add(_ state: LandState) { counts[state, default: 0] += 1 }

  /// Adds the hazards of other districts.
  public static func + (left: HazardCounts, right: HazardCounts) -> HazardCounts {
    var sum = left
    sum.counts.merge(right.counts, uniquingKeysWith: +)
    return sum
  }
}
