import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Storage

extension Publication {
  static let zones = Publication(
    statement: .zones, title: "Open and released ground in places that matter, by zone and kind",
    audience: "environment, culture, resettlement, planners", period: .any,
    cuts: [.kind, .district],
    making: .ofFigures { request, programme in
      var figures = programme.figures
      figures.layer = request.layer ?? .land
      return ZonesStatement.report(
        try ZonesStatement.Figures(request, programme, figures),
        basis: figures.basis(request.period))
    })
}

extension ZonesStatement.Figures {
  fileprivate init(
    _ request: ReportRequest, _ programme: ProgrammeFigures, _ figures: BookFigures
  ) throws {
    self.init()
    let all = try figures.reader.zones()
    let shown = try Self.letOut(all, request, figures.reader)
    hidden = all.count - shown.count
    let withheld = try RestrictedZones(request.restricted, figures.reader)
      .keys(among: shown.map(\.content))
    let counted = shown.filter { !withheld.contains($0.content.key) }
    let grouping = ZoneGrouping(
      byKind: request.dimensions.isEmpty || request.dimensions.contains(.kind),
      byDistrict: request.dimensions.contains(.district))
    let (lines, sums) = try ZoneGround(figures, counted, asOf: request.period.to)
      .lines(by: [grouping, ZoneGrouping()])
    zones =
      lines
      + shown.filter { withheld.contains($0.content.key) }.map { Self.withheld($0, programme) }
    if request.dimensions.isEmpty {
      kinds = sums[0]
    } else {
      cut = (request.dimensions, sums[0])
    }
    total = sums[1].first ?? ZoneLine()
    // A number of few records tells of them, wherever it stands.
    if !request.countsRecords {
      unplaced = try Self.unplaced(
        programme, without: request.restricted, asOf: request.period.to)
    }
  }

  private static func letOut(
    _ zones: [Stored<Zone>], _ request: ReportRequest, _ reader: BookReader
  ) throws -> [Stored<Zone>] {
    guard let level = request.mostSensitive else { return zones }
    let stated = try reader.statedSensitivities(of: .zone)
    return zones.filter {
      (stated[$0.content.key] ?? Zone.sensitivityByDefault.level) <= level
    }
  }

  private static func withheld(_ zone: Stored<Zone>, _ programme: ProgrammeFigures) -> ZoneLine {
    var line = ZoneLine()
    line.key = zone.content.key
    line.name = zone.content.name
    line.kind = zone.content.kind
    line.areas = [.unrecorded: zone.measuredArea ?? .zero]
    line.isWithheld = true
    return line
  }

  /// What can't be told to lie in any zone or in none.
  private static func unplaced(
    _ programme: ProgrammeFigures, without restricted: RestrictedRecords, asOf day: CalendarDate?
  ) throws -> (hazards: Int, releases: Int) {
    func counts(_ date: CalendarDate?) -> Bool {
      day.map { day in date.map { $0 <= day } ?? true } ?? true
    }
    let records = try programme.records()
    let hazards = records.hazards.count {
      $0.measuredArea == nil && counts($0.content.date) && $0.content.status != .closed
        && $0.content.status != .withdrawn && !restricted.holds(.hazard, $0.content.key)
    }
    let releases = records.accepted.count {
      $0.measuredArea == nil && counts($0.content.date) && $0.content.activity != .spotTask
        && !restricted.holds(.release, $0.content.key)
    }
    return (hazards, releases)
  }
}

/// Zones of which a profile tells no figures: their ground meets the squares that stand for
/// restricted records on maps, so that no figure says more than such a map does.
struct RestrictedZones {
  private let squares: [MultiPolygon]

  init(_ restricted: RestrictedRecords, _ reader: BookReader) throws {
    var boxes: [Envelope] = []
    if !restricted.hazards.isEmpty {
      try reader.forEachEnvelope(.hazard) { version, box in
        if restricted.hazardVersions.contains(version) { boxes.append(box) }
      }
    }
    if !restricted.releases.isEmpty {
      try reader.forEachEnvelope(.release) { version, box in
        if restricted.releaseVersions.contains(version) { boxes.append(box) }
      }
    }
    squares = RestrictedSquares(around: boxes).polygons
  }

  func keys(among zones: [Zone]) throws -> Set<RecordKey> {
    if squares.isEmpty { return [] }
    let overlay = try GroundOverlay()
    let index = GroundIndex(squares.map(\.envelope))
    var keys: Set<RecordKey> = []
    for zone in zones {
      var near: [Int] = []
      index.forEach(meeting: zone.ground.envelope) { near.append($0) }
      // What can't be told apart stays in.
      let meets = near.contains { (try? overlay.sharesGround(zone.ground, squares[$0])) ?? true }
      if meets { keys.insert(zone.key) }
    }
    return keys
  }
}
