import LandRelease
import Testing

struct ClaimIntervalTests {
  @Test(arguments: [
    ("140000", "140,000", "some", "[135,000, 145,000]"),
    ("140000", "140,000", "about", "[135,000, 145,000]"),
    ("140000", "140,000", "roughly", "[135,000, 145,000]"),
    ("119946", "119,946", "exact", "[119,945.5, 119,946.5]"),
    ("106938.1", "106,938.1", "exact", "[106,938.05, 106,938.15]"),
    ("53100", "53.1 thousand", "exact", "[53,050, 53,150]"),
    ("25000", "25,000", "over", "[25,000, up)"),
    ("189", "189", "nearly", "(188, 189]"),
    ("140000", "140,000", "nearly", "(130,000, 140,000]"),
    ("500", "500", "up_to", "(0, 500]"),
    ("25", "25", "only", "[24.5, 25.5]"),
    ("60", "60", "mostly", "(30, 60]"),
    ("358", "358", "including", "[357.5, up)"),
  ])
  func followsTheQualifier(
    _ value: String, _ printed: String, _ word: String, _ expected: String
  ) throws {
    let figure = PrintedFigure(value: try #require(ExactDecimal(value)), printed: printed)
    let qualifier = try #require(Qualifier(word: word))
    #expect(ClaimInterval(figure: figure, qualifier: qualifier)?.description == expected)
  }

  @Test func anInitialEstimateCountsAsSome() {
    let figure = PrintedFigure(value: ExactDecimal(1_500_000), printed: "1.5 million")
    let interval = ClaimInterval(figure: figure, qualifier: .exact, isInitialEstimate: true)
    #expect(interval == ClaimInterval(figure: figure, qualifier: .some))
    #expect(ClaimInterval(figure: figure, qualifier: .unquantified) == nil)
  }

  @Test func endsCountOnlyWhereIncluded() throws {
    let figure = PrintedFigure(value: ExactDecimal(189), printed: "189")
    let nearly = try #require(ClaimInterval(figure: figure, qualifier: .nearly))
    #expect(nearly.isAbove(ExactDecimal(188)) && nearly.contains(ExactDecimal(189)))
    let upTo = try #require(ClaimInterval(figure: figure, qualifier: .upTo))
    #expect(!upTo.contains(.zero) && upTo.isBelow(ExactDecimal(190)))
    #expect(!nearly.meets(ClaimInterval(from: .zero, through: ExactDecimal(188))))
    #expect(nearly.meets(ClaimInterval(from: ExactDecimal(189), through: ExactDecimal(200))))
  }

  @Test func overIsUnderstatedOneStepUp() {
    let figure = PrintedFigure(value: ExactDecimal(25_000), printed: "25,000")
    #expect(
      ClaimInterval(figure: figure, qualifier: .over)?.understatedAbove == ExactDecimal(26_000))
  }
}
