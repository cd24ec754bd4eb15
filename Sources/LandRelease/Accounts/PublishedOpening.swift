/// How an opening as published becomes the opening restated.
public struct PublishedOpening: Hashable, Sendable {
  /// Open land as the closing of the period before has it.
  public var published = Area.zero
  /// By records that came in after the closing.
  public var late = Area.zero
  /// By corrections of what was recorded.
  public var corrected = Area.zero
  /// By releases revoked and hazards withdrawn.
  public var takenBack = Area.zero
  /// By unchanged records whose ground others now share otherwise.
  public var consequence = Area.zero
  /// By other boundaries and whatever else.
  public var other = Area.zero

  /// Starts with nothing.
  public init() {}

  /// Published and all adjustments: the opening restated.
  public var restated: Area {
    published + late + corrected + takenBack + consequence + other
  }

  /// Adds what one record changed of open land.
  public mutating func add(_ line: ChangeLine) {
    let change = line.change.open
    switch line.category {
    case .new, .late: late += change
    case .corrected, .undone: corrected += change
    case .withdrawn, .revoked: takenBack += change
    case .consequence: consequence += change
    case .boundary: other += change
    }
  }

  /// Adds the openings of two groups of different ground.
  public static func + (left: PublishedOpening, right: PublishedOpening) -> PublishedOpening {
    var sum = left
    sum.published += right.published
    sum.late += right.late
    sum.corrected += right.corrected
    sum.takenBack += right.takenBack
    sum.consequence += right.consequence
    sum.other += right.other
    return sum
  }
}
