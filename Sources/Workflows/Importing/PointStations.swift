import GeometryEngine
import GeometryValues
import Interchange

/// The stations of one record: its points with their places, and from where their legs come.
struct PointStations {
  private let record: PointRecord
  private let transforms: PlaceTransforms

  init(_ record: PointRecord, _ transforms: PlaceTransforms) {
    self.record = record
    self.transforms = transforms
  }

  /// - Throws: ``Refusal`` where a place can't be read or a leg comes from nowhere.
  func stations() throws(Refusal) -> [Traverse.Station] {
    var stations: [Traverse.Station] = []
    for point in record.points { stations.append(Traverse.Station(place: try place(point))) }
    for (index, point) in record.points.enumerated() where !point.type.isPerimeter {
      guard let leg = point.leg, isFixing(point) else { continue }
      let before = record.points[..<index].lastIndex { isFixing($0) }
      stations[index].leg = try made(leg, of: index, after: before)
    }
    for ring in record.rings {
      for (order, index) in ring.vertices.enumerated() {
        guard let leg = record.points[index].leg else { continue }
        let before = order > 0 ? ring.vertices[order - 1] : base(of: index)
        stations[index].leg = try made(leg, of: index, after: before)
      }
      guard let closing = ring.closing, let leg = record.points[closing].leg,
        let last = ring.vertices.last
      else { continue }
      stations[closing].leg = try made(leg, of: closing, after: last)
      stations[closing].closes = ring.vertices.first
      stations[closing].place = nil
    }
    return stations
  }

  private func isFixing(_ point: SurveyPoint) -> Bool {
    point.type == .reference || point.type == .benchmark
  }

  /// The benchmark before a ring's first point in the table, else the reference point.
  private func base(of index: Int) -> Int? {
    let before = record.points[..<index].indices
    return before.last { record.points[$0].type == .benchmark }
      ?? before.last { record.points[$0].type == .reference }
  }

  /// The point's place; where a row gives several they have to agree.
  private func place(_ point: SurveyPoint) throws(Refusal) -> Position? {
    guard let first = point.places.first else { return nil }
    do throws(Refusal) {
      let position = try transforms.wgs84(first)
      for other in point.places.dropFirst() {
        let apart = Geodesic.distance(from: position, to: try transforms.wgs84(other))
        // A square is named by its corner, so the place is anywhere in it.
        guard apart > 1.5 * (first.step + other.step) + 1 else { continue }
        throw Refusal(
          reason:
            "\"\(first.text)\" and \"\(other.text)\" are \(LegFindings.metres(apart)) m apart",
          remedy: "Correct the one or leave it out.")
      }
      return position
    } catch {
      throw Refusal(
        field: error.field, reason: "\(point.title): \(error.reason)", remedy: error.remedy)
    }
  }

  private func made(
    _ leg: WrittenLeg, of index: Int, after before: Int?
  ) throws(Refusal) -> Traverse.Leg {
    let point = record.points[index]
    var from = before
    if let name = leg.from { from = try named(name, for: index) }
    guard let from else {
      throw Refusal(
        field: "from_point", reason: "\(point.title): its leg does not say where it comes from",
        remedy:
          "Name that point in a column from_point; a leg stands in the row of the point it leads to."
      )
    }
    let north: Traverse.North
    switch leg.north {
    case .trueNorth: north = .trueNorth
    case .magnetic: north = .magnetic(declination: leg.declination ?? 0)
    case .grid: north = .grid(try transforms.gridNorth(record.points.flatMap(\.places)))
    }
    return Traverse.Leg(from: from, bearing: leg.bearing, north: north, distance: leg.distance)
  }

  /// The point of a name, or the only one of a type where the name is a type such as BM.
  private func named(_ name: String, for index: Int) throws(Refusal) -> Int {
    let closings = Set(record.rings.compactMap(\.closing))
    let others = record.points.indices.filter { $0 != index && !closings.contains($0) }
    var found = others.filter { record.points[$0].isNamed(name) }
    let part = found.filter { record.points[$0].isBeside(record.points[index]) }
    if found.count > 1, part.count == 1 { found = part }
    if found.isEmpty, let type = PointType(text: name), !name.contains(where: \.isNumber) {
      found = others.filter { record.points[$0].type == type }
    }
    if found.count == 1 { return found[0] }
    throw Refusal(
      field: "from_point",
      reason: found.isEmpty
        ? "\(record.points[index].title): its leg comes from \"\(name)\", which the record has not"
        : "\(record.points[index].title): its leg comes from \"\(name)\", which \(found.count) points are called",
      remedy: "Name a point of the same record by its number or its type (start, benchmark).")
  }
}
