/// A spelling that no district has among its names.
enum UnknownDistrict: BookRule {
  static let rule = Rule(
    "LR66", .warning, "Records name a district that the boundary set does not have.",
    remedy: "Add the spelling to the district's aliases, or correct it in the source.",
    source: "pattern 26")

  static func judge(_ book: BookFacts) -> [Finding] {
    guard !book.districtNames.isEmpty else { return [] }
    var unknown: [String: (count: Int, area: Area)] = [:]
    func look(_ name: String?, _ area: Area?) {
      guard let name else { return }
      let folded = BookFacts.folded(name)
      guard !book.districtNames.contains(folded), !book.districtsAsked.contains(folded)
      else { return }
      unknown[name, default: (0, .zero)].count += 1
      unknown[name, default: (0, .zero)].area += area ?? .zero
    }
    for hazard in book.hazards where !hazard.isSuperseded { look(hazard.district, hazard.area) }
    for release in book.releases { look(release.district, release.area) }
    for device in book.devices { look(device.district, nil) }
    for figure in book.indicators where !figure.district.isEmpty { look(figure.district, nil) }
    return unknown.sorted { $0.key < $1.key }.map { name, found in
      Finding(
        rule,
        Remark(
          "is named by \(found.count) \(found.count == 1 ? "record" : "records") and is in no boundary set",
          field: "district", area: found.area),
        record: "district \(name)")
    }
  }
}
