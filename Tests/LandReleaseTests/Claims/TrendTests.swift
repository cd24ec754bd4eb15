import Testing

@testable import LandRelease

struct TrendTests {
  private func computed(_ years: [Int]) throws -> ComputedFigures {
    var figures = ComputedFigures(
      measure: try #require(Measure(code: "victims")), unit: "persons", bases: [])
    figures.years = years.enumerated().map {
      YearFigure(year: 2021 + $0, value: ExactDecimal(Int64($1)))
    }
    return figures
  }

  @Test(arguments: [
    ("steady_increase", [1, 2, 3], Verdict.agrees), ("steady_increase", [1, 2], .agrees),
    ("steady_increase", [1, 3, 2], .claimAbove), ("steady_increase", [1, 1, 2], .claimAbove),
    ("steady_increase", [3, 2, 1], .claimAbove), ("increase", [1, 3, 2], .withinQualifier),
    ("increase", [1, 2, 3], .agrees), ("increase", [2, 3, 2], .claimAbove),
    ("steady_decrease", [3, 2, 1], .agrees), ("steady_decrease", [3, 1, 2], .claimBelow),
    ("decrease", [3, 1, 2], .withinQualifier), ("decrease", [1, 2], .claimBelow),
    ("steady_increase", [5], .notEvidenced), ("increase", [], .notEvidenced),
  ])
  func isHeldAgainstYears(_ qualifier: String, _ years: [Int], _ expected: Verdict) throws {
    let claim = try claims("S-1 | victims | | persons | \(qualifier) | ")[0]
    let judgement = judge(claim, computed: try computed(years))
    #expect(judgement.headline == expected)
    #expect(judgement.years.count == years.count)
    #expect(!judgement.reasons.isEmpty && judgement.interval == nil)
  }

  @Test func theSentenceNamesEveryYearAndHowManyStepsRose() throws {
    let claim = try claims("S-1 | victims | | persons | steadily rising | ")[0]
    let judgement = judge(claim, computed: try computed([120, 85, 95]))
    #expect(
      judgement.reasons.first
        == "From year to year it rose in 1 of 2 steps, of whole years alone: 2021: 120, 2022: 85, 2023: 95."
    )
  }

  @Test func scopeAndMeasureComeFirst() throws {
    let claim = try claims(
      "S-1 | victims | | persons | increase | 2024-05-31 | district=Elsewhere")[0]
    var figures = try computed([1, 2])
    figures.scope.districts = ["D1"]
    #expect(judge(claim, computed: figures).headline == .scopeDiffers)
    #expect(judge(claim, computed: nil).headline == .notEvidenced)
    figures.scope.districts = nil
    figures.unit = "items"
    #expect(judge(claim, computed: figures).headline == .measureDiffers)
  }
}
