/// Gathers the parts of one event's ground and makes whole square centimetres of them.
///
/// Parts are brought from the plane to the record's own measured area by proportion. Inside the
/// event's polygon they add up to that area exactly: the largest part takes what rounding leaves.
public struct EventParts {
  private struct Key: Hashable {
    let district: Int
    let decision: GroundReplay.Decision
  }

  private let event: LandEvent
  private var places: [Key: Int] = [:]
  private var parts: [(key: Key, area: Double)] = []

  /// Starts without parts; the event's measured area is what they will be brought to.
  public init(of event: LandEvent) {
    self.event = event
  }

  /// Adds a part: its area in the plane in square metres, and its district or -1 for none.
  public mutating func add(_ area: Double, district: Int, decision: GroundReplay.Decision) {
    let key = Key(district: district, decision: decision)
    if let place = places[key] {
      parts[place].area += area
    } else {
      places[key] = parts.count
      parts.append((key, area))
    }
  }

  /// The movements in a fixed order; parts that round to nothing are left out.
  public func movements(districtCodes: [String]) -> [Movement] {
    let inside = parts.filter(\.key.decision.isInside)
    let outside = parts.filter { !$0.key.decision.isInside }
    let all =
      zip(inside, wholeAreas(inside.map(\.area))).map { ($0.key, $1) }
      + outside.map { ($0.key, Int64(($0.area * Self.inSquareMetre).rounded())) }
    return all.filter { $0.1 > 0 }
      .map { movement($0, area: Area(squareCentimetres: $1), codes: districtCodes) }
      .sorted(by: Self.precedes)
  }

  private static let inSquareMetre = 10_000.0

  /// Whole square centimetres that add up to the event's area; the largest takes the rest.
  private func wholeAreas(_ areas: [Double]) -> [Int64] {
    let total = event.area.squareCentimetres
    let plane = areas.reduce(0, +)
    guard plane > 0 else { return areas.map { _ in 0 } }
    let exact = areas.map { $0 * (Double(total) / plane) }
    var whole = exact.map { Int64($0.rounded()) }
    guard let largest = whole.indices.max(by: { whole[$0] < whole[$1] }) else { return [] }
    if whole[largest] + total < whole.reduce(0, +) {
      // Hardly any ground in many parts: rounded up, they come to more than the largest can take.
      whole = exact.map { Int64($0.rounded(.down)) }
    }
    whole[largest] += total - whole.reduce(0, +)
    return whole
  }

  private func movement(_ key: Key, area: Area, codes: [String]) -> Movement {
    Movement(
      event: event.reference, date: event.date,
      district: key.district < 0 ? District.none : codes[key.district], layer: .land,
      from: key.decision.from, to: key.decision.to, cause: key.decision.cause,
      again: key.decision.again, isInside: key.decision.isInside, area: area)
  }

  private static func precedes(_ left: Movement, _ right: Movement) -> Bool {
    func order(_ m: Movement) -> (String, String, String, String, Int) {
      (
        m.district, m.cause.rawValue, m.from.rawValue, m.to.rawValue,
        (m.again ? 2 : 0) + (m.isInside ? 1 : 0)
      )
    }
    return order(left) < order(right)
  }
}
