/// geocheck's check of points that stand twice in one record, outside any polygon.
enum RepeatedPoint: RecordRule {
  static let rule = Rule(
    "GC09", .note, "A record has a point twice within a millionth of a degree.",
    remedy: "Look whether one of the points was meant to be another.",
    source: "geocheck duplicate_points")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.repeatedPoints > 0 else { return nil }
    return Remark(
      "has \(facts.repeatedPoints == 1 ? "a point" : "\(facts.repeatedPoints) points") twice",
      field: "geometry")
  }
}
