import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// The references in which a file that names none would lie in the book's districts.
enum ReferenceCandidates {
  private static let shown = 8

  /// A reference that may be meant, as a trial with the name that people know it by.
  private struct Candidate {
    var trial: ReferenceTrial?
    var command: String
    var name: String
  }

  /// Why the file is not taken, and what to say so that it is.
  static func refusal(
    of file: String, _ sample: CoordinateSample, ground: DistrictGround?
  ) -> WorkflowError {
    let lines =
      ground.map { inDistricts(sample, $0) } ?? byRange(sample).map { "\($0.command)  \($0.name)" }
    var remedy = "Say which it is"
    if lines.isEmpty {
      remedy += ", such as --crs EPSG:32638"
      remedy += ground == nil ? "." : ": none of the usual ones puts its rows into the districts."
    } else {
      remedy += ground == nil ? ", judging by their size alone:" : ":"
    }
    let more = "With districts in the book (landbook import districts) more can be told."
    return WorkflowError(
      .unusable,
      "\(file) does not say what its coordinates are measured in, and nothing is guessed",
      remedy: remedy, choices: lines.map { "  \($0)" } + (ground == nil ? [more] : []))
  }

  /// Each candidate with the share of rows that it puts into districts, the best first.
  private static func inDistricts(_ sample: CoordinateSample, _ ground: DistrictGround) -> [String]
  {
    let candidates = all(around: ground.envelope)
    let trials = PlaceTrials(ground, candidates.compactMap(\.trial))
    let rows = sample.rows.map { row in
      PlaceTrials.Candidate(
        coordinates: row.coordinates, districts: row.district.map(ground.names.numbers) ?? [],
        isInPlace: false)
    }
    let counts = trials.trials.map { trials.count(rows, $0) }
    let best = candidates.indices.filter { counts[$0] * 2 >= rows.count && counts[$0] > 0 }
      .sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(shown)
    let widest = best.map { candidates[$0].command.count }.max() ?? 0
    return best.map { number in
      let command = candidates[number].command
      let blanks = String(repeating: " ", count: widest - command.count)
      let rows = rows.count == 1 ? "row" : "rows"
      return
        "\(command)\(blanks)  \(counts[number]) of \(sample.rows.count) \(rows) in the districts  (\(candidates[number].name))"
    }
  }

  private static func all(around ground: Envelope) -> [Candidate] {
    var candidates = [
      candidate(.wgs84, "degrees on WGS 84, longitude first"),
      candidate(.wgs84, "degrees on WGS 84, latitude first", swaps: true),
    ]
    let planes = PlaneReferences.around(ground).filter { $0.family != .utmOtherHalf }
    for swaps in [false, true] {
      candidates += planes.map {
        candidate(
          $0.reference, $0.name + (swaps ? ", north first" : ""), swaps: swaps, least: 1_000)
      }
    }
    let pulkovo = Interchange.CoordinateReference.code("EPSG:4284")
    candidates.insert(candidate(pulkovo, "degrees on Pulkovo 1942, longitude first"), at: 2)
    candidates.insert(
      candidate(pulkovo, "degrees on Pulkovo 1942, latitude first", swaps: true), at: 3)
    return candidates
  }

  private static func candidate(
    _ reference: Interchange.CoordinateReference, _ name: String, swaps: Bool = false,
    least: Double = 0
  ) -> Candidate {
    Candidate(
      trial: ReferenceTrial(
        slip: swaps ? .swap : .zone, change: AxisChange(swaps: swaps), reference: reference,
        words: name, least: least),
      command: "--crs \(reference)" + (swaps ? " --fix swap" : ""), name: name)
  }

  /// What the size of the numbers alone allows.
  private static func byRange(_ sample: CoordinateSample) -> [Candidate] {
    var box = Envelope()
    for row in sample.rows { box.add(Envelope(around: row.coordinates.positions)) }
    guard !box.isEmpty else { return [] }
    let (x, y) = (max(abs(box.minX), abs(box.maxX)), max(abs(box.minY), abs(box.maxY)))
    if x <= 180, y <= 90 {
      return [
        candidate(.wgs84, "degrees on WGS 84, longitude first"),
        candidate(.code("EPSG:4284"), "degrees on Pulkovo 1942, longitude first"),
      ]
    }
    if x <= 90, y <= 180 {
      return [candidate(.wgs84, "degrees on WGS 84, latitude first", swaps: true)]
    }
    if (1e5...9e5).contains(box.minX), box.maxX <= 9e5, box.minY >= 0, y <= 1e7 {
      return [
        Candidate(
          command: "--crs EPSG:326nn", name: "WGS 84 / UTM zone nn north, nn from 01 to 60"),
        Candidate(
          command: "--crs EPSG:327nn", name: "WGS 84 / UTM zone nn south, nn from 01 to 60"),
      ]
    }
    return byZone(box)
      + (x < 2.01e7 && y < 2.01e7 && x > 1e6
        ? [candidate(.code("EPSG:3857"), "WGS 84 / Web Mercator")] : [])
  }

  /// A Gauss-Krueger zone is written before the easting.
  private static func byZone(_ box: Envelope) -> [Candidate] {
    [(box.minX, box.maxX, false), (box.minY, box.maxY, true)].compactMap { least, most, swaps in
      let zone = Int(least / 1e6)
      guard (2...32).contains(zone), Int(most / 1e6) == zone,
        (1e5...9e5).contains(least - Double(zone) * 1e6)
      else { return nil }
      return candidate(
        .code("EPSG:\(28400 + zone)"), "Pulkovo 1942 / Gauss-Krueger zone \(zone)", swaps: swaps)
    }
  }
}
