import LandRelease
import Reporting

/// How many hazardous areas there are at the opening and the closing of a period.
///
/// Small books are cut as for a map, which tells exactly what ground each hazard holds; larger ones
/// are counted by their records.
struct PeriodCounts {
  /// The largest book that is cut, by the versions of its hazards and its releases.
  private static let mostCut = 10_000

  private enum Source {
    case ground(opening: OpenHazards, closing: OpenHazards)
    case records(opening: AreaCounts, closing: AreaCounts)
  }

  private let source: Source

  init(_ programme: ProgrammeFigures, _ period: Period) throws {
    // Only what has no date is known by the first day of all.
    let opening = period.from?.dayBefore ?? CalendarDate(year: 1, month: 1, day: 1)
    let size = try programme.hazardVersions().count + programme.records().releases.count
    let hazards =
      size > Self.mostCut ? [] : try programme.openHazards(at: [opening, period.to])
    source =
      hazards.count == 2
      ? .ground(opening: hazards[0], closing: hazards[1])
      : .records(
        opening: try AreaCounts(programme, on: opening),
        closing: try AreaCounts(programme, on: period.to))
  }

  /// Whether each hazard was asked what ground it holds.
  var isOfGround: Bool { remainders != nil }

  /// What is too little to be an area at the closing, over all land; none where records count.
  var remainders: OpenRemainders? {
    if case .ground(_, let closing) = source { closing.remainders(in: .land) } else { nil }
  }

  /// By district, layer and class, on the day before the period.
  var opening: [Layer: [String: [LandState: Int]]] {
    switch source {
    case .ground(let opening, _): Self.counts(opening)
    case .records(let opening, _): opening.byLayer
    }
  }

  /// By district, layer and class, on its last day.
  var closing: [Layer: [String: [LandState: Int]]] {
    switch source {
    case .ground(_, let closing): Self.counts(closing)
    case .records(_, let closing): closing.byLayer
    }
  }

  private static func counts(_ hazards: OpenHazards) -> [Layer: [String: [LandState: Int]]] {
    var counts: [Layer: [String: [LandState: Int]]] = [:]
    for layer in Layer.allCases {
      counts[layer] = hazards.counts(in: layer).mapValues { ofDistrict in
        Dictionary(
          uniqueKeysWithValues: LandReleasePlaces.states.map { ($0, ofDistrict[$0]) })
      }
    }
    return counts
  }
}
