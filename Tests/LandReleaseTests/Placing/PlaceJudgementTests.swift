import LandRelease
import Testing

/// One reading of coordinates is chosen only where nothing else explains them as well.
struct PlaceJudgementTests {
  private func judge(
    _ records: Int, _ placed: Int, _ scores: [(placed: Int, rank: Int)]
  ) -> PlaceJudgement {
    PlaceJudgement.of(
      records: records, placedAsStated: placed,
      trials: scores.map { PlaceJudgement.Score(placed: $0.placed, rank: $0.rank) })
  }

  @Test func moreThanATenthInPlaceIsInPlace() {
    #expect(judge(100, 11, [(100, 0)]) == .inPlace)
    #expect(judge(100, 10, [(100, 0)]) == .one(0))
    #expect(judge(0, 0, [(0, 0)]) == .inPlace)
    #expect(judge(1, 1, [(1, 0)]) == .inPlace)
  }

  @Test func aReadingMustPlaceFourFifths() {
    #expect(judge(100, 0, [(79, 0)]) == .unexplained)
    #expect(judge(100, 0, [(80, 0)]) == .one(0))
    #expect(judge(1, 0, []) == .unexplained)
  }

  @Test func theNearestReadingComesFirst() {
    #expect(judge(10, 0, [(10, 1), (9, 0)]) == .one(1))
    #expect(judge(10, 0, [(10, 1), (7, 0)]) == .one(0))
  }

  @Test func twoThatFitAreBothNamedAndNoneIsChosen() {
    #expect(judge(10, 0, [(8, 0), (10, 0), (10, 1)]) == .several([1, 0]))
    #expect(judge(1, 0, [(1, 0), (1, 0)]) == .several([0, 1]))
  }

  @Test(
    arguments: [
      ("all", .made(Set(CoordinateSlip.allCases))), ("none", .never), ("swap", .made([.swap])),
      ("Swap,zone", .made([.swap, .zone])), ("hazards", nil), ("swap,hazards", nil), (",", nil),
    ] as [(String, CoordinateFixes?)])
  func whatFollowsFix(text: String, fixes: CoordinateFixes?) {
    #expect(CoordinateFixes(text) == fixes)
  }

  @Test func everySlipHasARule() {
    let codes = PlaceRules.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for slip in CoordinateSlip.allCases { #expect(codes.contains(slip.rule)) }
    #expect(codes.allSatisfy { $0 >= "RD40" && $0 <= "RD49" })
  }
}
