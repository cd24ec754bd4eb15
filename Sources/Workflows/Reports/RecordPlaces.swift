import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// In which district a record or a device counts, where it counts whole.
struct RecordPlaces {
  private let mainDistrict: [Int64: String]
  private var codes: [String: String] = [:]
  private let hazardDistrict: [RecordKey: String]
  private let hazardLinks: LinkedHazards
  private let locator: GroundLocator
  private let districtCodes: [String]

  /// - Parameter hazards: the standing versions, for releases that only name a hazard.
  init(_ figures: BookFigures, hazards: [Stored<Hazard>]) throws {
    let main = try figures.reader.mainDistricts(in: .land)
    mainDistrict = main.releases
    for stored in figures.districts {
      let district = stored.content
      for name in [district.name] + district.aliases + [district.code] {
        codes[Self.folded(name)] = district.code
      }
    }
    let known = codes
    hazardLinks = LinkedHazards(hazards)
    hazardDistrict = Dictionary(
      hazards.compactMap { stored in
        let place =
          stored.content.district.flatMap { known[Self.folded($0)] }
          ?? main.hazards[stored.version]
        return place.map { (stored.content.key, $0) }
      }, uniquingKeysWith: { _, last in last })
    let sorted = figures.districts.map(\.content).sorted { $0.code < $1.code }
    locator = GroundLocator(sorted.map(\.polygon))
    districtCodes = sorted.map(\.code)
  }

  /// Where most of a release lies; without a polygon by its district column, then its hazard's.
  func district(of stored: Stored<Release>) -> String {
    if let main = mainDistrict[stored.version] { return main }
    if let code = stored.content.district.flatMap({ codes[Self.folded($0)] }) { return code }
    for hazard in stored.content.hazards {
      let key = hazardLinks.key(of: hazard, from: stored.content.key.organisation)
      if let district = key.flatMap({ hazardDistrict[$0] }) { return district }
    }
    return District.none
  }

  /// By its district column, then where most of its last version lies.
  func district(ofHazard key: RecordKey) -> String { hazardDistrict[key] ?? District.none }

  /// By position, then its district column, then its release.
  func district(of device: CountedDevice, releases: [Int64: Stored<Release>]) -> String {
    if let position = device.position, let found = locator.first(holding: position) {
      return districtCodes[found]
    }
    if let code = device.district.flatMap({ codes[Self.folded($0)] }) { return code }
    return device.release.flatMap { releases[$0] }.map { district(of: $0) } ?? District.none
  }

  /// By position, then its district column.
  func district(of victim: Victim) -> String {
    district(at: victim.position, named: victim.district)
  }

  /// By position, then the name that a record has of it.
  func district(at position: Position?, named name: String?) -> String {
    if let position, let found = locator.first(holding: position) { return districtCodes[found] }
    return name.flatMap { codes[Self.folded($0)] } ?? District.none
  }

  private static func folded(_ name: String) -> String { name.lowercased() }
}
