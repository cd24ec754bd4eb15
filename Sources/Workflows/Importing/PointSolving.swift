import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

/// Makes the polygon of one record of its turning points: places first, then what legs reach.
struct PointSolving {
  let record: PointRecord
  let transforms: PlaceTransforms
  let adjusts: Bool
  private(set) var findings: [Finding] = []

  init(_ record: PointRecord, _ transforms: PlaceTransforms, adjusts: Bool) {
    self.record = record
    self.transforms = transforms
    self.adjusts = adjusts
  }

  /// - Throws: ``Refusal`` naming the row that stands in the way.
  mutating func polygon() throws(Refusal) -> MultiPolygon {
    transforms.beginRecord()
    let traverse = Traverse(try PointStations(record, transforms).stations())
    let misclosures = traverse.misclosures()
    let adjusted = traverse.adjusted()
    let plain = try rings(traverse.positions())
    let used = adjusts ? try rings(adjusted.positions()) : plain
    var notes = LegFindings(record, traverse, misclosures)
    notes.areas = (
      GeodesicArea.squareMetres(of: Self.polygon(plain, record.rings)),
      GeodesicArea.squareMetres(of: Self.polygon(try rings(adjusted.positions()), record.rings))
    )
    findings += notes.findings(isAdjusted: adjusts)
    noteCoarse()
    noteMixed()
    return Self.polygon(try withoutRepeats(used), record.rings)
  }

  private func rings(_ positions: [Position?]) throws(Refusal) -> [[Position]] {
    var rings: [[Position]] = []
    for ring in record.rings {
      var vertices: [Position] = []
      for place in ring.vertices {
        guard let position = positions[place] else {
          throw Refusal(
            field: "from_point",
            reason: "\(record.points[place].title): no point with coordinates leads to it",
            remedy: "Give coordinates to the start, the benchmark or the reference point.")
        }
        vertices.append(position)
      }
      try checkClosing(ring, positions)
      rings.append(vertices)
    }
    return rings
  }

  /// A row that repeats the start with coordinates of its own has to say the same place.
  private func checkClosing(_ ring: PointRing, _ positions: [Position?]) throws(Refusal) {
    guard let closing = ring.closing, let place = record.points[closing].places.first,
      let first = ring.vertices.first, let start = positions[first], let end = positions[closing]
    else { return }
    let step = max(place.step, record.points[first].places.first?.step ?? 0)
    let apart = Geodesic.distance(from: start, to: end)
    guard apart > 1.5 * step + 0.01 else { return }
    throw Refusal(
      field: "point_no",
      reason:
        "\(record.points[closing].title) closes the perimeter \(LegFindings.metres(apart)) m from its start, \(record.points[first].title)",
      remedy: "Correct the coordinates, or number the point anew if it is another.")
  }

  /// Leaves out the start where it comes once more at the end.
  private mutating func withoutRepeats(_ rings: [[Position]]) throws(Refusal) -> [[Position]] {
    var kept: [[Position]] = []
    for (ring, positions) in zip(record.rings, rings) {
      var vertices = positions
      if let closing = ring.closing, record.points[closing].leg == nil {
        noteRepeat(closing)
      } else if vertices.count > 3, let first = vertices.first, let last = vertices.last,
        let place = ring.vertices.last, Geodesic.distance(from: first, to: last) < 0.001
      {
        vertices.removeLast()
        noteRepeat(place)
      }
      guard Set(vertices).count >= 3 else {
        throw Refusal(
          field: "point_no",
          reason: "\(record.title) has turning points at fewer than three places",
          remedy: "Correct the coordinates: the points repeat each other.")
      }
      kept.append(vertices)
    }
    return kept
  }

  private mutating func noteRepeat(_ place: Int) {
    findings.append(
      PointRule.repeatedPoint.finding(
        "\(record.points[place].title) of \(record.title) repeats the first point and is left out",
        record: record.title, row: record.points[place].row.number, field: "point_no",
        remedy: "Nothing: a perimeter is closed by itself."))
  }

  /// Two operations differ by some metres, so that the ground is bent where they meet.
  private mutating func noteMixed() {
    guard let operations = transforms.mixedOperations, let first = record.points.first else {
      return
    }
    findings.append(
      PointRule.mixedOperations.finding(
        "the points of \(record.title) are brought to WGS 84 in \(operations.count) ways, as they lie on both sides of where PROJ changes: \(operations.joined(separator: "; "))",
        record: record.title, row: first.row.number,
        remedy:
          "Transform the points in one way before the import, or live with the accuracies named."
      ))
  }

  /// Digits worth more than 12 m in every point: four decimals of a degree are 11 m.
  private mutating func noteCoarse() {
    let places = record.points.filter { $0.type.isPerimeter }.compactMap(\.places.first)
    guard let finest = places.map(\.step).min(), finest > 12, let first = record.points.first else {
      return
    }
    findings.append(
      PointRule.coarsePlaces.finding(
        "the turning points of \(record.title) are written to \(LegFindings.metres(finest)) m at best, such as \"\(places[0].text)\"",
        record: record.title, row: first.row.number,
        remedy: "Get the coordinates with all their digits."))
  }

  private static func polygon(_ rings: [[Position]], _ of: [PointRing]) -> MultiPolygon {
    var polygon = MultiPolygon()
    var part: [[Position]] = []
    for (ring, vertices) in zip(of, rings) {
      if !ring.isHole, !part.isEmpty {
        polygon.append(rings: part)
        part = []
      }
      part.append(vertices)
    }
    polygon.append(rings: part)
    return polygon
  }
}
