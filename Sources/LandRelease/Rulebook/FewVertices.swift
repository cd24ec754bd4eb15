import GeometryValues

/// geocheck's check of polygons that are no polygons.
enum FewVertices: RecordRule {
  static let rule = Rule(
    "GC02", .error, "A ring of fewer than three different vertices bounds no ground.",
    remedy: "Take the missing turning points from the form and import the record again.",
    source: "geocheck few_vertices_polys; pattern 2")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let shape = facts.shape, shape.fewestVertices < 3 else { return nil }
    return Remark(
      "has a ring of \(shape.fewestVertices) different vertices", field: "polygon",
      area: facts.reportedArea)
  }
}
