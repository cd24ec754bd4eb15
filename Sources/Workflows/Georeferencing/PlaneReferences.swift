import Foundation
import GeometryValues
import Interchange

/// The projections that files about some ground are likely to be in.
struct PlaneReferences {
  /// A reference, its name, and the family that it belongs to.
  struct Entry: Hashable {
    enum Family { case utm, utmOtherHalf, webMercator, gaussKrueger }
    var code: Int
    var name: String
    var family: Family
    var reference: Interchange.CoordinateReference { .init(text: "EPSG:\(code)") }
  }

  /// UTM and Gauss-Krueger zones that the ground meets, and one more on either side.
  static func around(_ ground: Envelope) -> [Entry] {
    guard !ground.isEmpty else { return [] }
    var entries: [Entry] = []
    let west = Int((max(-180, ground.minX) + 180) / 6) + 1
    let east = min(60, Int((min(180, ground.maxX) + 180) / 6) + 1)
    // Round the antimeridian zone 1 follows zone 60.
    let zones = Set((west - 1...max(west, east) + 1).map { ($0 + 59) % 60 + 1 }).sorted()
    for zone in zones {
      entries.append(utm(zone, isNorth: true, over: ground))
      entries.append(utm(zone, isNorth: false, over: ground))
    }
    entries.append(Entry(code: 3857, name: "WGS 84 / Web Mercator", family: .webMercator))
    guard ground.maxY > 30 else { return entries }
    for zone in zones.map({ ($0 + 29) % 60 + 1 }) where (4...32).contains(zone) {
      entries.append(
        Entry(
          code: 28400 + zone, name: "Pulkovo 1942 / Gauss-Krueger zone \(zone)",
          family: .gaussKrueger))
      entries.append(
        Entry(
          code: 2490 + zone, name: "Pulkovo 1942 / Gauss-Krueger, 500 km at \(meridian(zone))",
          family: .gaussKrueger))
    }
    return entries
  }

  private static func utm(_ zone: Int, isNorth: Bool, over ground: Envelope) -> Entry {
    let isHere = isNorth ? ground.maxY >= 0 : ground.minY < 0
    return Entry(
      code: (isNorth ? 32600 : 32700) + zone,
      name: "WGS 84 / UTM zone \(zone)\(isNorth ? "N" : "S")",
      family: isHere ? .utm : .utmOtherHalf)
  }

  private static func meridian(_ zone: Int) -> String {
    let east = zone * 6 - 3
    return east <= 180 ? "\(east) E" : "\(360 - east) W"
  }
}
