import Foundation
import GeometryValues
import Interchange
import LandRelease

/// The readings to try where coordinates don't lie where they should.
enum TrialList {
  /// - Parameters:
  ///   - isGeographic: whether the stated reference is one of degrees.
  ///   - ground: the box around the districts.
  static func of(
    _ stated: Interchange.CoordinateReference, isGeographic: Bool, ground: Envelope
  ) -> [ReferenceTrial] {
    isGeographic ? degrees(stated, ground) : metres(stated, ground)
  }

  /// No coordinates in metres of a projection are all as near to nought as degrees.
  private static let leastMetres = 1_000.0

  private static func degrees(
    _ stated: Interchange.CoordinateReference, _ ground: Envelope
  ) -> [ReferenceTrial] {
    func trial(
      _ slip: CoordinateSlip, _ change: AxisChange, _ words: String, rank: Int = 0
    ) -> ReferenceTrial {
      ReferenceTrial(slip: slip, change: change, reference: stated, rank: rank, words: words)
    }
    let swapped = "with longitude and latitude swapped"
    var trials = [trial(.swap, AxisChange(swaps: true), swapped)]
    for (first, second, words) in signs {
      trials.append(trial(.sign, AxisChange(first: first, second: second), "with \(words)"))
      trials.append(
        trial(
          .swap, AxisChange(swaps: true, first: first, second: second),
          "\(swapped) and \(words)", rank: 1))
    }
    trials += digits(stated, powers: 1...7, axes: ("the longitude", "the latitude"))
    for entry in PlaneReferences.around(ground) {
      let rank =
        switch entry.family {
        case .utm, .webMercator: 0
        case .utmOtherHalf: 2
        case .gaussKrueger: 1
        }
      trials += inPlane(entry, .units, rank: rank, words: "as metres in")
    }
    return trials
  }

  private static let signs: [(Double, Double, String)] = [
    (-1, 1, "the other sign of the longitude"), (1, -1, "the other sign of the latitude"),
    (-1, -1, "the other sign of both"),
  ]

  private static func metres(
    _ stated: Interchange.CoordinateReference, _ ground: Envelope
  ) -> [ReferenceTrial] {
    var trials = [
      ReferenceTrial(
        slip: .swap, change: AxisChange(swaps: true), reference: stated,
        words: "with east and north swapped", least: leastMetres),
      ReferenceTrial(
        slip: .units, reference: .wgs84, words: "as longitude and latitude on WGS 84 (EPSG:4326)"),
      ReferenceTrial(
        slip: .units, change: AxisChange(swaps: true), reference: .wgs84, rank: 1,
        words: "as latitude and longitude on WGS 84 (EPSG:4326), in that order"),
    ]
    let entries = PlaneReferences.around(ground)
    // A zone of the family that the file names is nearer than one of another.
    let own = entries.first { $0.reference == stated }?.family ?? family(of: stated)
    for entry in entries where entry.reference != stated {
      let rank = entry.family == own ? 0 : entry.family == .utmOtherHalf ? 2 : 1
      trials += inPlane(entry, .zone, rank: rank, words: "in")
    }
    return trials
      + digits(stated, powers: 1...3, axes: ("the easting", "the northing")).map { trial in
        var trial = trial
        trial.least = leastMetres
        return trial
      }
  }

  private static func family(
    of stated: Interchange.CoordinateReference
  ) -> PlaneReferences.Entry.Family? {
    guard case .code(let text) = stated, let code = Int(text.dropFirst(5)) else { return nil }
    switch code {
    case 32601...32660, 32701...32760: return .utm
    case 28402...28432, 2494...2522: return .gaussKrueger
    default: return nil
    }
  }

  private static func inPlane(
    _ entry: PlaneReferences.Entry, _ slip: CoordinateSlip, rank: Int, words: String
  ) -> [ReferenceTrial] {
    let name = "\(words) EPSG:\(entry.code) (\(entry.name))"
    return [
      ReferenceTrial(
        slip: slip, reference: entry.reference, rank: rank, words: name,
        least: leastMetres),
      ReferenceTrial(
        slip: slip, change: AxisChange(swaps: true), reference: entry.reference, rank: rank + 3,
        words: "\(name), north before east", least: leastMetres),
    ]
  }

  /// Either coordinate, or both, by a power of ten.
  private static func digits(
    _ stated: Interchange.CoordinateReference, powers: ClosedRange<Int>, axes: (String, String)
  ) -> [ReferenceTrial] {
    var trials: [ReferenceTrial] = []
    for power in powers {
      for isLarger in [true, false] {
        let factor = pow(10, Double(isLarger ? power : -power))
        let words = isLarger ? "times" : "divided by"
        let by = "\(words) \(Int(pow(10, Double(power))))"
        for (first, second, axis) in [
          (factor, 1.0, axes.0), (1, factor, axes.1), (factor, factor, "both coordinates"),
        ] {
          trials.append(
            ReferenceTrial(
              slip: .digits, change: AxisChange(first: first, second: second), reference: stated,
              words: "with \(axis) \(by)"))
        }
      }
    }
    return trials
  }
}
