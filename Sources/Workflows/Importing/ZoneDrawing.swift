import GeometryEngine
import GeometryValues
import Interchange
import LandRelease
import Storage

/// Works out the ground of a zone: its polygon put right, the corridor of its lines, the circles
/// around its points.
enum ZoneDrawing {
  /// - Throws: ``Refusal`` where nothing is left that has an area.
  static func measure(
    _ zone: inout Zone, measuring: inout GroundMeasuring, findings: inout [Finding]
  ) throws -> Measured {
    var ground: MultiPolygon?
    switch zone.drawn {
    case .polygons(let polygons): ground = polygons
    case .lines(let lines):
      ground = try Corridor.around(lines: lines, metres: (zone.widthMetres ?? 0) / 2)
    case .points(let points):
      ground = try Corridor.around(points: points, metres: zone.radiusMetres ?? 0)
    case .empty: break
    }
    let name = "zone \(zone.key)"
    let measured = try measuring.measure(&ground, record: name, findings: &findings)
    guard let area = measured.area, var counted = ground else {
      throw Refusal(
        field: "geometry", reason: "the zone takes up no ground",
        remedy: "Check its coordinates and their reference.")
    }
    // What is asked of a zone is its ground, so that rings that cross count with what they enclose.
    if measured.isValid == false { counted = try Repair.makeValid(counted, GEOSContext()) }
    zone.ground = counted
    return Measured(area: area, isValid: true)
  }
}
