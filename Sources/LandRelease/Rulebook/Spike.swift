import GeometryValues

/// A vertex from which the ring turns back on itself.
enum Spike: RecordRule {
  static let rule = Rule(
    "LR35", .warning, "A needle in a polygon is a turning point in the wrong place.",
    remedy: "Compare the point with the form and import the record again.", source: "pattern 2")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard facts.isLand, let shape = facts.shape, shape.spikes > 0, let at = shape.spikeAt,
      shape.fewestVertices > 2
    else { return nil }
    return Remark(
      "has \(shape.spikes == 1 ? "a needle" : "\(shape.spikes) needles") at \(at.degrees)",
      field: "polygon", area: Area(squareMetres: shape.spikeArea), at: at)
  }
}

extension Position {
  /// Longitude and latitude to the metre: `45.56500 E 40.00500 N`.
  var degrees: String {
    "\(Self.text(abs(x))) \(x < 0 ? "W" : "E") \(Self.text(abs(y))) \(y < 0 ? "S" : "N")"
  }

  private static func text(_ degrees: Double) -> String {
    let units = Int((degrees * 100_000).rounded())
    let fraction = String(units % 100_000)
    return "\(units / 100_000)." + String(repeating: "0", count: 5 - fraction.count) + fraction
  }
}
