import Foundation
import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Holds polygons of a file against those of the same records in the book: all moved alike by some
/// ten or hundred metres, they are on another datum than stated.
///
/// Districts are too coarse for that. Compared are polygons of the same id, or of a hazard that a
/// release names, with as many vertices; the shift is that of vertex to vertex.
struct DatumComparison {
  private static let most = 60
  private static let fewest = 3
  /// Metres: less is rounding and drawing, more is another zone.
  private static let shifts = 20.0...3_000.0

  private struct Row {
    var keys: [RecordKey]
    var raw: MultiPolygon
    var placed: MultiPolygon
  }

  private struct Pair {
    var row: Row
    var known: MultiPolygon
    var shift: Shift
  }

  /// How one polygon lies off another.
  private struct Shift {
    var east: Double
    var north: Double
    /// The most that a vertex differs from the mean.
    var deviation: Double
    var length: Double { (east * east + north * north).squareRoot() }
    var isRigid: Bool { deviation <= max(2, length * 0.05) }
  }

  /// What was found: the shift in words, and the reading that explains it.
  struct Evidence {
    var words: String
    var trial: ReferenceTrial?
  }

  private var rows: [Row] = []
  private let stated: Interchange.CoordinateReference

  init(_ stated: Interchange.CoordinateReference) {
    self.stated = stated
  }

  var isFull: Bool { rows.count >= Self.most }

  mutating func note(_ record: PreparedRow.Record, raw: Geometry) {
    guard !isFull, case .polygons(let polygon) = raw else { return }
    switch record {
    case .hazard(let hazard):
      guard let placed = hazard.polygon else { return }
      rows.append(Row(keys: [hazard.key], raw: polygon, placed: placed))
    case .release(let row):
      guard let placed = row.release.polygon else { return }
      let hazards = row.release.hazards.prefix(2).map {
        RecordKey(organisation: row.release.key.organisation, id: $0)
      }
      rows.append(Row(keys: [row.release.key] + hazards, raw: polygon, placed: placed))
    default: break
    }
  }

  /// - Parameter writer: of the batch of the file itself, whose records are left out.
  func evidence(_ writer: BatchWriter) throws -> Evidence? {
    let (reader, batch) = (writer.reader, writer.batch)
    // Without a record of an id that the book had, only hazards that releases name are left.
    let isOfKnown = writer.summary.versions + writer.summary.corrections > 0
    var pairs: [Pair] = []
    for row in rows {
      for key in row.keys.dropFirst(isOfKnown ? 0 : 1) {
        let known =
          try reader.hazards(of: key).filter { $0.batch ?? 0 < batch }
          .compactMap(\.content.polygon)
          + reader.releases(of: key).filter { $0.batch ?? 0 < batch }.compactMap(\.content.polygon)
        guard let last = known.last(where: { $0.vertexCount == row.raw.vertexCount }) else {
          continue
        }
        let shift = Self.shift(row.placed, last)
        pairs.append(Pair(row: row, known: last, shift: shift))
        break
      }
    }
    let moved = pairs.filter { Self.shifts.contains($0.shift.length) && $0.shift.isRigid }
    guard moved.count >= Self.fewest, moved.count * 5 >= pairs.count * 4,
      let mean = Self.common(moved.map(\.shift))
    else { return nil }
    let words =
      "\(moved.count) of \(pairs.count) records that can be compared with those of the book lie \(Int(mean.length.rounded())) m to the \(Self.direction(mean)) of them, all alike"
    return Evidence(words: words, trial: explanation(moved, mean))
  }

  /// The reading under which the polygons fall on those of the book, if there is exactly one best.
  private func explanation(_ pairs: [Pair], _ mean: Shift) -> ReferenceTrial? {
    let transforms = TrialTransforms()
    var best: (trial: ReferenceTrial, left: Double)?
    for trial in Self.datums(besides: stated) {
      let left = pairs.compactMap { pair -> Double? in
        transforms.positions(pair.row.raw.coordinates, trial).map {
          Self.shift(pair.row.raw.replacingCoordinates($0), pair.known).length
        }
      }.sorted()
      guard left.count == pairs.count, left[left.count / 2] < best?.left ?? .infinity else {
        continue
      }
      best = (trial, left[left.count / 2])
    }
    guard let best, best.left <= max(10, mean.length * 0.2) else { return nil }
    return best.trial
  }

  private static func datums(
    besides stated: Interchange.CoordinateReference
  ) -> [ReferenceTrial] {
    var codes: [(Int, String)] = []
    if case .code(let text) = stated, let code = Int(text.dropFirst(5)), code > 10_000 {
      let zone = (28402...28432).contains(code) ? code - 28370 : code % 100
      codes = [(32600 + zone, "WGS 84 / UTM zone \(zone)N"), (23000 + zone, "ED50 / UTM \(zone)N")]
      if zone > 33, zone < 63 {
        codes.append((2460 + zone, "Pulkovo 1942 / Gauss-Krueger, 500 km in the middle"))
      }
    } else {
      codes = [(4326, "WGS 84"), (4284, "Pulkovo 1942"), (4230, "ED50"), (4267, "NAD27")]
    }
    return codes.map { code, name in
      ReferenceTrial(
        slip: .datum, reference: .init(text: "EPSG:\(code)"), words: "in EPSG:\(code) (\(name))")
    }.filter { $0.reference != stated }
  }

  private static func shift(_ polygon: MultiPolygon, _ known: MultiPolygon) -> Shift {
    let scale = 111_195.0
    var shifts: [(east: Double, north: Double)] = []
    for index in 0..<min(polygon.vertexCount, known.vertexCount) {
      let (a, b) = (polygon.vertex(index), known.vertex(index))
      shifts.append(((a.x - b.x) * scale * cos(b.y * .pi / 180), (a.y - b.y) * scale))
    }
    let count = Double(max(1, shifts.count))
    let east = shifts.map(\.east).reduce(0, +) / count
    let north = shifts.map(\.north).reduce(0, +) / count
    let deviation = shifts.map { max(abs($0.east - east), abs($0.north - north)) }.max() ?? 0
    return Shift(east: east, north: north, deviation: deviation)
  }

  /// The mean of shifts that are alike; nil where they go different ways.
  private static func common(_ shifts: [Shift]) -> Shift? {
    let count = Double(shifts.count)
    let east = shifts.map(\.east).reduce(0, +) / count
    let north = shifts.map(\.north).reduce(0, +) / count
    let mean = Shift(east: east, north: north, deviation: 0)
    let alike = shifts.allSatisfy {
      max(abs($0.east - east), abs($0.north - north)) <= max(5, mean.length * 0.1)
    }
    return alike ? mean : nil
  }

  private static func direction(_ shift: Shift) -> String {
    let words = [
      "east", "northeast", "north", "northwest", "west", "southwest", "south", "southeast",
    ]
    let eighth = Int((atan2(shift.north, shift.east) / (.pi / 4)).rounded())
    return words[(eighth + 8) % 8]
  }
}
