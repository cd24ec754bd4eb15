/// RC07: figures of one series count the work of different actors.
enum MixedActors {
  static func find(in series: [TotalSeries]) -> [Finding] {
    series.compactMap { series in
      let groups = Dictionary(grouping: series.points) { $0.claim.actorNames }
      guard groups.count > 1 else { return nil }
      let parts = groups.map { names, points in
        let ids = points.map(\.claim.id).joined(separator: ", ")
        let who = names.isEmpty ? "no actor named" : names.sorted().joined(separator: " and ")
        return "\(who): \(ids)"
      }.sorted()
      return ReconciliationRules.finding(
        .mixedActors, at: series.points.map(\.claim),
        "\(series.title) mixes actors (\(parts.joined(separator: "; "))); no pace is worked out"
          + " between them.")
    }
  }
}
