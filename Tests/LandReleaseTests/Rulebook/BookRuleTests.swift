import GeometryValues
import Testing

@testable import LandRelease

/// Each rule about records beside each other fires where it should, and on a good book none does.
@Suite struct BookRuleTests {
  private static func hazard(
    _ id: String, _ date: String, status: HazardStatus? = nil, class kind: HazardClass = .confirmed,
    metres: Int64 = 10_000, recordedAt: String? = nil, district: String? = "D1",
    isSuperseded: Bool = false
  ) -> BookFacts.HazardMoment {
    var hazard = Hazard(
      key: RecordKey(id: id), hazardClass: kind, status: status, contamination: .ap,
      date: CalendarDate(date), recordedAt: recordedAt, district: district, source: "survey")
    hazard.reportedArea = ReportedArea(asTyped: Area(squareCentimetres: metres * 10_000))
    return BookFacts.HazardMoment(
      Stored(version: 1, content: hazard, recordedAt: "", contentHash: "", measuredArea: nil),
      isSuperseded: isSuperseded)
  }

  private static func release(
    _ id: String, metres: Int64 = 10_000, operatorName: String = "Alpha",
    hazards: [String] = ["H1"],
    task: String? = "T1", counts: [DeviceCategory: Int] = [:], hasPolygon: Bool = true
  ) -> BookFacts.ReleaseMoment {
    var release = Release(
      key: RecordKey(id: id), kind: .cleared, activity: .clearance,
      date: CalendarDate("2024-01-01"), district: "D1", hazards: hazards, task: task,
      operatorName: operatorName, depthCentimetres: 20)
    let area = Area(squareCentimetres: metres * 10_000)
    release.reportedArea = ReportedArea(asTyped: area)
    return BookFacts.ReleaseMoment(
      Stored(
        version: 1, content: release, recordedAt: "", contentHash: "",
        measuredArea: hasPolygon ? area : nil), counts: counts)
  }

  private static func task(_ id: String, status: String = "ongoing") -> LandTask {
    var task = LandTask(key: RecordKey(id: id))
    task.hazards = ["H1"]
    task.operatorName = "Alpha"
    task.status = status
    return task
  }

  private static func device(_ id: String, release: String = "R1", quantity: Int = 1) -> Device {
    var device = Device(key: RecordKey(id: id), category: .apMine, quantity: quantity)
    device.release = release
    device.date = CalendarDate("2024-01-01")
    device.model = "PMN"
    device.district = "D1"
    return device
  }

  static var good: BookFacts {
    var book = BookFacts()
    book.districtNames = ["d1", "agdam"]
    book.hazards = [hazard("H1", "2022-01-01"), hazard("H1", "2023-01-01", status: .workedOn)]
    book.releases = [release("R1", metres: 4_000, counts: [.apMine: 3])]
    book.tasks = [task("T1")]
    book.devices = [device("X1"), device("X2", quantity: 2)]
    book.victims = [RecordKey(id: "V1")]
    book.minefieldRecords = [RecordKey(id: "M1")]
    return book
  }

  static let slips: [(code: String, slip: @Sendable (inout BookFacts) -> Void)] = [
    (
      "GC14",
      {
        $0.devices = [device("X1"), device("X2"), device("X3")]
      }
    ),
    ("GC15", { $0.hazards.append(hazard("h1", "2022-01-01")) }),
    ("GC15", { $0.victims.append(RecordKey(id: "V1 ")) }),
    (
      "LR39",
      { $0.hazards.append(hazard("H2", "2020-01-01", recordedAt: "2022-01-01T00:00:00Z")) }
    ),
    ("LR40", { $0.hazards[0].hasSource = false }),
    ("LR41", { $0.releases.append(release("R2", metres: 1, operatorName: "ALPHA ")) }),
    ("LR51", { $0.releases.append(release("R2", metres: 10_200, hasPolygon: false)) }),
    (
      "LR53",
      {
        $0.tasks = [task("T1", status: "Completed")]
        $0.releases[0].area = Area(squareCentimetres: 100_000_000)
      }
    ),
    (
      "LR56",
      {
        $0.hazards = [
          hazard("H1", "2022-01-01", status: .closed), hazard("H1", "2023-01-01", status: .open),
        ]
      }
    ),
    (
      "LR57",
      {
        $0.displaced = [
          BookFacts.Displaced(
            record: "hazard H1", district: "D1", inside: .zero,
            whole: Area(squareCentimetres: 100))
        ]
      }
    ),
    ("LR61", { $0.releases[0].counts = [.apMine: 4] }),
    ("LR62", { $0.tasks.append(task("T2", status: "completed")) }),
    ("LR63", { $0.hazards.append(hazard("H1", "2023-01-01", isSuperseded: true)) }),
    ("LR64", { $0.hazards.append(hazard("H1", "2024-01-01", metres: 20_001)) }),
    ("LR65", { $0.hazards.append(hazard("H1", "2024-01-01", class: .suspected)) }),
    ("LR66", { $0.hazards[0].district = "Terter" }),
    ("LR67", { $0.devices.append(device("X3", release: "R9")) }),
  ]

  @Test(arguments: slips.indices)
  func theRuleFiresAndNoOther(index: Int) {
    var book = Self.good
    Self.slips[index].slip(&book)
    #expect(BookRules.judge(book).map(\.rule) == [Self.slips[index].code])
  }

  @Test func everyRuleHasASlip() {
    #expect(Set(BookRules.all.map { $0.rule.code }) == Set(Self.slips.map(\.code)))
  }

  @Test func aGoodBookFallsUnderNoRule() {
    #expect(BookRules.judge(Self.good).isEmpty)
    #expect(BookRules.judge(BookFacts()).isEmpty)
  }
}
