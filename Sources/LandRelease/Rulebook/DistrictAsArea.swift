/// The area of a district or of the country in the place of a hazard's.
enum DistrictAsArea: RecordRule {
  static let rule = Rule(
    "LR31", .error, "An area as large as its district or the country is not that of a hazard.",
    remedy: "Correct the area in the source and import the record again.", source: "pattern 14")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isAreaOfDistrict, let area = facts.reportedArea ?? facts.measuredArea
    else { return nil }
    let whole = facts.isAreaOfNation ? "the country" : "its district"
    return Remark(
      "has an area of \(area.squareMetresText) m2, that of \(whole)", field: "reported_area",
      area: area)
  }
}

extension RecordFacts {
  /// Whether the record has an area like that of its district or the country, or a larger one.
  var isAreaOfDistrict: Bool {
    isAreaOfNation || (isLand && isLike(reportedArea, districtArea))
      || (isLand && isLike(measuredArea, districtArea))
  }

  /// Whether it has an area like that of the country, or a larger one.
  var isAreaOfNation: Bool {
    isLand && (isAtLeast(reportedArea, nationArea) || isAtLeast(measuredArea, nationArea))
  }

  private func isLike(_ area: Area?, _ whole: Area?) -> Bool {
    guard let area, let whole else { return false }
    return abs(area.squareCentimetres - whole.squareCentimetres) <= whole.squareCentimetres / 100
  }

  private func isAtLeast(_ area: Area?, _ whole: Area?) -> Bool {
    guard let area, let whole else { return false }
    return area.squareCentimetres >= whole.squareCentimetres / 100 * 98
  }
}
