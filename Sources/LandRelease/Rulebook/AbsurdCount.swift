/// More items in one record than anybody finds, or more than the ground could hold.
enum AbsurdCount: RecordRule {
  private static let most = 100_000

  static let rule = Rule(
    "LR33", .warning, "A record counts more items than one place can hold.",
    remedy: "Look for a slip of the pen, an area in a column of counts, or small-arms ammunition.",
    source: "patterns 12, 23")

  static func judge(_ facts: RecordFacts) -> Remark? {
    if facts.kind == .statement { return nil }
    if facts.largestCount > most {
      return Remark("counts \(facts.largestCount) items of one kind", field: "quantity")
    }
    // More than one on each square metre.
    guard facts.itemCount > 1_000, let area = facts.measuredArea ?? facts.reportedArea,
      Double(facts.itemCount) > area.squareMetres
    else { return nil }
    return Remark(
      "counts \(facts.itemCount) items on \(area.squareMetresText) m2", field: "quantity",
      area: area)
  }
}
