/// RC02: two categories of one publication fit the figures before and after only when exchanged.
enum SwappedCategories {
  static func find(in series: [TotalSeries]) -> ExplainedFindings {
    var found = ExplainedFindings()
    for (index, first) in series.enumerated() {
      for second in series.dropFirst(index + 1) where canBeExchanged(first, second) {
        check(common(first, second), into: &found)
      }
    }
    return found
  }

  /// Two categories side by side in one publication.
  private struct Row {
    var first: ClaimPoint
    var second: ClaimPoint

    /// How far a pair of figures is from this one, as ratios.
    func distance(_ a: ExactDecimal, _ b: ExactDecimal) -> Double {
      ratio(a, first.value) + ratio(b, second.value)
    }

    /// How many times the greater figure is the smaller one, less one.
    private func ratio(_ left: ExactDecimal, _ right: ExactDecimal) -> Double {
      let small = min(left, right).approximate
      return small > 0 ? max(left, right).approximate / small - 1 : .infinity
    }
  }

  private static func canBeExchanged(_ first: TotalSeries, _ second: TotalSeries) -> Bool {
    guard let one = first.points.first?.claim, let other = second.points.first?.claim else {
      return false
    }
    return first.measure != second.measure && first.name == second.name
      && one.comparableUnit == other.comparableUnit
      && Set(one.scope.districts) == Set(other.scope.districts)
  }

  private static func common(_ first: TotalSeries, _ second: TotalSeries) -> [Row] {
    first.points.compactMap { point in
      second.points.first {
        $0.day == point.day && $0.claim.source.key == point.claim.source.key
          && $0.claim.actorNames == point.claim.actorNames
      }.map { Row(first: point, second: $0) }
    }
  }

  /// Looks at the rows between two others first, so that an exchanged row is never the measure
  /// for the first or the last one.
  private static func check(_ rows: [Row], into found: inout ExplainedFindings) {
    var sound: [Row] = []
    for (index, row) in rows.enumerated() {
      let isBetween = index > 0 && index + 1 < rows.count
      let neighbours = isBetween ? [rows[index - 1], rows[index + 1]] : []
      if isBetween, isExchanged(row, neighbours) {
        report(row, between: neighbours, into: &found)
      } else {
        sound.append(row)
      }
    }
    guard sound.count > 2 else { return }
    for (row, neighbour) in [
      (sound[0], sound[1]), (sound[sound.count - 1], sound[sound.count - 2]),
    ]
    where isExchanged(row, [neighbour]) {
      report(row, between: [neighbour], into: &found)
    }
  }

  /// An exchanged row is far from its neighbours as it stands and near them when turned round;
  /// growth between publications stays well under a quarter of the distance.
  private static func isExchanged(_ row: Row, _ neighbours: [Row]) -> Bool {
    neighbours.allSatisfy { neighbour in
      let plain = neighbour.distance(row.first.value, row.second.value)
      let turned = neighbour.distance(row.second.value, row.first.value)
      return plain > 0.2 && turned < plain / 4
    }
  }

  private static func report(
    _ row: Row, between neighbours: [Row], into found: inout ExplainedFindings
  ) {
    let ids = [row.first.claim.id, row.second.claim.id]
    guard found.ids.isDisjoint(with: ids) else { return }
    found.ids.formUnion(ids)
    found.findings.append(finding(row, between: neighbours))
  }

  private static func finding(_ row: Row, between neighbours: [Row]) -> Finding {
    let around = neighbours.map { "\($0.first.claim.label) and \($0.second.claim.label)" }
    return ReconciliationRules.finding(
      .swappedCategories, at: [row.first.claim, row.second.claim],
      "\(row.first.claim.label) and \(row.second.claim.label) fit their neighbours when exchanged:"
        + " \(around.joined(separator: "; ")).")
  }
}
