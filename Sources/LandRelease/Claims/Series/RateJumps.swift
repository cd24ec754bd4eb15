/// How fast a total grew between two claims.
public struct Pace: Hashable, Sendable {
  /// The series and its measure.
  public var series: String
  /// The id of the earlier claim.
  public var from: String
  /// The id of the later claim.
  public var to: String
  /// Growth a week, in `unit`.
  public var perWeek: Double
  /// The unit of the later claim.
  public var unit: String
  /// Whether the pace is far from that of the other pairs.
  public var isOutlying: Bool
}

/// RC05: the pace between two totals is far from that of the others.
///
/// The others are summed up by their median and its median deviation, which one bad figure cannot
/// move. A pace is far off when it is less than half or more than twice the median, and besides more
/// than 2.5 deviations away or five times off, even where rounding is given the benefit of the
/// doubt. A fall is another rule's.
enum RateJumps {
  static func find(in series: [TotalSeries]) -> (findings: [Finding], paces: [Pace]) {
    let results = series.map(check)
    return (results.flatMap(\.findings), results.flatMap(\.paces))
  }

  private struct Rate {
    var earlier: ClaimPoint
    var later: ClaimPoint
    var weeks: Double
    var isOutlying = false

    var growth: Double { (later.value - earlier.value).approximate }
    var value: Double { growth / weeks }
    var least: Double { (later.low - earlier.high).approximate / weeks }
    var most: Double { (later.high - earlier.low).approximate / weeks }
  }

  private static func check(_ series: TotalSeries) -> (findings: [Finding], paces: [Pace]) {
    var rates = rates(of: series)
    let middle = Median.of(rates.map(\.value)) ?? 0
    let deviation = 1.4826 * (Median.of(rates.map { abs($0.value - middle) }) ?? 0)
    var findings: [Finding] = []
    if rates.count >= 4, middle > 0 {
      for index in rates.indices {
        rates[index].isOutlying = isFar(rates[index], middle, deviation)
      }
      findings = self.findings(rates, series, middle, deviation)
    }
    let paces = rates.map { rate in
      Pace(
        series: series.title, from: rate.earlier.claim.id, to: rate.later.claim.id,
        perWeek: perWeek(rate), unit: rate.later.claim.unit, isOutlying: rate.isOutlying)
    }
    return (findings, paces)
  }

  /// One figure a day: the one with the least play.
  private static func rates(of series: TotalSeries) -> [Rate] {
    var points: [ClaimPoint] = []
    for point in series.points {
      if let last = points.last, last.day == point.day {
        if point.high - point.low < last.high - last.low { points[points.count - 1] = point }
      } else {
        points.append(point)
      }
    }
    return zip(points, points.dropFirst()).map {
      Rate(earlier: $0, later: $1, weeks: Double($1.day - $0.day) / 7)
    }
  }

  private static func isFar(_ rate: Rate, _ middle: Double, _ deviation: Double) -> Bool {
    let bound = 2.5 * deviation
    guard rate.most >= 0 else { return false }
    return (rate.least > 2 * middle && (rate.least > middle + bound || rate.least > 5 * middle))
      || (rate.most < middle / 2 && (rate.most < middle - bound || rate.most < middle / 5))
  }

  private static func findings(
    _ rates: [Rate], _ series: TotalSeries, _ middle: Double, _ deviation: Double
  ) -> [Finding] {
    var told: Set<Int> = []
    return rates.indices.filter { rates[$0].isOutlying }.compactMap { index in
      guard told.insert(index).inserted else { return nil }
      let partner = otherSide(of: index, rates, middle, deviation)
      if let partner { told.insert(partner) }
      let sides = [index, partner].compactMap { $0 }.sorted().map { rates[$0] }
      return finding(sides, series, middle)
    }
  }

  /// The neighbour that makes up for an outlying pace, which puts the figure between them in doubt.
  private static func otherSide(
    of index: Int, _ rates: [Rate], _ middle: Double, _ deviation: Double
  ) -> Int? {
    let own = rates[index]
    return [index - 1, index + 1].filter { rates.indices.contains($0) }.filter { other in
      let together = (own.growth + rates[other].growth) / (own.weeks + rates[other].weeks)
      let offset = rates[other].value - middle
      return (own.value - middle) * offset < 0 && abs(offset) > deviation
        && (middle / 2...middle * 2).contains(together)
    }.max { abs(rates[$0].value - middle) < abs(rates[$1].value - middle) }
  }

  private static func finding(
    _ sides: [Rate], _ series: TotalSeries, _ middle: Double
  ) -> Finding {
    let unit = sides[0].later.claim.unit
    let parts = sides.map {
      "\(text(perWeek($0))) \(unit) a week from \($0.earlier.claim.label) to \($0.later.claim.label)"
    }
    let scale = sides[0].value == 0 ? 1 : perWeek(sides[0]) / sides[0].value
    var claims = [sides[0].earlier.claim, sides[0].later.claim]
    if sides.count > 1 { claims.append(sides[1].later.claim) }
    return ReconciliationRules.finding(
      .jumpingRate, at: claims,
      "\(series.title): \(parts.joined(separator: ", then ")); the usual pace is"
        + " \(text(middle * scale)).")
  }

  private static func perWeek(_ rate: Rate) -> Double {
    rate.value / ExactDecimal.place(rate.later.power).approximate
  }

  private static func text(_ number: Double) -> String {
    ExactDecimal(number, places: abs(number) < 10 ? 2 : 0)?.description ?? "\(number)"
  }
}
