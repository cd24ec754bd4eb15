/// geocheck's check of one polygon drawn twice in one record.
enum TwinParts: RecordRule {
  static let rule = Rule(
    "GC03", .error, "A record has the same polygon twice: a sum of its parts counts it twice.",
    remedy: "Leave one of them out and import the record again.",
    source: "geocheck duplicate_polygons")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.hasTwinParts, let overlap = facts.partOverlap else { return nil }
    return Remark(
      "has the same polygon twice: its parts add up to \(overlap.squareMetresText) m2 more than the ground they hold",
      field: "polygon", area: overlap)
  }
}
