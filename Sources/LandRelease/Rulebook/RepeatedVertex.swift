import GeometryValues

/// geocheck's check of consecutive duplicate points, at the tolerance of its tool box.
enum RepeatedVertex: RecordRule {
  static let rule = Rule(
    "GC06", .note, "A polygon has a vertex twice within a millionth of a degree.",
    remedy: "Nothing need be done: a repeated vertex holds no ground.",
    source: "geocheck duplicate_polygon_points, toolbox; pattern 3")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let shape = facts.shape, shape.repeatedVertices > 0, shape.fewestVertices > 2
    else { return nil }
    let times = shape.repeatedVertices == 1 ? "a vertex" : "\(shape.repeatedVertices) vertices"
    return Remark("has \(times) twice in a row", field: "polygon", at: shape.repeatedAt)
  }
}
