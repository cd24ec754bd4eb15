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

  private static func check(of release: String) -> EnvironmentCheck {
    var check = EnvironmentCheck(key: RecordKey(id: release))
    check.release = release
    check.isErosionSeen = false
    return check
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
    book.teams = [Team(key: RecordKey(organisation: "O", id: "K1"))]
    book.teamDays = [teamDay("K1", task: "T1")]
    book.contributions = [ContributionKind.received, .spent].map { kind in
      Contribution(
        key: RecordKey(id: "G1"), kind: kind, donor: "Fund", amount: ExactDecimal(5),
        currency: "EUR")
    }
    book.contributions[0].tasks = ["T1"]
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
    ("LR80", { $0.accidents = [accident(layer: .land)] }),
    ("LR81", { $0.accidents = [accident(layer: nil, near: 12)] }),
    ("LR82", { $0.take([], [("V1", "A9", .killed, "2024-03-01")]) }),
    ("LR83", { $0.take([("A1", 0)], [("V1", "A1", .killed, "2024-03-01")]) }),
    ("LR84", { $0.take([("A1", 1)], [("V1", "A1", .killed, "2024-03-02")]) }),
    ("LR85", { $0.checkedRecords = [checked(found: 11, verdict: .partly, metres: 400)] }),
    ("LR86", { $0.checkedRecords = [checked(found: 10, verdict: .accurate, metres: 101)] }),
    ("IN01", { $0.figureDoubts = doubts([("w", 4), ("m", 4), ("g", 1), ("b", 1), ("", 11)]) }),
    ("IN02", { $0.figureDoubts = doubts([("", 9)], months: 12, year: 100) }),
    ("IN03", { $0.figureDoubts = doubts([("w", 4), ("w", 5)]) }),
    ("TM01", { $0.teamDays.append(teamDay("K9", task: "T1")) }),
    ("TM01", { $0.teamDays.append(teamDay("K1", task: "T9")) }),
    ("TM02", { book in book.teamDays = (0..<40).map { teamDay("K1", task: "T1", id: "\($0)") } }),
    (
      "TM03",
      {
        var month = teamDay("K1", task: "T1", id: "")
        (month.from, month.days) = (CalendarDate(year: 2024, month: 1, day: 1) ?? month.from, .zero)
        $0.teamDays.append(month)
      }
    ),
    ("CN01", { $0.contributions[0].tasks = ["T1", "T9"] }),
    ("CN01", { $0.contributions[0].districts = ["Terter"] }),
    ("CN02", { $0.contributions[1].amount = ExactDecimal(6) }),
    (
      "EN01",
      {
        $0.releases.append(release("R2", metres: 1))
        $0.environmentChecks = [check(of: "R2")]
      }
    ),
    ("EN02", { $0.environmentChecks = [check(of: "R1"), check(of: "R9")] }),
  ]

  private static var day5: CalendarDate {
    guard let day = CalendarDate("2024-01-05") else { preconditionFailure("it is a day") }
    return day
  }

  private static func teamDay(_ team: String, task: String, id: String = "") -> TeamDay {
    let day = day5
    var row = TeamDay(organisation: "O", team: team, from: day, to: day, days: ExactDecimal(1))
    (row.task, row.id) = (task, id)
    return row
  }

  /// What figures of a month in one district say against each other, or a year beside its months.
  private static func doubts(
    _ figures: [(group: String, value: Int64)], months: Int = 1, year: Int64? = nil
  ) -> [FigureDoubt] {
    var all: [Indicator] = []
    func add(_ group: String, _ value: Int64, _ name: String) {
      guard let days = Period(named: name), let from = days.from, let to = days.to else { return }
      var figure = Indicator(
        actor: "A", code: "c", from: from, to: to, value: ExactDecimal(value))
      figure.sex = ["w", "g"].contains(group) ? .female : group.isEmpty ? nil : .male
      figure.ageGroup = ["w", "m"].contains(group) ? .adult : group.isEmpty ? nil : .child
      all.append(figure)
    }
    for month in 1...months {
      for (group, value) in figures { add(group, value, "2024-\(month < 10 ? "0" : "")\(month)") }
    }
    if let year { add("", year, "2024") }
    return IndicatorAccount(all, codes: .none, places: { [$0] }).doubts
  }

  @Test(arguments: slips.indices)
  func theRuleFiresAndNoOther(index: Int) {
    var book = Self.good
    Self.slips[index].slip(&book)
    #expect(BookRules.judge(book).map(\.rule) == [Self.slips[index].code])
  }

  @Test func everyRuleHasASlip() {
    #expect(Set(BookRules.all.map { $0.rule.code }) == Set(Self.slips.map(\.code)))
  }

  private static func accident(layer: Layer?, near: Double? = nil) -> AccidentFact {
    var ground = GroundOfAccident(state: layer == nil ? .suspected : .cleared)
    ground.layer = layer
    let release = QuestionedRelease(
      key: RecordKey(id: "R1"), kind: .cleared, date: CalendarDate("2024-01-01"),
      metres: near ?? 0)
    if layer != nil { ground.releases = [release] }
    if near != nil { ground.near = [release] }
    guard let day = CalendarDate("2024-03-01") else { preconditionFailure("there is that day") }
    return AccidentFact(
      record: "accident A1", date: day,
      position: Position(x: 1, y: 2), accuracyMetres: nil, ground: ground)
  }

  private static func checked(
    found: Int, verdict: RecordVerdict, metres: Double
  ) -> CheckedRecord {
    var record = MinefieldRecord(key: RecordKey(id: "M1"))
    record.verdict = verdict
    record.recordedQuantity = 10
    record.foundQuantity = found
    record.displacementMetres = metres
    return CheckedRecord(record: record, found: nil)
  }

  @Test func aGoodBookFallsUnderNoRule() {
    #expect(BookRules.judge(Self.good).isEmpty)
    #expect(BookRules.judge(BookFacts()).isEmpty)
  }
}

extension BookFacts {
  /// Accidents of 2024-03-01 with how many they killed, and victims that name them.
  fileprivate mutating func take(
    _ accidents: [(id: String, killed: Int)],
    _ victims: [(id: String, accident: String, outcome: VictimOutcome, date: String)]
  ) {
    accidentRecords = accidents.map { id, killed in
      var accident = Accident(key: RecordKey(id: id))
      accident.date = CalendarDate("2024-03-01")
      accident.killed = killed
      return accident
    }
    victimLinks = VictimLinks(
      accidents: accidentRecords,
      victims: victims.map { id, accident, outcome, date in
        var victim = Victim(key: RecordKey(id: id), outcome: outcome)
        victim.accident = accident
        victim.date = CalendarDate(date)
        return victim
      })
  }
}
