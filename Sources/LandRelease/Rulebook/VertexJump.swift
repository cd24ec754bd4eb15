import GeometryValues

/// One vertex kilometres away from neighbours that are close together: a wrong digit.
enum VertexJump: RecordRule {
  static let rule = Rule(
    "LR36", .error, "A vertex more than 5 km off its neighbours is a wrong digit.",
    remedy: "Compare the digits of the point with the form and import the record again.",
    source: "pattern 6")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isLand, let shape = facts.shape, let at = shape.jumpAt else { return nil }
    return Remark(
      "has a vertex at \(at.degrees), \(shape.jumpLength.kilometres) from its neighbours",
      field: "polygon", area: Area(squareMetres: shape.jumpArea), at: at)
  }
}
