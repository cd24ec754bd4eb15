import GeometryValues

/// Declared and measured, further apart than the points can be wrong (accounting rules, section 4).
enum AreaDifference: RecordRule {
  /// The error of a point whose fixing nobody has recorded, in metres.
  private static let vertexError = 5.0
  /// Standard deviations that a good record stays within, but for one in two thousand.
  private static let deviations = 3.5

  static let rule = Rule(
    "LR30", .warning,
    "A reported area is further from the polygon than its points can be wrong.",
    remedy: "Find out which is right; figures of ground go by the polygon, reported ones by this.",
    source: "IMAS 05.10; pattern 13")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isLand, let reported = facts.reportedArea, let measured = facts.measuredArea,
      facts.typedArea == reported, let shape = facts.shape, !facts.isAreaOfDistrict,
      !CountAsArea.isLikely(facts)
    else { return nil }
    let difference = reported > measured ? reported - measured : measured - reported
    let bound = tolerance(shape, measured)
    guard difference.squareMetres > bound else { return nil }
    return Remark(
      "reports \(reported.squareMetresText) m2 and measures \(measured.squareMetresText) m2: with points good to 5 m they could differ by \(Int(bound.rounded())) m2",
      field: "reported_area", area: difference)
  }

  /// In square metres; figures are rounded to a hundredth by those who declare them.
  private static func tolerance(_ shape: ShapeFacts, _ measured: Area) -> Double {
    max(
      deviations * shape.areaDeviation(vertexError: vertexError), 0.01 * measured.squareMetres)
  }
}
