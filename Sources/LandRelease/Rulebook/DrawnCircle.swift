import GeometryValues

/// A point and a size, drawn as a circle.
enum DrawnCircle: RecordRule {
  static let rule = Rule(
    "LR38", .note, "A circle is a point with a size, not a surveyed boundary.",
    remedy: "Survey the boundary when somebody is next on the ground.", source: "pattern 18")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isLand, let shape = facts.shape, shape.isCircle else { return nil }
    return Remark(
      "is a circle of \(shape.vertexCount) vertices around a point", field: "polygon",
      area: facts.measuredArea)
  }
}
