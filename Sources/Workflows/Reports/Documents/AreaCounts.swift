import LandRelease
import Storage

/// How many hazardous areas there are on a day, as far as records tell.
///
/// A hazard is counted in the class that its last version by the day gives it, unless that version
/// withdraws, closes or hands it over. It has ground left until the accepted releases that name it
/// and came since its polygon was last drawn measure nearly as much as it does. A release that
/// names several hazards is shared out among them; one that names none leaves the count as it is,
/// so that areas are rather counted too often than too seldom.
struct AreaCounts {
  private struct Place: Hashable {
    let district: String
    let layer: Layer
    let state: LandState
  }

  /// A hazard is done when this share of it is released: digitised twice, nothing is equal.
  private static let doneShare = 0.99

  private var counts: [Place: Int] = [:]

  init(_ programme: ProgrammeFigures, on day: CalendarDate?) throws {
    let released = try Self.released(programme, by: day)
    let places = try programme.places()
    let sorted = try programme.hazardVersions().sorted {
      ($0.content.key, $0.content.date?.dayNumber ?? Int.min)
        < ($1.content.key, $1.content.date?.dayNumber ?? Int.min)
    }
    var start = sorted.startIndex
    while start < sorted.endIndex {
      var end = start
      while end < sorted.endIndex, sorted[end].content.key == sorted[start].content.key { end += 1 }
      let known = StandingContents.versions(
        sorted[start..<end].filter {
          $0.content.date.map { date in day.map { date <= $0 } ?? true } ?? true
        })
      if let last = known.last?.content, Self.isStanding(last),
        Self.hasGroundLeft(known, released[last.key] ?? [])
      {
        count(last, in: places.district(ofHazard: last.key))
      }
      start = end
    }
  }

  /// By layer, district and class; given-up ground has no count of its own.
  var byLayer: [Layer: [String: [LandState: Int]]] {
    counts.reduce(into: [:]) { sums, entry in
      sums[entry.key.layer, default: [:]][entry.key.district, default: [:]][entry.key.state] =
        entry.value
    }
  }

  private mutating func count(_ hazard: Hazard, in district: String) {
    let state: LandState = hazard.hazardClass == .confirmed ? .confirmed : .suspected
    let types = hazard.contamination.isEmpty ? .unknown : hazard.contamination
    for layer in [Layer.land] + LayerSet(types).layers {
      counts[Place(district: district, layer: layer, state: state), default: 0] += 1
    }
  }

  private static func isStanding(_ hazard: Hazard) -> Bool {
    switch hazard.status {
    case .withdrawn, .closed, .handedOver: false
    default: true
    }
  }

  private struct Share {
    let date: CalendarDate
    let squareMetres: Double
  }

  /// What was released of each hazard by a day, as links tell it.
  private static func released(
    _ programme: ProgrammeFigures, by day: CalendarDate?
  ) throws -> [RecordKey: [Share]] {
    let releases = try programme.releaseByVersion()
    let links = LinkedHazards(try programme.records().hazards)
    var shares: [RecordKey: [Share]] = [:]
    for entry in try programme.declared(asOf: day) {
      guard let release = releases[entry.storedVersion]?.content, !release.hazards.isEmpty,
        let area = entry.measured ?? entry.reported?.unitCorrected, !entry.isSuperseded
      else { continue }
      let part = area.squareMetres / Double(release.hazards.count)
      for name in release.hazards {
        guard let key = links.key(of: name, from: release.key.organisation) else { continue }
        shares[key, default: []].append(Share(date: entry.date, squareMetres: part))
      }
    }
    return shares
  }

  private static func hasGroundLeft(_ versions: [Stored<Hazard>], _ shares: [Share]) -> Bool {
    var area: Area?
    var drawn: CalendarDate?
    for version in versions {
      guard let own = version.measuredArea ?? version.content.reportedArea?.unitCorrected,
        own != area
      else { continue }
      area = own
      drawn = version.content.date
    }
    guard let area, !shares.isEmpty else { return true }
    // A first version counts as known no later than a release that names it.
    let isFirst = drawn == versions.first?.content.date
    let done = shares.filter { share in isFirst || drawn.map { share.date >= $0 } ?? true }
      .reduce(0) { $0 + $1.squareMetres }
    return done < doneShare * area.squareMetres
  }
}
