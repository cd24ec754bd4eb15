import GeometryValues

@testable import LandRelease

/// A book on a row of unit squares A, B, C ..., and what every event does in each of them.
struct SquareBook {
  private var hazards: [Stored<Hazard>] = []
  private var releases: [Stored<Release>] = []
  var tasks: [LandTask] = []

  /// Adds a version of an ap hazard on the squares; no square is no polygon.
  mutating func hazard(
    _ id: String, _ date: String?, _ squares: String, org: String = "",
    recorded: String = "2030-01-01", hash: String? = nil,
    _ change: (inout Hazard) -> Void = { _ in }
  ) {
    var hazard = Hazard(
      key: RecordKey(organisation: org, id: id), contamination: .ap,
      date: date.flatMap { CalendarDate($0) }, polygon: Self.ground(squares))
    change(&hazard)
    let number = hazards.count + 1
    hazards.append(
      Stored(
        version: Int64(number), content: hazard, recordedAt: recorded,
        contentHash: hash ?? "hazard \(number)", measuredArea: Self.area(squares)))
  }

  /// Adds an accepted ap release on the squares; no square is no polygon.
  mutating func release(
    _ id: String, _ date: String?, _ squares: String, _ kind: ReleaseKind = .cleared,
    org: String = "", recorded: String = "2030-01-01", hash: String? = nil,
    _ change: (inout Release) -> Void = { _ in }
  ) {
    var release = Release(
      key: RecordKey(organisation: org, id: id), kind: kind, contamination: .ap,
      date: date.flatMap { CalendarDate($0) }, polygon: Self.ground(squares))
    change(&release)
    let number = releases.count + 1
    releases.append(
      Stored(
        version: Int64(number), content: release, recordedAt: recorded,
        contentHash: hash ?? "release \(number)", measuredArea: Self.area(squares)))
  }

  mutating func task(_ id: String, of hazards: String..., org: String = "") {
    var task = LandTask(key: RecordKey(organisation: org, id: id))
    task.hazards = hazards
    tasks.append(task)
  }

  /// The same records in the order of a seed.
  func shuffled(using random: inout some RandomNumberGenerator) -> SquareBook {
    var other = self
    other.hazards.shuffle(using: &random)
    other.releases.shuffle(using: &random)
    other.tasks.shuffle(using: &random)
    return other
  }

  var register: LandRegister {
    LandRegister(hazards: hazards, releases: releases, tasks: tasks) {
      !Self.squares(of: $0).isDisjoint(with: Self.squares(of: $1))
    }
  }

  /// What each event does where: `H1 A unrecorded suspected identified`, then `again` if it was
  /// cleared before; neighbouring squares that fare alike stand together.
  var story: [String] {
    let register = register
    var replay = GroundReplay(register)
    var lines: [String] = []
    for (index, event) in register.events.enumerated() {
      replay.prepare(event: index, neighbours: Array(register.events.indices))
      var fates: [(squares: String, what: String)] = []
      let footprint = event.footprint.map { Self.squares(of: register.grounds[Int($0)].polygon) }
      for square in footprint.reduce(Set<Int>(), { $0.union($1) }).sorted() {
        let covering = replay.grounds.indices.filter {
          Self.squares(of: register.grounds[Int(replay.grounds[$0])].polygon).contains(square)
        }
        guard let decision = replay.decide(covering: covering.map(Int32.init)) else { continue }
        let what = Self.text(decision)
        if fates.last?.what != what { fates.append(("", what)) }
        fates[fates.count - 1].squares += Self.letter(square)
      }
      lines += fates.map { "\(event.reference.key) \($0.squares) \($0.what)" }
    }
    return lines
  }

  /// The lines of the story about one record.
  func story(of id: String) -> [String] {
    story.filter { $0.hasPrefix("\(id) ") }.map { String($0.dropFirst(id.count + 1)) }
  }

  private static func text(_ decision: GroundReplay.Decision) -> String {
    let cause = decision.cause.rawValue
    return "\(decision.from.rawValue) \(decision.to.rawValue) \(cause)"
      + (decision.again ? " again" : "")
  }

  private static func letter(_ square: Int) -> String {
    UnicodeScalar(65 + square).map { String(Character($0)) } ?? "?"
  }

  private static func ground(_ squares: String) -> MultiPolygon? {
    guard !squares.isEmpty else { return nil }
    var ground = MultiPolygon()
    for scalar in squares.unicodeScalars {
      let x = Double(scalar.value) - 65
      ground.append(rings: [
        [
          Position(x: x, y: 0), Position(x: x + 1, y: 0), Position(x: x + 1, y: 1),
          Position(x: x, y: 1),
        ]
      ])
    }
    return ground
  }

  private static func area(_ squares: String) -> Area? {
    squares.isEmpty ? nil : Area(squareCentimetres: Int64(squares.count) * 10_000)
  }

  private static func squares(of ground: MultiPolygon) -> Set<Int> {
    Set((0..<ground.ringCount).map { Int(ground.vertex(ground.vertices(ofRing: $0).lowerBound).x) })
  }
}
