import GeometryEngine
import GeometryValues
import LandRelease

/// Some random records of all kinds of events on one small patch.
struct RandomBook {
  var hazards: [Stored<Hazard>] = []
  var releases: [Stored<Release>] = []
  var tasks: [LandTask] = []
  var districts: [District] = []
  var dice: SeededDice
  /// On how many days anything happens: few days make many ties.
  let dayCount: Int
  let isOnGrid: Bool
  private let shapeCount: Int
  private var shapes: [MultiPolygon] = []

  /// The distinct polygons of its records.
  var grounds: [MultiPolygon] {
    var distinct: [MultiPolygon] = []
    let all = hazards.compactMap(\.content.polygon) + releases.compactMap(\.content.polygon)
    for ground in all where !distinct.contains(ground) { distinct.append(ground) }
    return distinct
  }

  /// Whether the ledger is worked out the way deep stacks are.
  private(set) var isFolded = false

  init(seed: Int) {
    isFolded = seed % 3 == 1
    dice = SeededDice(UInt64(seed))
    dayCount = dice.one(of: [10, 10, 10, 4, 2])
    isOnGrid = dice.once(in: 5)
    if seed % 100 == 77 {
      shapeCount = 5
      stack(of: 200)
    } else {
      shapeCount = dice.whole(4...9)
      for number in 1...dice.whole(1...4) {
        addVersions(of: number == 4 ? "Ä4" : "H\(number)", org: "")
      }
      if dice.once(in: 2) { addVersions(of: "H1", org: "Y") }
      if dice.once(in: 8) { addVersions(of: "R1", org: "") }
      for number in 1...dice.whole(2...8) { addRelease("R\(number == 8 ? 10 : number)", org: "") }
      if dice.once(in: 2) { addRelease("R1", org: "Y") }
      if dice.once(in: 3) { addRelease("R1", org: "") }
      if dice.once(in: 3) { addRelease("H1", org: "Ω") }
    }
    addTasks()
    addDistricts()
    if seed % 20 == 7 { move(scale: 1, east: 134.4955) }
    if seed % 20 == 13 { move(scale: 40, east: 0) }
  }

  /// Puts all ground elsewhere, over the antimeridian too, or makes it so many times as wide.
  private mutating func move(scale: Double, east: Double) {
    func moved(_ ground: MultiPolygon) -> MultiPolygon {
      var places = ground.coordinates
      for index in stride(from: 0, to: places.count, by: 2) {
        let x = 45.5 + east + (places[index] - 45.5) * scale
        places[index] = x > 180 ? x - 360 : x
        places[index + 1] = 40 + (places[index + 1] - 40) * scale
      }
      return ground.replacingCoordinates(places)
    }
    for index in hazards.indices {
      hazards[index].content.polygon = hazards[index].content.polygon.map(moved)
      hazards[index].measuredArea = hazards[index].content.polygon.flatMap(Self.area)
    }
    for index in releases.indices {
      releases[index].content.polygon = releases[index].content.polygon.map(moved)
      releases[index].measuredArea = releases[index].content.polygon.flatMap(Self.area)
    }
    for index in districts.indices {
      districts[index].polygon = moved(districts[index].polygon)
    }
  }

  /// Records made otherwise, with what it takes to hold them against the rules.
  init(
    hazards: [Stored<Hazard>], releases: [Stored<Release>], tasks: [LandTask],
    districts: [District]
  ) {
    self.hazards = hazards
    self.releases = releases
    self.tasks = tasks
    self.districts = districts
    dice = SeededDice(0)
    (dayCount, isOnGrid, shapeCount) = (1, false, 0)
  }

  /// So many records on one spot.
  private mutating func stack(of count: Int) {
    for number in 1...count / 4 { addVersions(of: "H\(number)", org: "") }
    for number in 1...count / 2 { addRelease("R\(number)", org: dice.one(of: ["", "", "Y"])) }
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

  /// A polygon for a record, often one that another record has.
  mutating func shape() -> MultiPolygon {
    if shapes.count >= shapeCount { return dice.one(of: shapes) }
    let shape =
      isOnGrid
      ? RandomShapes.gridBox(using: &dice) : RandomShapes.polygon(among: shapes, using: &dice)
    guard Self.isUsable(shape) else { return self.shape() }
    if !shapes.contains(shape) { shapes.append(shape) }
    return shape
  }

  private static func isUsable(_ shape: MultiPolygon) -> Bool {
    guard GeodesicArea.squareMetres(of: shape) >= 10 else { return false }
    do { return try Validity.check(shape, GEOSContext()) == nil } catch { return false }
  }

  mutating func day() -> CalendarDate? {
    let number = dice.whole(0...dayCount - 1)
    return CalendarDate(year: 2018 + number / 2, month: number % 2 == 0 ? 1 : 7, day: 1)
  }

  /// Mostly a moment of its own; now and then one that another content may share.
  mutating func moment() -> String {
    let second = dice.once(in: 4) ? 0 : dice.whole(1...80_000)
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60)
    let parts = [hours, minutes, seconds].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2023-01-01T\(parts.joined(separator: ":"))Z"
  }

  mutating func store(_ hazard: Hazard) {
    let rows = hazards.map(\.content)
    if rows.contains(hazard) { return }
    let number = hazards.count + 1
    hazards.append(
      Stored(
        version: Int64(number), content: hazard, recordedAt: hazard.recordedAt ?? "",
        contentHash: "hazard \(number)", measuredArea: hazard.polygon.flatMap(Self.area)))
  }

  mutating func store(_ release: Release) {
    let rows = releases.map(\.content)
    if rows.contains(release) { return }
    let number = releases.count + 1
    releases.append(
      Stored(
        version: Int64(number), content: release, recordedAt: release.recordedAt ?? "",
        contentHash: "release \(number)", measuredArea: release.polygon.flatMap(Self.area)))
  }

  private static func area(_ ground: MultiPolygon) -> Area? {
    Area(squareMetres: GeodesicArea.squareMetres(of: ground)).flatMap { $0 > .zero ? $0 : nil }
  }
}
