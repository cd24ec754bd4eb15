import LandRelease
import Testing

/// SplitMix64, so that a seed names a case for ever.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A programme that publishes area, categories and a split, without a fault.
private struct CleanSeries {
  var claims: [Claim] = []
  let length: Int

  init(seed: UInt64) throws {
    var random = Random(state: seed)
    length = Int.random(in: 7...14, using: &random)
    var day = try #require(CalendarDate("2021-03-01"))
    let pace = Double.random(in: 40...2_000, using: &random)
    var area = Double.random(in: 50...80, using: &random) * pace
    var counts = (0..<3).map { Double((2 * $0 + 2) * Int.random(in: 900...1_100, using: &random)) }
    for index in 0..<length {
      try publish(index, day, area, counts.map { Int($0) })
      let weeks = Int.random(in: 3...9, using: &random)
      day = try #require(Self.later(day, byWeeks: weeks))
      area += pace * Double(weeks) * Double.random(in: 0.65...1.45, using: &random)
      counts = counts.map {
        $0 * (1 + 0.003 * Double(weeks) * Double.random(in: 0.75...1.35, using: &random))
      }
    }
  }

  private mutating func publish(
    _ index: Int, _ day: CalendarDate, _ area: Double, _ counts: [Int]
  ) throws {
    let total = ExactDecimal(digits: Int64(area * 10), scale: 1)
    let first = total.half.rounded(toPlace: -1)
    try add("p\(index)-area", "area_cleared", total, "ha", day)
    for (split, value) in [("a", first), ("b", total - first)] {
      try add("p\(index)-part\(split)", "area_cleared", value, "ha", day)
      claims[claims.count - 1].partOf = "p\(index)-area"
      claims[claims.count - 1].series = nil
    }
    try add("p\(index)-ap", "ap_mines", ExactDecimal(Int64(counts[1])), "items", day)
    try add("p\(index)-av", "av_mines", ExactDecimal(Int64(counts[0])), "items", day)
    try add("p\(index)-uxo", "uxo", ExactDecimal(Int64(counts[2])), "items", day)
    let sum = ExactDecimal(Int64(counts.reduce(0, +)))
    try add("p\(index)-items", "items_found", sum, "items", day)
  }

  private mutating func add(
    _ id: String, _ measure: String, _ value: ExactDecimal, _ unit: String, _ day: CalendarDate
  ) throws {
    var claim = Claim(
      id: id, source: ClaimSource(key: String(id.prefix { $0 != "-" }), title: "bulletin"),
      measure: try #require(Measure(code: measure)), value: value, printed: value.description,
      unit: unit)
    claim.scope.asOf = day
    claim.series = "programme"
    claims.append(claim)
  }

  static func later(_ day: CalendarDate, byWeeks weeks: Int) -> CalendarDate? {
    var months = day.month - 1
    var number = day.day + weeks * 7
    var year = day.year
    while number > CalendarDate.days(inMonth: months + 1, of: year) {
      number -= CalendarDate.days(inMonth: months + 1, of: year)
      months += 1
      if months == 12 { (months, year) = (0, year + 1) }
    }
    return CalendarDate(year: year, month: months + 1, day: number)
  }

  subscript(id: String) -> Claim? {
    get { claims.first { $0.id == id } }
    set {
      guard let newValue, let index = claims.firstIndex(where: { $0.id == id }) else { return }
      claims[index] = newValue
    }
  }

  mutating func set(_ id: String, to value: ExactDecimal) {
    self[id]?.value = value
    self[id]?.printed = value.description
  }

  func value(_ id: String) -> ExactDecimal { self[id]?.value ?? .zero }
}

struct SeriesPropertyTests {
  @Test func cleanSeriesRaiseNoAlarm() throws {
    for seed in UInt64(1)...500 {
      let findings = checkSeries(try CleanSeries(seed: seed).claims).findings
      #expect(findings.isEmpty, "seed \(seed): \(findings.map(\.message))")
    }
  }

