import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// One other reading of a file's coordinates.
struct ReferenceTrial: Sendable {
  var slip: CoordinateSlip
  var change = AxisChange.none
  /// What the changed coordinates are then measured in.
  var reference: Interchange.CoordinateReference
  /// How far from what the file states: nearer readings come first.
  var rank = 0
  /// The reading in words that can follow "read".
  var words: String
  /// How far from nought a coordinate must be for the reading: degrees are never metres.
  var least = 0.0

  /// Whether coordinates are of the size that the reading is for.
  func suits(_ coordinates: [Double]) -> Bool {
    least == 0 || coordinates.contains { abs($0) >= least }
  }

  /// What to type so that the file is read so.
  var command: String {
    let crs = "--crs \(reference.description)"
    return switch slip {
    case .zone, .units, .datum: change == .none ? crs : "\(crs) --fix swap"
    case .swap, .sign, .digits: "--fix \(slip.rawValue)"
    }
  }
}

/// The transformations of trials to WGS 84, each made once, when it is first wanted.
final class TrialTransforms {
  private var made: [Interchange.CoordinateReference: CoordinateTransform?] = [:]

  /// The coordinates on WGS 84; nil where the reading gives no place on Earth.
  func positions(_ coordinates: [Double], _ trial: ReferenceTrial) -> [Double]? {
    guard trial.suits(coordinates) else { return nil }
    var changed = trial.change.applied(to: coordinates)
    if trial.reference != .wgs84 {
      guard let transform = transform(trial.reference),
        (try? transform.transform(&changed)) != nil
      else { return nil }
    }
    for index in stride(from: 0, to: changed.count, by: 2)
    where !(abs(changed[index]) <= 180 && abs(changed[index + 1]) <= 90) { return nil }
    return changed
  }

  /// The operation that brings coordinates of a reading to WGS 84, with its accuracy.
  func operation(_ trial: ReferenceTrial) -> String {
    if trial.reference == .wgs84 { return "none needed (WGS 84)" }
    return transform(trial.reference)?.operationName ?? "none"
  }

  private func transform(_ reference: Interchange.CoordinateReference) -> CoordinateTransform? {
    if let known = made[reference] { return known }
    let transform = try? CoordinateTransform(from: reference.description)
    made[reference] = .some(transform)
    return transform
  }
}

extension Geometry {
  /// At most so many of its vertices, evenly taken, as a flat buffer.
  func sample(_ most: Int = 12) -> [Double] {
    let all = coordinates
    let count = all.count / 2
    guard count > most else { return all }
    return (0..<most).flatMap { place in
      let vertex = place * count / most
      return [all[2 * vertex], all[2 * vertex + 1]]
    }
  }

  /// Its first vertex.
  var start: Position? {
    switch self {
    case .points(let points): points.first
    case .lines(let lines): lines.first?.first
    case .polygons(let polygons): polygons.isEmpty ? nil : polygons.vertex(0)
    case .empty: nil
    }
  }

  /// Every vertex as a flat buffer.
  var coordinates: [Double] {
    switch self {
    case .points(let points): points.flatMap { [$0.x, $0.y] }
    case .lines(let lines): lines.joined().flatMap { [$0.x, $0.y] }
    case .polygons(let polygons): polygons.coordinates
    case .empty: []
    }
  }

  /// The same shape with other coordinates, as many as before.
  func replacingCoordinates(_ flat: [Double]) -> Geometry {
    func positions(_ count: Int, from start: Int) -> [Position] {
      (start..<start + count).map { Position(x: flat[2 * $0], y: flat[2 * $0 + 1]) }
    }
    switch self {
    case .points(let points): return .points(positions(points.count, from: 0))
    case .polygons(let polygons): return .polygons(polygons.replacingCoordinates(flat))
    case .lines(let lines):
      var start = 0
      return .lines(
        lines.map { line in
          defer { start += line.count }
          return positions(line.count, from: start)
        })
    case .empty: return .empty
    }
  }
}

extension [Double] {
  /// A flat buffer of x and y as positions.
  var positions: [Position] {
    stride(from: 0, to: count - 1, by: 2).map { Position(x: self[$0], y: self[$0 + 1]) }
  }
}
