import GeometryValues
import Testing

@testable import LandRelease

/// Each rule about one record fires where it should, and on a good record none does.
@Suite struct RecordRuleTests {
  private static let today = day("2025-06-30")

  private static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure(text) }
    return day
  }

  private static func area(_ metres: Int64) -> Area { Area(squareCentimetres: metres * 10_000) }

  /// A cleared hectare as a form gives it.
  static var good: RecordFacts {
    var facts = RecordFacts(.release, today: today)
    facts.date = day("2024-03-04")
    facts.approvedOn = day("2024-03-20")
    facts.handedOverOn = day("2024-04-02")
    facts.recordedOn = day("2024-03-21")
    facts.typedArea = area(10_000)
    facts.reportedArea = area(10_000)
    facts.measuredArea = area(10_050)
    facts.districtArea = area(900_000_000)
    facts.nationArea = area(9_000_000_000)
    facts.largestCount = 12
    facts.itemCount = 15
    facts.depthCentimetres = 20
    facts.releaseKind = .cleared
    facts.review = .accepted
    var shape = ShapeFacts()
    shape.vertexCount = 4
    shape.fewestVertices = 4
    shape.longestLeg = 100
    shape.leverage = 80_000
    facts.shape = shape
    return facts
  }

  /// Rule -> what makes a good record fall under it, and under no other.
  static let slips: [(code: String, slip: @Sendable (inout RecordFacts) -> Void)] = [
    ("GC02", { $0.shape?.fewestVertices = 2 }),
    (
      "GC03",
      {
        $0.partOverlap = area(10_000)
        $0.hasTwinParts = true
      }
    ),
    ("GC06", { $0.shape?.repeatedVertices = 1 }),
    ("GC09", { $0.repeatedPoints = 1 }),
    ("GC12", { $0.shape?.longestLeg = 5_001 }),
    ("GC13", { $0.partOverlap = area(91) }),
    (
      "LR20",
      {
        $0.date = day("2204-03-04"); $0.approvedOn = nil; $0.handedOverOn = nil
      }
    ),
    ("LR20", { $0.revokedOn = day("2025-07-01") }),
    ("LR21", { $0.date = day("1924-03-04") }),
    ("LR21", { $0.evidenceDate = day("0024-03-04") }),
    ("LR22", { $0.approvedOn = day("2023-12-31") }),
    ("LR23", { $0.handedOverOn = day("2023-12-31") }),
    ("LR24", { $0.revokedOn = day("2024-01-01") }),
    (
      "LR25",
      {
        $0.start = day("2024-02-02"); $0.end = day("2024-02-01")
      }
    ),
    ("LR26", { $0.evidenceDate = day("2024-03-05") }),
    (
      "LR27",
      {
        $0.date = day("2024-11-05")
        $0.approvedOn = day("2024-05-20")
        $0.handedOverOn = nil
        $0.recordedOn = nil
      }
    ),
    ("LR28", { $0.recordedOn = day("2024-03-01") }),
    (
      "LR30",
      {
        $0.reportedArea = area(13_000); $0.typedArea = area(13_000)
      }
    ),
    (
      "LR31",
      {
        $0.reportedArea = area(899_000_000); $0.typedArea = area(899_000_000)
      }
    ),
    (
      "LR31",
      {
        $0.reportedArea = area(9_900_000_000); $0.typedArea = area(9_900_000_000)
      }
    ),
    (
      "LR32",
      {
        $0.reportedArea = area(49); $0.typedArea = area(49)
      }
    ),
    ("LR33", { $0.largestCount = 100_001 }),
    ("LR33", { $0.itemCount = 10_051 }),
    ("LR34", { $0.depthCentimetres = 0.2 }),
    ("LR34", { $0.depthCentimetres = 1_300 }),
    (
      "LR35",
      {
        $0.shape?.spikes = 1
        $0.shape?.spikeAt = Position(x: 45, y: 40)
      }
    ),
    (
      "LR36",
      {
        $0.shape?.jumpAt = Position(x: 45, y: 41)
        $0.shape?.longestLeg = 110_000
      }
    ),
    ("LR37", { $0.shape?.nullAt = Position(x: 0, y: 0) }),
    ("LR38", { $0.shape?.isCircle = true }),
  ]

  @Test(arguments: slips.indices)
  func theRuleFiresAndNoOther(index: Int) {
    var facts = Self.good
    Self.slips[index].slip(&facts)
    let findings = RecordRules.judge(facts, name: "release R")
    #expect(findings.map(\.rule) == [Self.slips[index].code])
    #expect(findings.allSatisfy { $0.message.hasPrefix("release R ") && !$0.remedy.isEmpty })
  }

  @Test func everyRuleHasASlip() {
    #expect(Set(RecordRules.all.map { $0.rule.code }) == Set(Self.slips.map(\.code)))
  }

  @Test func aGoodRecordFallsUnderNoRule() {
    #expect(RecordRules.judge(Self.good, name: "release R").isEmpty)
  }

  @Test(arguments: [
    RecordFacts.Kind.district, .hazard, .release, .task, .device, .victim, .minefieldRecord,
    .statement,
  ])
  func whatIsNotGivenIsNoFault(kind: RecordFacts.Kind) {
    #expect(RecordRules.judge(RecordFacts(kind, today: Self.today), name: "x").isEmpty)
  }

  @Test func aSlipOfTheYearIsNamed() {
    var facts = Self.good
    facts.approvedOn = nil
    facts.handedOverOn = nil
    facts.date = Self.day("2204-03-04")
    #expect(FutureDate.judge(facts)?.message.hasSuffix("it looks like 2024") == true)
    facts.date = Self.day("2025-11-04")
    #expect(FutureDate.judge(facts)?.message.contains("it is 2025-04-11") == true)
    facts.date = Self.day("1924-03-04")
    #expect(EarlyDate.judge(facts)?.message.hasSuffix("it looks like 2024") == true)
  }
}
