/// A number of areas, mines or pages in the column of areas.
enum CountAsArea: RecordRule {
  static let rule = Rule(
    "LR32", .warning, "A small round number of square metres beside a large polygon is a count.",
    remedy: "Look what the column counts, and leave it out with --map if it is no area.",
    source: "patterns 15, 23")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard isLikely(facts), let typed = facts.typedArea, let measured = facts.measuredArea
    else { return nil }
    return Remark(
      "reports \(typed.squareCentimetres / 10_000) m2 for a polygon of \(measured.squareMetresText) m2: it looks like a count",
      field: "reported_area", area: measured - typed)
  }

  /// A whole number under a thousand that is not a hundredth of the polygon, and no slip of unit.
  static func isLikely(_ facts: RecordFacts) -> Bool {
    guard facts.isLand, let typed = facts.typedArea, facts.reportedArea == typed,
      let measured = facts.measuredArea
    else { return false }
    return typed > .zero && typed.squareCentimetres < 10_000_000
      && typed.squareCentimetres % 10_000 == 0
      && measured.squareCentimetres / 100 > typed.squareCentimetres
  }
}
