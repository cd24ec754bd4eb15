import GeometryEngine
import GeometryValues
import LandRelease

/// Lists where the districts of one file overlap and where they leave gaps, with the areas.
///
/// Overlapping ground is booked to the lower code and ground in a gap to none, so both are worth
/// knowing before anything is posted. Areas are measured in the plane at the districts' centre.
enum DistrictFit {
  /// Below this, borders drawn twice by hand, not ground: 100 m2.
  private static let smallest = Area(squareCentimetres: 1_000_000)
  /// Metres between points on a border: enough for findings in hundreds of square metres.
  private static let longestEdge = 1000.0

  static func findings(_ districts: [District], file: String) throws -> [Finding] {
    let leaves = District.leavesInForce(districts)
    guard leaves.count > 1 else { return [] }
    let projector = try PlaneProjector(.centred(on: leaves.map(\.polygon.envelope)))
    let overlay = try GroundOverlay()
    let planar = try leaves.map { try projector.project($0.polygon, longestEdge: longestEdge) }
    let overlaps = try overlaps(leaves.map(\.code), planar, overlay)
    let gaps = try gaps(planar, overlay)
    return overlaps.map { pair in
      Finding(
        rule: "LR12", severity: .warning,
        message:
          "districts \(pair.lower) and \(pair.upper) overlap by \(pair.area.squareMetresText) m2, which is booked to \(pair.lower)",
        place: Finding.Place(file: file, record: "district \(pair.upper)"),
        remedy: "Correct the border in the source and import the set under another name.",
        areaEffect: pair.area)
    }
      + gaps.map { area in
        Finding(
          rule: "LR13", severity: .warning,
          message:
            "the districts leave a gap of \(area.squareMetresText) m2 between them: ground in it is in no district",
          place: Finding.Place(file: file),
          remedy: "Correct the borders, or leave it if the gap is another country's.",
          areaEffect: area)
      }
  }

  private static func overlaps(
    _ codes: [String], _ planar: [MultiPolygon], _ overlay: GroundOverlay
  ) throws -> [(lower: String, upper: String, area: Area)] {
    let index = GroundIndex(planar.map(\.envelope))
    var found: [(lower: String, upper: String, area: Area)] = []
    for place in planar.indices {
      var others: [Int] = []
      index.forEach(meeting: planar[place].envelope) { if $0 > place { others.append($0) } }
      for other in others.sorted() {
        // Borders that GEOS can't overlay are invalid ones, which have a finding of their own.
        guard let common = try? overlay.intersection(planar[place], planar[other]),
          let area = Area(squareMetres: PlanarArea.area(of: common)), area >= smallest
        else { continue }
        found.append((codes[place], codes[other], area))
      }
    }
    return found
  }

  /// The holes of the districts' union, largest first.
  private static func gaps(_ planar: [MultiPolygon], _ overlay: GroundOverlay) throws -> [Area] {
    guard let union = try? overlay.union(planar) else { return [] }
    var areas: [Area] = []
    for polygon in 0..<union.polygonCount {
      for ring in union.rings(ofPolygon: polygon).dropFirst() {
        let hole = MultiPolygon(rings: [union.vertices(ofRing: ring).map(union.vertex)])
        if let area = Area(squareMetres: PlanarArea.area(of: hole)), area >= smallest {
          areas.append(area)
        }
      }
    }
    return areas.sorted(by: >)
  }
}
