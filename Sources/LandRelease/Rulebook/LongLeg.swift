import GeometryValues

/// geocheck's distance check, with the closing leg that it leaves out.
enum LongLeg: RecordRule {
  /// The bound of geocheck, in metres.
  private static let bound = 5_000.0

  static let rule = Rule(
    "GC12", .note, "Two vertices that follow each other are more than 5 km apart.",
    remedy: "Look at the two vertices; a long road may be right.",
    source: "geocheck distance_polygon_points")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isLand, let shape = facts.shape, shape.longestLeg > bound, shape.jumpAt == nil
    else { return nil }
    return Remark(
      "has a leg of \(shape.longestLeg.kilometres)", field: "polygon", at: shape.longestLegAt)
  }
}

extension Double {
  /// A length in metres as kilometres with one place: `12.3 km`.
  var kilometres: String {
    let tenths = Int((self / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) km"
  }
}
