/// A release by figure alone that is larger than what it releases.
enum BiggerThanHazard: BookRule {
  static let rule = Rule(
    "LR51", .warning,
    "A release without a polygon declares more than all the hazards it names hold.",
    remedy: "Correct the figure or the link; the excess is shown as unplaced.",
    source: "pattern 28")

  static func judge(_ book: BookFacts) -> [Finding] {
    var largest: [String: Area] = [:]
    for hazard in book.hazards where !hazard.isSuperseded {
      guard let area = hazard.area else { continue }
      largest[hazard.key.id] = max(area, largest[hazard.key.id] ?? .zero)
    }
    return book.releases.compactMap { release in
      guard !release.hasPolygon, release.review == .accepted, let area = release.area,
        !release.hazards.isEmpty
      else { return nil }
      let held = release.hazards.compactMap { largest[$0] }
      guard held.count == release.hazards.count else { return nil }
      let sum = held.reduce(.zero, +)
      guard area.squareMetres > 1.01 * sum.squareMetres else { return nil }
      return Finding(
        rule,
        Remark(
          "declares \(area.squareMetresText) m2, and the hazards it names hold \(sum.squareMetresText) m2",
          field: "reported_area", area: area - sum),
        record: "release \(release.key)")
    }
  }
}
