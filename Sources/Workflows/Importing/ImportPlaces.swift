import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// In which district the rows of a dry run lie, by a point inside their ground.
struct ImportPlaces {
  private let locator: GroundLocator
  private let names: [String]
  private let byCode: [String: String]

  init(_ writer: BatchWriter) throws {
    let all = try writer.defaultBoundarySet().map {
      try writer.reader.districts(set: $0).map(\.content)
    }
    let leaves = District.leavesInForce(all ?? []).sorted { $0.code < $1.code }
    locator = GroundLocator(leaves.map(\.polygon))
    names = leaves.map { $0.name == $0.code ? $0.code : "\($0.name) (\($0.code))" }
    byCode = Dictionary(
      zip(leaves, names).flatMap { [($0.code.lowercased(), $1), ($0.name.lowercased(), $1)] },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Returns: nil for records that lie in no place.
  func name(of record: PreparedRow.Record) -> String? {
    switch record {
    case .hazard(let hazard): name(hazard.polygon, hazard.district)
    case .release(let row): name(row.release.polygon, row.release.district)
    case .device(let device): name(device.position, device.district)
    case .victim(let victim): name(victim.position, victim.district)
    case .accident(let accident): name(accident.position, accident.district)
    case .zone(let zone): name(zone.ground, nil)
    case .environmentCheck(let check): name(nil as Position?, check.district)
    default: nil
    }
  }

  private func name(_ polygon: MultiPolygon?, _ stated: String?) -> String {
    guard let polygon, let point = polygon.somePoint else {
      return name(nil as Position?, stated)
    }
    return name(point, stated)
  }

  private func name(_ point: Position?, _ stated: String?) -> String {
    if let point { return locator.first(holding: point).map { names[$0] } ?? "no district" }
    return stated.flatMap { byCode[$0.lowercased()] } ?? "no place"
  }
}