  @Test(arguments: Fault.allCases)
  fileprivate func injectedFaultsAreFound(_ fault: Fault) throws {
    var missed: [UInt64] = []
    for seed in UInt64(1)...60 {
      var series = try CleanSeries(seed: seed)
      var random = Random(state: seed &* 7_919)
      let at = Int.random(in: 1...(series.length - 2), using: &random)
      fault.inject(into: &series, at: at, using: &random)
      let found = checkSeries(series.claims).findings.contains {
        $0.rule == fault.rule.rawValue && $0.place.record?.contains("p\(at)-") == true
      }
      if !found { missed.append(seed) }
    }
    #expect(missed.count < 3, "\(fault) missed at seeds \(missed)")
  }
}

private enum Fault: String, CaseIterable {
  case swapped, falling, wrongPart, roundedPart, kink, slipUp, slipDown, slippedMonth, otherActor
  case otherSource, otherMeasure, mistyped

  var rule: ReconciliationRule {
    switch self {
    case .swapped: .swappedCategories
    case .falling: .fallingTotal
    case .wrongPart: .partsDoNotSum
    case .roundedPart: .partsRounded
    case .kink: .jumpingRate
    case .slipUp, .slipDown, .slippedMonth: .slippedDecimal
    case .otherActor: .mixedActors
    case .otherSource: .sourcesConflict
    case .otherMeasure: .mixedMeasures
    case .mistyped: .printedDiffers
    }
  }

  private static func share(_ number: ExactDecimal, _ share: Double) -> ExactDecimal {
    ExactDecimal(number.approximate * share, places: 1) ?? .zero
  }

  func inject(into series: inout CleanSeries, at index: Int, using random: inout Random) {
    let area = series.value("p\(index)-area")
    let before = series.value("p\(index - 1)-area")
    let after = series.value("p\(index + 1)-area")
    switch self {
    case .swapped:
      let ap = series.value("p\(index)-ap")
      series.set("p\(index)-ap", to: series.value("p\(index)-av"))
      series.set("p\(index)-av", to: ap)
    case .falling: series.set("p\(index)-area", to: before - (after - before).half)
    case .wrongPart:
      series.set("p\(index)-parta", to: area.half + Self.share(area, 0.08))
    case .roundedPart:
      let part = series.value("p\(index)-parta")
      series.set("p\(index)-parta", to: part + ExactDecimal(digits: 1, scale: 1))
    case .kink:
      series.set("p\(index)-area", to: before + Self.share(after - before, 0.03))
    case .slipUp:
      series.set("p\(index)-area", to: area.shifted(by: Int.random(in: 1...3, using: &random)))
    case .slipDown:
      series.set("p\(index)-area", to: area.shifted(by: -Int.random(in: 1...3, using: &random)))
    default: injectWords(into: &series, at: index, area, using: &random)
    }
  }

  private func injectWords(
    into series: inout CleanSeries, at index: Int, _ area: ExactDecimal,
    using random: inout Random
  ) {
    guard var claim = series["p\(index)-area"] else { return }
    switch self {
    case .slippedMonth:
      let growth = series.value("p\(index + 1)-area") - area
      claim.id = "p\(index)-month"
      claim.periodFrom = claim.scope.asOf.flatMap {
        CalendarDate(year: $0.year, month: $0.month, day: 1)
      }
      claim.value = growth.shifted(by: Int.random(in: 2...3, using: &random))
      claim.printed = claim.value?.description ?? ""
      series.claims.append(claim)
    case .otherActor: series["p\(index)-area"]?.scope.actors = ["army"]
    case .otherSource:
      claim.id = "p\(index)-elsewhere"
      claim.source = ClaimSource(key: "elsewhere", title: "elsewhere")
      claim.value = area + Self.share(area, 0.07)
      claim.printed = claim.value?.description ?? ""
      claim.series = nil
      claim.sameAs = ["p\(index)-area"]
      series.claims.append(claim)
    case .otherMeasure:
      series["p\(index)-items"]?.measure = Measure(code: "items_cleared") ?? claim.measure
    default: series["p\(index)-area"]?.printed = "\(area + ExactDecimal(10))"
    }
  }
}
