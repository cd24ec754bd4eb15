/// A depth in metres, or of a well.
enum AbsurdDepth: RecordRule {
  static let rule = Rule(
    "LR34", .warning, "A clearance depth under 1 cm or over 10 m looks like a wrong unit.",
    remedy: "Write the depth in centimetres.", source: "IMAS 09.10")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let depth = facts.depthCentimetres, depth > 1_000 || (depth > 0 && depth < 1)
    else { return nil }
    return Remark(
      "was cleared to a depth of \(depth) cm", field: "depth_cm", area: facts.measuredArea)
  }
}
