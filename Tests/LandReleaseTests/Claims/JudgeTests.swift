import LandRelease
import Testing

struct JudgeTests {
  private func claim(_ value: String, _ qualifier: Qualifier) throws -> Claim {
    try claims("A-1 | area_cleared | \(value) | ha | \(qualifier.rawValue) | 2024-05-31")[0]
  }

  private func figures(_ net: String, high: String? = nil) throws -> ComputedFigures {
    let net = try #require(ExactDecimal(net))
    return ComputedFigures(
      measure: try #require(Measure(code: "area_cleared")), unit: "ha",
      bases: [.init("net", net), .init("gross", net + ExactDecimal(50))], low: net, records: net,
      high: high.flatMap { ExactDecimal($0) } ?? net)
  }

  @Test(arguments: [
    ("119946", Qualifier.exact, "119946.4", Verdict.agrees),
    ("119946.1", .exact, "119946.13", .agrees),
    ("119946", .exact, "119946.6", .claimBelow),
    ("31600", .exact, "31580", .withinRounding),
    ("31600", .exact, "31547", .claimAbove),
    ("140000", .exact, "136000", .claimAbove),
    ("140000", .some, "136000", .withinQualifier),
    ("140000", .some, "145000.01", .claimBelow),
    ("25000", .over, "25999", .withinQualifier),
    ("25000", .over, "26001", .understated),
    ("25000", .over, "24999", .claimAbove),
    ("500", .upTo, "20", .withinQualifier),
  ])
  func comparesNumbers(
    _ value: String, _ qualifier: Qualifier, _ net: String, _ expected: Verdict
  ) throws {
    let judgement = judge(try claim(value, qualifier), computed: try figures(net))
    #expect(judgement.headline == expected)
    #expect(judgement.headlineBasis == "net")
    #expect(!judgement.reasons.isEmpty)
  }

  @Test func reachableNeedsUnplacedOrStatedArea() throws {
    let some = try claim("140000", .some)
    #expect(judge(some, computed: try figures("90000", high: "136000")).headline == .reachable)
    #expect(judge(some, computed: try figures("90000", high: "134000")).headline == .claimAbove)
    #expect(judge(some, computed: try figures("150000", high: "190000")).headline == .claimBelow)
  }

  @Test func theBasisTheClaimNamesHasTheHeadline() throws {
    var named = try claim("150", .exact)
    named.basis = "gross"
    let judgement = judge(named, computed: try figures("100"))
    #expect(judgement.headline == .agrees)
    #expect(judgement.bases.map(\.verdict) == [.claimAbove, .agrees])
    #expect(judgement.bases[0].difference == ExactDecimal(50))
    #expect(judgement.bases[0].percentOfClaim.map { Int($0.rounded()) } == 33)
    named.basis = "handed over"
    #expect(judge(named, computed: try figures("100")).headline == .measureDiffers)
    named.basis = nil
    let silent = judge(named, computed: try figures("100"))
    #expect(silent.headline == .claimAbove)
    #expect(silent.reasons.contains { $0.contains("Counted by gross") })
  }

  @Test func scopeAndMeasureComeBeforeNumbers() throws {
    var wide = try claim("100", .exact)
    wide.scope.districts = ["Nowhere"]
    wide.scope.actors = ["Army"]
    var figures = try figures("100")
    figures.scope.districts = ["Somewhere"]
    figures.scope.actors = ["agency", "army"]
    figures.scope.lastRecord = CalendarDate("2024-03-01")
    let judgement = judge(wide, computed: figures)
    #expect(judgement.headline == .scopeDiffers)
    #expect(judgement.reasons.count == 2)
    #expect(judgement.reasons[0].contains("Nowhere"))
    #expect(judgement.reasons[1].contains("2024-03-01"))
    figures.measure = try #require(Measure(code: "area_released"))
    #expect(judge(wide, computed: figures).headline == .measureDiffers)
  }

  @Test func aPartByLandUseIsNotHeldAgainstTheWhole() throws {
    var part = try claim("100", .exact)
    part.landUse = "farming"
    part.split = "land_use"
    let judgement = judge(part, computed: try figures("100"))
    #expect(judgement.headline == .scopeDiffers)
    #expect(judgement.bases.map(\.verdict) == [.scopeDiffers, .scopeDiffers])
    #expect(judgement.reasons.first?.contains("farming") == true)
  }

  @Test func whatNoBookKeepsIsNotEvidenced() throws {
    var claim = try claim("100", .exact)
    #expect(judge(claim, computed: nil).headline == .notEvidenced)
    #expect(judge(claim, computed: nil, conflictsWith: ["B-1"]).headline == .sourcesConflict)
    claim.value = nil
    #expect(judge(claim, computed: try figures("100")).headline == .notEvidenced)
  }

  @Test func anInitialEstimateIsAtMostIndicative() throws {
    var estimate = try claim("140000", .exact)
    estimate.isInitialEstimate = true
    let judgement = judge(estimate, computed: try figures("136000"))
    #expect(judgement.headlineText == "indicative, within qualifier")
    #expect(!judge(estimate, computed: try figures("100000")).isIndicative)
  }

  @Test func theBridgeEndsAtTheClaim() throws {
    var figures = try figures("100", high: "180")
    figures.bridge = [
      .init("net cleared", ExactDecimal(100)), .init("again", ExactDecimal(20)),
      .init("declared minus measured", ExactDecimal(-5)), .init("unplaced", ExactDecimal(30)),
      .init("statements", ExactDecimal(35)),
    ]
    let bridge = try #require(judge(try claim("200", .exact), computed: figures).bridge)
    #expect(bridge.steps.map(\.runningTotal.plain) == ["100", "120", "115", "145", "180", "200"])
    #expect(bridge.rest == ExactDecimal(20))
    #expect(bridge.steps.last?.label == ClaimBridge.restLabel)
  }
}
