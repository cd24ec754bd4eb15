import Testing

@testable import LandRelease

/// What posting did to the ground, and polygons that two records share.
@Suite struct GroundRuleTests {
  private static func metres(_ count: Int64) -> Area { Area(squareCentimetres: count * 10_000) }

  static let slips: [(code: String, ground: EventGround)] = [
    ("LR50", ground(.release) { $0.outside = metres(1_001) }),
    ("LR52", ground(.release) { $0.repeatedByOther = metres(101) }),
    (
      "LR54",
      ground(.hazard) {
        $0.givenUp = metres(101)
        $0.isEnded = true
      }
    ),
    ("LR55", ground(.hazard) { $0.givenUp = metres(101) }),
  ]

  private static func ground(
    _ type: EventReference.RecordType, _ change: (inout EventGround) -> Void
  ) -> EventGround {
    var ground = EventGround(type)
    ground.whole = metres(10_000)
    change(&ground)
    return ground
  }

  @Test(arguments: slips.indices)
  func theRuleFiresAndNoOther(index: Int) {
    let findings = GroundRules.judge(Self.slips[index].ground) { "hazard H" }
    #expect(findings.map(\.rule) == [Self.slips[index].code])
  }

  @Test func everyRuleHasASlip() {
    #expect(Set(GroundRules.all.map { $0.rule.code }) == Set(Self.slips.map(\.code)))
  }

  @Test func bordersDrawnTwiceAreNoFault() {
    for type in [EventReference.RecordType.hazard, .release] {
      let ground = Self.ground(type) {
        $0.outside = Self.metres(100)
        $0.repeatedByOther = Self.metres(100)
        $0.givenUp = Self.metres(100)
      }
      #expect(GroundRules.judge(ground) { "x" }.isEmpty)
    }
  }

  private func record(
    _ id: String, _ date: String, task: String? = nil, work: String = "cleared", counts: Bool = true
  ) -> PolygonTwins.Record {
    PolygonTwins.Record(
      type: .release, key: RecordKey(id: id), date: CalendarDate(date), work: work, task: task,
      counts: counts)
  }

  private func codes(_ first: PolygonTwins.Record, _ second: PolygonTwins.Record) -> [String] {
    let twins = PolygonTwins(first: first, second: second, area: Self.metres(1))
    return [ResubmittedForm.judge(twins), DuplicatePolygon.judge(twins)].compactMap { $0?.rule }
  }

  @Test func aFormThatCameTwiceIsToldFromAPolygonThatWasCopied() {
    let first = record("R1", "2024-01-01")
    #expect(codes(first, record("R2", "2024-01-01")) == ["LR59"])
    #expect(codes(first, record("R2", "2024-02-01")) == ["LR58"])
  }

  @Test func oneGroundForOneTaskOrOtherWorkIsNoFault() {
    let first = record("R1", "2024-01-01", task: "T")
    #expect(codes(first, record("R2", "2024-02-01", task: "T")).isEmpty)
    #expect(codes(first, record("R2", "2024-01-01", work: "cancelled")).isEmpty)
    #expect(codes(first, record("R2", "2024-01-01", counts: false)).isEmpty)
    #expect(codes(first, first).isEmpty)
  }
}
