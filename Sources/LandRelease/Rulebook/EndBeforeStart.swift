/// Work that ends before it begins.
enum EndBeforeStart: RecordRule {
  static let rule = Rule(
    "LR25", .warning, "Work that ends before it begins has one of the two dates wrong.",
    remedy: "Correct the wrong one of the two dates in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let start = facts.start, let end = facts.end, end < start else { return nil }
    return Remark("begins on \(start) and ends on \(end)", field: "end")
  }
}
