import Foundation
import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// What the legs of one record leave to be looked at: how they close, and from what north.
///
/// A misclosure of 1:100 is what compass and tape reach (2.4 m in 240 m); one worse than 1:20 is no
/// error of reading but a wrong or missing leg.
struct LegFindings {
  private static let careful = 100.0
  private static let blunder = 20.0
  /// Two handheld fixes differ by this much without anybody's fault, metres.
  private static let handheld = 5.0

  /// The area as the legs lead, and with the misclosures distributed, square metres.
  var areas = (plain: 0.0, adjusted: 0.0)
  private let record: PointRecord
  private let traverse: Traverse
  private let misclosures: [Traverse.Misclosure]
  private let positions: [Position?]

  init(_ record: PointRecord, _ traverse: Traverse, _ misclosures: [Traverse.Misclosure]) {
    self.record = record
    self.traverse = traverse
    self.misclosures = misclosures
    positions = traverse.positions()
  }

  func findings(isAdjusted: Bool) -> [Finding] {
    let runs = misclosures.filter { $0.stations.count > 1 }
    return runs.map { misclosure($0, isAdjusted: isAdjusted) }
      + [differences(), unclosed(), nearStart(), magnetic()]
      .compactMap { $0 }
  }

  static func metres(_ value: Double) -> String {
    let text = String(format: "%.2f", value)
    return text == "-0.00" ? "0.00" : text
  }

  private func title(_ station: Int) -> String { record.points[station].title }

  private func ratio(_ misclosure: Traverse.Misclosure) -> String {
    misclosure.ratio < 1e6 ? "1:\(Int(misclosure.ratio))" : "better than 1:1000000"
  }

  private func components(_ misclosure: Traverse.Misclosure) -> String {
    "\(Self.metres(misclosure.length)) m (\(Self.metres(misclosure.east)) m east, \(Self.metres(misclosure.north)) m north)"
  }

  private func misclosure(_ misclosure: Traverse.Misclosure, isAdjusted: Bool) -> Finding {
    let station = misclosure.station
    let severity: Finding.Severity =
      misclosure.ratio >= Self.careful
      ? .note : misclosure.ratio >= Self.blunder ? .warning : .error
    let plain = Self.metres(areas.plain)
    let adjusted = Self.metres(areas.adjusted)
    let areas =
      isAdjusted
      ? "adjusted by Bowditch's rule to \(adjusted) m2, unadjusted it is \(plain) m2"
      : "the area is \(plain) m2 unadjusted, \(adjusted) m2 by Bowditch's rule"
    return PointRule.misclosure.finding(
      "the legs of \(record.title) miss \(title(station)) by \(components(misclosure)), \(ratio(misclosure)) of \(Self.metres(misclosure.run)) m in \(misclosure.stations.count) legs; \(areas)",
      record: record.title, row: record.points[station].row.number, field: "bearing",
      remedy: severity == .note
        ? "Nothing, or distribute it with --adjust bowditch."
        : "Look for a wrong bearing, distance or unit, or a leg left out.",
      severity: severity,
      areaEffect: Area(squareMetres: abs(self.areas.plain - self.areas.adjusted)))
  }

  /// Legs beside coordinates, one leg each: the worst is told.
  private func differences() -> Finding? {
    let single = misclosures.filter { $0.stations.count == 1 }
    guard let worst = single.max(by: { $0.length < $1.length }) else { return nil }
    let severity: Finding.Severity =
      worst.length <= Self.handheld
      ? .note : worst.ratio < Self.blunder && worst.length > 4 * Self.handheld ? .error : .warning
    return PointRule.legDiffers.finding(
      "\(single.count) legs of \(record.title) lead to points with coordinates; the worst misses \(title(worst.station)) by \(components(worst)), \(ratio(worst)) of its length",
      record: record.title, row: record.points[worst.station].row.number, field: "bearing",
      remedy: severity == .note
        ? "Nothing: the coordinates are used."
        : "Check the leg and the coordinates, which are used.",
      severity: severity)
  }

  /// Legs that nothing checks.
  private func unclosed() -> Finding? {
    // A run that comes back to its start says nothing of where that is, but all of the shape.
    let starts = misclosures.compactMap { traverse.stations[$0.station].closes }
    let checked = Set(misclosures.flatMap(\.stations) + starts)
    let open = record.rings.flatMap(\.vertices).filter {
      traverse.stations[$0].place == nil && !checked.contains($0)
    }
    guard let first = open.first else { return nil }
    return PointRule.unclosed.finding(
      "\(open.count) points of \(record.title) are placed by legs that lead to no known point: their misclosure is not known",
      record: record.title, row: record.points[first].row.number, field: "bearing",
      remedy: "Add the leg from the last point back to the start, if it was measured.")
  }

  /// A last point that its legs put beside the start may be the start itself, reached again.
  private func nearStart() -> Finding? {
    for ring in record.rings where ring.closing == nil {
      guard let first = ring.vertices.first, let last = ring.vertices.last,
        traverse.stations[last].place == nil, let start = positions[first],
        let end = positions[last]
      else { continue }
      let apart = Geodesic.distance(from: start, to: end)
      guard apart < Self.handheld else { continue }
      return PointRule.unclosed.finding(
        "\(title(last)) of \(record.title) is drawn as a turning point \(Self.metres(apart)) m from the start",
        record: record.title, row: record.points[last].row.number, field: "point_no",
        remedy:
          "If it is the leg back to the start, give it the start's number or the type closing."
      )
    }
    return nil
  }

  /// What a degree of declination would move, as nobody says how great it is.
  private func magnetic() -> Finding? {
    let legs = record.points.indices.filter {
      traverse.stations[$0].leg != nil && record.points[$0].leg?.north == .magnetic
        && record.points[$0].leg?.declination == nil
    }
    guard let first = legs.first else { return nil }
    let base = traverse.stations.indices.first { traverse.stations[$0].place != nil }
    let far = legs.compactMap { index -> (station: Int, distance: Double)? in
      guard let base, let from = positions[base], let to = positions[index] else { return nil }
      return (index, Geodesic.distance(from: from, to: to))
    }.max { $0.distance < $1.distance }
    let effect =
      far.map {
        ": each degree of declination moves \(title($0.station)), \(Self.metres($0.distance)) m from the known point, by \(Self.metres(2 * $0.distance * sin(Double.pi / 360))) m"
      } ?? ""
    return PointRule.uncorrectedMagnetic.finding(
      "the magnetic bearings of \(record.title) have no declination and are used uncorrected\(effect)",
      record: record.title, row: record.points[first].row.number, field: "declination",
      remedy: "Give the declination of place and day in a column or with --declination DEG.")
  }
}
