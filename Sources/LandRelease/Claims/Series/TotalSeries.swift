/// Totals of one measure that follow each other in time.
struct TotalSeries {
  var name: String?
  var measure: Measure
  /// In order of day, then of the claims' own order.
  var points: [ClaimPoint]

  /// Sorts the running totals among the claims into series; figures of one period are left out.
  ///
  /// A named series holds what its claims say it holds. Claims without a series go together where
  /// measure, territory, districts and start agree; parts of a total without a series do not.
  static func all(in claims: [Claim]) -> [TotalSeries] {
    let points = claims.filter { isTotal($0) }.compactMap(ClaimPoint.init)
    let groups = Dictionary(grouping: points) { Key($0.claim) }
    return groups.map { key, points in
      TotalSeries(name: key.name, measure: key.measure, points: points.sorted(by: precedes))
    }.sorted { ($0.points.first?.claim.id ?? "").utf8Precedes($1.points.first?.claim.id ?? "") }
  }

  /// The series without some of its claims.
  func without(_ ids: Set<String>) -> TotalSeries {
    var series = self
    series.points.removeAll { ids.contains($0.claim.id) }
    return series
  }

  /// The series cut into those that count the work of the same actors.
  ///
  /// Claims that name nobody join the greatest group of named actors if that is no smaller than
  /// theirs.
  var byActors: [TotalSeries] {
    var groups = Dictionary(grouping: points) { $0.claim.actorNames }
    let silent = groups[[]] ?? []
    let greatest = groups.filter { !$0.key.isEmpty }.max {
      ($0.value.count, $1.key.sorted().joined()) < ($1.value.count, $0.key.sorted().joined())
    }
    if let greatest, !silent.isEmpty, greatest.value.count >= silent.count {
      groups[[]] = nil
      groups[greatest.key] = (greatest.value + silent).sorted(by: Self.precedes)
    }
    return groups.values.map { TotalSeries(name: name, measure: measure, points: $0) }
      .sorted { left, right in
        guard let first = left.points.first, let second = right.points.first else {
          return left.points.count > right.points.count
        }
        return (first.day, first.claim.id) < (second.day, second.claim.id)
      }
  }

  /// How a reader finds the series.
  var title: String { name.map { "\($0), \(measure.code)" } ?? measure.code }

  private static func isTotal(_ claim: Claim) -> Bool {
    guard !claim.isOfPeriod else { return false }
    return claim.series == nil
      ? claim.partOf == nil && claim.measure.nature == .accumulates
      : claim.measure.nature == .accumulates || claim.measure.nature == nil
  }

  private static func precedes(_ left: ClaimPoint, _ right: ClaimPoint) -> Bool {
    let orders = (left.claim.order ?? 0, right.claim.order ?? 0)
    if left.day != right.day { return left.day < right.day }
    if orders.0 != orders.1 { return orders.0 < orders.1 }
    return left.claim.id.utf8Precedes(right.claim.id)
  }

  private struct Key: Hashable {
    var name: String?
    var measure: Measure
    var unit: String
    var districts: Set<String>
    var territory: String?
    var since: CalendarDate?
    var items: String?

    init(_ claim: Claim) {
      name = claim.series
      measure = claim.measure
      unit = claim.comparableUnit
      districts = Set(claim.scope.districts)
      guard claim.series == nil else { return }
      territory = claim.scope.territory
      since = claim.scope.since
      items = claim.scope.items
    }
  }
}
