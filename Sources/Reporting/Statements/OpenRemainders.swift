public import LandRelease

/// Open ground of hazards that is too little to count as areas: slivers that releases left at edges.
public struct OpenRemainders: Hashable, Sendable {
  /// How many hazards hold no more than a remainder.
  public private(set) var count = 0
  /// What they hold together; ground that two hold is in it twice.
  public private(set) var area = Area.zero

  /// Starts with none.
  public init() {}

  /// Adds what one hazard holds.
  public mutating func add(_ area: Area) {
    count += 1
    self.area += area
  }

  /// What stands under a table that counts areas.
  var notes: [String] {
    let rule =
      "An area counts where 100 m2 of its ground are open, or one part in a hundred of its polygon."
    guard count > 0 else { return [rule] }
    let squareMetres = FixedDecimal(area.squareMetres)?.rounded(to: 0).text ?? ""
    return [
      rule,
      "Smaller remainders left out of the counts, but not of the ground: \(count), with \(squareMetres) m2.",
    ]
  }
}
