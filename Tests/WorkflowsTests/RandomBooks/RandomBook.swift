import GeometryEngine
import GeometryValues
import LandRelease

/// Some random records of all kinds of events on one small patch.
struct RandomBook {
  var hazards: [Stored<Hazard>] = []
  var releases: [Stored<Release>] = []
  var tasks: [LandTask] = []
  var districts: [District] = []
  private var shapes: [MultiPolygon] = []
  private var dice: SeededDice

  /// The distinct polygons of its records.
  var grounds: [MultiPolygon] { shapes }

  init(seed: Int) {
    dice = SeededDice(UInt64(seed))
    for number in 1...dice.whole(1...4) { addVersions(of: "H\(number)") }
    if dice.once(in: 2) { addVersions(of: "H1", org: "Y") }
    for number in 1...dice.whole(2...7) { addRelease("R\(number)") }
    if dice.once(in: 2) { addRelease("R1", org: "Y") }
    if dice.once(in: 3) { addRelease("R1") }
    for number in 1...2 {
      var task = LandTask(key: RecordKey(id: "T\(number)"))
      task.hazards = [dice.one(of: ["H1", "H2", "H9"])]
      if dice.once(in: 2) { tasks.append(task) }
    }
    addDistricts()
  }

  /// The same records as another order of import would number them.
  func shuffled(seed: Int) -> RandomBook {
    var other = self
    other.dice = SeededDice(UInt64(seed) &+ 1 << 40)
    other.hazards.shuffle(using: &other.dice)
    other.releases.shuffle(using: &other.dice)
    other.tasks.shuffle(using: &other.dice)
    other.districts.shuffle(using: &other.dice)
    for index in other.hazards.indices { other.hazards[index].version = Int64(index + 1) }
    for index in other.releases.indices { other.releases[index].version = Int64(index + 1) }
    return other
  }

  private mutating func shape(ofAtLeast squareMetres: Double = 0) -> MultiPolygon {
    let usable = shapes.filter { GeodesicArea.squareMetres(of: $0) >= squareMetres }
    let full = shapes.count >= 8 && !usable.isEmpty
    let shape = full ? dice.one(of: usable) : RandomShapes.polygon(among: usable, using: &dice)
    if GeodesicArea.squareMetres(of: shape) < squareMetres {
      return self.shape(ofAtLeast: squareMetres)
    }
    if !shapes.contains(shape) { shapes.append(shape) }
    return shape
  }

  private mutating func day() -> CalendarDate? {
    CalendarDate(year: dice.whole(2018...2022), month: dice.one(of: [1, 7]), day: 1)
  }

  /// Mostly a moment of its own; now and then one that another content may share.
  private mutating func moment() -> String {
    let second = dice.once(in: 4) ? 0 : hazards.count * 60 + releases.count
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60)
    let parts = [hours, minutes, seconds].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2023-01-01T\(parts.joined(separator: ":"))Z"
  }

  private mutating func addVersions(of id: String, org: String = "") {
    // Slivers as versions of a hazard have a test of their own.
    var ground = shape(ofAtLeast: 1000)
    for number in 0..<dice.whole(1...4) {
      var hazard = Hazard(key: RecordKey(organisation: org, id: id), date: day())
      hazard.hazardClass = dice.one(of: [.suspected, .confirmed])
      hazard.contamination = dice.one(of: [
        .ap, .ap, [.ap, .cmr], .unknown, [.ap, .unknown], .named, .cmr,
      ])
      if number == 0, dice.once(in: 12) { hazard.date = nil }
      if number > 0 { change(&hazard) }
      if number > 0, dice.once(in: 2) { ground = shape(ofAtLeast: 1000) }
      if dice.once(in: 10) { hazard.source = dice.one(of: ["S1", "S2"]) }
      hazard.isConfirmedChange = !dice.once(in: 4)
      hazard.polygon = number > 0 && dice.once(in: 5) ? nil : ground
      store(hazard)
    }
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
    if dice.once(in: 4) { hazard.reopens = dice.one(of: ["R1", "R2", "R3", "H1", "H2", "Q9"]) }
  }

  private mutating func store(_ hazard: Hazard) {
    var hazard = hazard
    hazard.recordedAt = moment()
    let number = hazards.count + 1
    hazards.append(
      Stored(
        version: Int64(number), content: hazard, recordedAt: hazard.recordedAt ?? "",
        contentHash: "hazard \(number)", measuredArea: hazard.polygon.flatMap(Self.area)))
  }

  private mutating func addRelease(_ id: String, org: String = "") {
    var release = Release(
      key: RecordKey(organisation: org, id: id),
      kind: dice.one(of: [.cleared, .cleared, .reduced, .cancelled]),
      date: dice.once(in: 15) ? nil : day())
    release.activity = dice.one(of: [
      nil, .clearance, .clearance, .technicalSurvey, .battleAreaClearance, .battleAreaSurface,
      dice.once(in: 5) ? .spotTask : .roadClearance,
    ])
    release.contamination = dice.one(of: [nil, .ap, .ap, .cmr, [.ap, .cmr], .named])
    if dice.once(in: 6) { release.review = dice.one(of: [.draft, .submitted, .rejected]) }
    if dice.once(in: 4) {
      release.review = .revoked
      release.revokedOn = day()
    }
    if dice.once(in: 2) { release.hazards = [dice.one(of: ["H1", "H2", "H3", "H9"])] }
    if dice.once(in: 3) { release.task = dice.one(of: ["T1", "T2", "T3"]) }
    release.operatorName = dice.one(of: ["OP1", "OP2"])
    release.polygon = dice.once(in: 12) ? nil : shape()
    release.recordedAt = moment()
    let number = releases.count + 1
    releases.append(
      Stored(
        version: Int64(number), content: release, recordedAt: release.recordedAt ?? "",
        contentHash: "release \(number)", measuredArea: release.polygon.flatMap(Self.area)))
  }

  /// Boxes with a gap and an overlap, and a parent that is not posted.
  private mutating func addDistricts() {
    let middle = dice.real(1...7)
    let boxes = [
      ("D3", RandomShapes.box(-3, -3, middle, 12)),
      ("D1", RandomShapes.box(middle - dice.real(0...1), -3, 6, 4)),
      ("D2", RandomShapes.box(middle, 4, 12, dice.real(5...12))),
    ]
    districts = boxes.map {
      District(code: $0.0, name: $0.0, parent: "P", polygon: MultiPolygon(rings: [$0.1]))
    }
  }

  private static func area(_ ground: MultiPolygon) -> Area? {
    Area(squareMetres: GeodesicArea.squareMetres(of: ground)).flatMap { $0 > .zero ? $0 : nil }
  }
}
