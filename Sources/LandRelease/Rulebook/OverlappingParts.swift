/// geocheck's check of parts that overlap, with its bound, in true area.
enum OverlappingParts: RecordRule {
  static let rule = Rule(
    "GC13", .error, "Parts of one record overlap by more than 0.9 percent of their ground.",
    remedy: "Draw the parts apart, or as one; the ground counts once.",
    source: "geocheck adv_overlapping_polygons; pattern 7")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard !facts.hasTwinParts, let overlap = facts.partOverlap, let ground = facts.measuredArea,
      overlap.squareMetres > 0.009 * ground.squareMetres
    else { return nil }
    return Remark(
      "has parts that overlap: they add up to \(overlap.squareMetresText) m2 more than the \(ground.squareMetresText) m2 of ground they hold",
      field: "polygon", area: overlap)
  }
}
