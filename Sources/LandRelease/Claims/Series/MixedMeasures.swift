/// RC09: one series counts different things, or counts them in units that do not compare.
enum MixedMeasures {
  static func find(in claims: [Claim]) -> [Finding] {
    let named = claims.filter { $0.series != nil && $0.value != nil }
    let series = Dictionary(grouping: named) { $0.series ?? "" }
    return series.sorted { $0.key < $1.key }.flatMap { name, claims in
      units(name, claims) + Measure.lookalikes.compactMap { lookalikes(name, claims, $0) }
    }
  }

  private static func units(_ name: String, _ claims: [Claim]) -> [Finding] {
    Dictionary(grouping: claims, by: \.measure).sorted { $0.key.code < $1.key.code }.compactMap {
      measure, claims in
      let units = Dictionary(grouping: claims, by: \.comparableUnit)
      guard units.count > 1 else { return nil }
      return finding(name, units.map { ("\($0) (\(measure.code))", $1) })
    }
  }

  /// Measures that look alike are mixed up unless one publication gives them side by side.
  private static func lookalikes(
    _ name: String, _ claims: [Claim], _ group: [Measure]
  ) -> Finding? {
    let alike = claims.filter { group.contains($0.measure) }
    let measures = Dictionary(grouping: alike, by: \.measure)
    let publications = Dictionary(grouping: alike) { $0.source.key }
    let isTold = publications.values.contains { Set($0.map(\.measure)).count > 1 }
    guard measures.count > 1, !isTold else { return nil }
    return finding(name, measures.map { ($0.code, $1) })
  }

  private static func finding(_ name: String, _ groups: [(String, [Claim])]) -> Finding {
    let sorted = groups.sorted { $0.0 < $1.0 }
    let parts = sorted.map { "\($0): \($1.map(\.label).joined(separator: ", "))" }
    return ReconciliationRules.finding(
      .mixedMeasures, at: sorted.flatMap(\.1),
      "\(name) mixes \(parts.joined(separator: "; ")).")
  }
}
