import GeometryValues
import LandRelease

/// The rows of a random book.
extension RandomBook {
  mutating func addVersions(of id: String, org: String) {
    var ground = shape()
    var types = hazardTypes()
    for number in 0..<dice.whole(1...4) {
      var hazard = Hazard(key: RecordKey(organisation: org, id: id), date: day())
      hazard.hazardClass = dice.one(of: [.suspected, .confirmed])
      if number > 0, dice.once(in: 3) { types = hazardTypes() }
      hazard.contamination = types
      if dice.once(in: number == 0 ? 12 : 40) { hazard.date = nil }
      if number > 0 || dice.once(in: 10) { change(&hazard) }
      if number > 0, dice.once(in: 2) { ground = shape() }
      if dice.once(in: 10) { hazard.source = dice.one(of: ["S1", "S2"]) }
      hazard.isConfirmedChange = !dice.once(in: 4)
      let isWithoutPolygon = dice.once(in: number > 0 ? 5 : 30)
      hazard.polygon = isWithoutPolygon ? nil : ground
      hazard.recordedAt = moment()
      store(hazard)
      if dice.once(in: 10) {
        hazard.recordedAt = moment()
        hazard.hazardClass = dice.one(of: [.suspected, .confirmed])
        hazard.polygon = shape()
        store(hazard)
      }
    }
  }

  private mutating func hazardTypes() -> ContaminationTypes {
    dice.one(of: [
      .ap, .ap, .av, [.ap, .av], .cmr, [.cmr, .erw], [.ap, .cmr], .ied, .unknown, .unknown,
      [.ap, .unknown], .named,
    ])
  }

  private mutating func change(_ hazard: inout Hazard) {
    switch dice.whole(0...9) {
    case 0: hazard.status = .closed
    case 1: hazard.status = .withdrawn
    case 2:
      hazard.status = .withdrawn
      hazard.reason = "entered twice"
    case 3: hazard.status = dice.one(of: [.open, .suspended])
    default: break
    }
    if dice.once(in: 4) {
      hazard.reopens = dice.one(of: ["R1", "R2", "R3", "H1", "H2", "Q9"])
    }
  }

  mutating func addRelease(_ id: String, org: String) {
    var release = Release(
      key: RecordKey(organisation: org, id: id),
      kind: dice.one(of: [.cleared, .cleared, .reduced, .cancelled]),
      date: dice.once(in: 15) ? nil : day())
    release.activity = dice.one(of: [
      nil, .clearance, .clearance, .technicalSurvey, .nonTechnicalSurvey, .battleAreaClearance,
      .battleAreaClearance, .battleAreaSurface, dice.once(in: 5) ? .spotTask : .roadClearance,
    ])
    release.contamination = dice.one(of: [
      nil, nil, nil, .ap, .ap, .cmr, [.ap, .av], [.ap, .cmr], .erw, .ied, .named, .unknown,
      [.ap, .unknown], [.av, .cmr, .erw, .ied],
    ])
    if dice.once(in: 6) { release.review = dice.one(of: [.draft, .submitted, .rejected]) }
    if dice.once(in: 4) {
      release.review = .revoked
      release.revokedOn = day()
    }
    if dice.once(in: 2) { release.hazards = [dice.one(of: ["H1", "H2", "H3", "Ä4", "H9"])] }
    if dice.once(in: 3) { release.task = dice.one(of: ["T1", "T2", "T3"]) }
    release.operatorName = dice.one(of: ["OP1", "OP1", "OP2", nil])
    release.polygon = dice.once(in: 12) ? nil : shape()
    release.recordedAt = moment()
    store(release)
    if dice.once(in: 12) {
      release.recordedAt = moment()
      release.date = day()
      release.kind = dice.one(of: [.cleared, .reduced, .cancelled])
      store(release)
    }
  }

  mutating func addTasks() {
    for number in 1...2 where dice.once(in: 2) {
      var task = LandTask(key: RecordKey(id: "T\(number)"))
      task.hazards = [dice.one(of: ["H1", "H2", "H9"])]
      tasks.append(task)
    }
    if dice.once(in: 4) {
      var task = LandTask(key: RecordKey(organisation: "Y", id: "T1"))
      task.hazards = ["H1"]
      tasks.append(task)
    }
  }

  /// Boxes with a gap and an overlap, whose borders now and then run along the records' edges,
  /// and a parent that is not posted; or none at all.
  mutating func addDistricts() {
    if dice.once(in: 8) { return }
    let middle = isOnGrid ? Double(dice.whole(1...7)) : dice.real(1...7)
    let overlap = dice.one(of: [0, dice.real(0...1)])
    let boxes = [
      ("D3", RandomShapes.box(-3, -3, middle, 12)),
      ("D1", RandomShapes.box(middle - overlap, -3, dice.real(6...12), 4)),
      ("D2", RandomShapes.box(middle, 4, 12, dice.real(5...12))),
      ("P", RandomShapes.box(-3, -3, 12, 12)),
    ]
    districts = boxes.map {
      let ground = MultiPolygon(rings: [$0.1])
      return District(code: $0.0, name: $0.0, parent: $0.0 == "P" ? nil : "P", polygon: ground)
    }
    if dice.once(in: 4) { districts.append(coast()) }
  }

  /// A district with a ragged border through the records, over the ground of the others.
  private mutating func coast() -> District {
    let border = (0...20).map { (Double($0) * 0.5 - 1, dice.real(2...6)) }
    let ring = border.map { RandomShapes.place($0.0, $0.1) }
    return District(
      code: dice.one(of: ["D0", "E"]), name: "Coast", parent: "P",
      polygon: MultiPolygon(rings: [
        [RandomShapes.place(9, -2), RandomShapes.place(9.5, 3)] + ring.reversed()
          + [RandomShapes.place(-1, -2)]
      ]))
  }
}
