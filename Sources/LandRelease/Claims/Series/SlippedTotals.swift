/// Totals that fit the figures before and after only with their point moved.
enum SlippedTotals {
  /// Looks at figures between two others first, so that a slipped one is never the measure for the
  /// first or the last.
  static func check(_ series: TotalSeries, into found: inout ExplainedFindings) {
    let points = series.points
    guard points.count > 2 else { return }
    var sound: [ClaimPoint] = []
    for (index, point) in points.enumerated() {
      if index > 0, index + 1 < points.count,
        let slip = slip(of: point, between: points[index - 1], and: points[index + 1])
      {
        report(point, [points[index - 1], points[index + 1]], slip, into: &found)
      } else {
        sound.append(point)
      }
    }
    checkEnds(of: sound, into: &found)
  }

  private static func slip(
    of point: ClaimPoint, between earlier: ClaimPoint, and later: ClaimPoint
  ) -> Int? {
    guard earlier.low <= later.high, point.high < earlier.low || point.low > later.high else {
      return nil
    }
    return SlippedFigures.slips.first { slip in
      let moved = point.value.shifted(by: slip)
      return earlier.low <= moved && moved <= later.high
    }
  }

  /// The first and the last figure are held against growth at up to three times the usual pace.
  private static func checkEnds(of points: [ClaimPoint], into found: inout ExplainedFindings) {
    guard points.count > 3 else { return }
    let inner = points.dropFirst().dropLast()
    let days = zip(inner, inner.dropFirst()).compactMap { earlier, later in
      later.day > earlier.day
        ? (later.value - earlier.value).approximate / Double(later.day - earlier.day) : nil
    }
    let pace = 3 * (Median.of(days) ?? 0)
    let last = points[points.count - 1]
    let beforeLast = points[points.count - 2]
    checkEnd(last, neighbour: beforeLast, isLast: true, pace, into: &found)
    checkEnd(points[0], neighbour: points[1], isLast: false, pace, into: &found)
  }

  private static func checkEnd(
    _ point: ClaimPoint, neighbour: ClaimPoint, isLast: Bool, _ pace: Double,
    into found: inout ExplainedFindings
  ) {
    guard pace > 0 else { return }
    let growth = pace * Double(abs(point.day - neighbour.day))
    let near = neighbour.value.approximate
    let range = isLast ? near...(near + growth) : (near - growth)...near
    guard
      point.high.approximate < range.lowerBound / 2
        || point.low.approximate > range.upperBound * 2
    else { return }
    let slip = SlippedFigures.slips.first {
      range.contains(point.value.shifted(by: $0).approximate)
    }
    if let slip { report(point, [neighbour], slip, into: &found) }
  }

  private static func report(
    _ point: ClaimPoint, _ neighbours: [ClaimPoint], _ slip: Int,
    into found: inout ExplainedFindings
  ) {
    found.ids.insert(point.claim.id)
    let around = neighbours.map(\.claim.label).joined(separator: " and ")
    found.findings.append(
      SlippedFigures.finding(
        point, against: neighbours, candidate: slip, "does not follow \(around)"))
  }
}
