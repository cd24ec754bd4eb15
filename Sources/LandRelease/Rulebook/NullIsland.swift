import GeometryValues

/// A vertex at nought among others that are not; empty positions are a finding of reading.
enum NullIsland: RecordRule {
  static let rule = Rule(
    "LR37", .error, "A vertex at longitude and latitude nought is an empty one.",
    remedy: "Give the vertex, or leave it out.", source: "pattern 8")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let at = facts.shape?.nullAt else { return nil }
    return Remark(
      "has a vertex at longitude \(at.x), latitude \(at.y)", field: "geometry",
      area: facts.measuredArea, at: at)
  }
}
