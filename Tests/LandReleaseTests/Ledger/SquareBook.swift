@testable import LandRelease

/// A book on a row of unit squares A, B, C ..., and what every event does in each of them.
struct SquareBook {
  private var hazards: [LedgerHazard] = []
  private var releases: [LedgerRelease] = []
  /// The squares of each polygon, by its number.
  private var grounds: [String] = []
  var tasks: [LandTask] = []

  /// Adds a version of an ap hazard on the squares; no square is no polygon.
  mutating func hazard(
    _ id: String, _ date: String?, _ squares: String, org: String = "",
    recorded: String = "2030-01-01", hash: String? = nil,
    _ change: (inout Hazard) -> Void = { _ in }
  ) {
    var hazard = Hazard(
      key: RecordKey(organisation: org, id: id), contamination: .ap,
      date: date.flatMap { CalendarDate($0) })
    change(&hazard)
    let number = Int64(hazards.count + 1)
    hazards.append(
      LedgerHazard(
        storedVersion: number, key: hazard.key, hazardClass: hazard.hazardClass,
        types: hazard.contamination, status: hazard.status,
        hasReason: !(hazard.reason ?? "").isEmpty, isConfirmedChange: hazard.isConfirmedChange,
        day: hazard.date.map { Int32($0.dayNumber) } ?? PostedEvent.undated,
        recordedAt: Self.moment(recorded), contentHash: Self.hash(hash ?? "hazard \(number)"),
        area: Self.area(squares), ground: ground(squares), reopens: hazard.reopens,
        source: hazard.source))
  }

  /// Adds an accepted ap release on the squares; no square is no polygon.
  mutating func release(
    _ id: String, _ date: String?, _ squares: String, _ kind: ReleaseKind = .cleared,
    org: String = "", recorded: String = "2030-01-01", hash: String? = nil,
    _ change: (inout Release) -> Void = { _ in }
  ) {
    var release = Release(
      key: RecordKey(organisation: org, id: id), kind: kind, contamination: .ap,
      date: date.flatMap { CalendarDate($0) })
    change(&release)
    let number = Int64(releases.count + 1)
    releases.append(
      LedgerRelease(
        storedVersion: number, key: release.key,
        profile: ReleaseProfile(
          kind: release.kind, activity: release.activity, operatorName: release.operatorName),
        coverage: release.coverage, review: release.review,
        day: release.date.map { Int32($0.dayNumber) },
        approvedDay: release.approvedOn.map { Int32($0.dayNumber) },
        revokedDay: release.revokedOn.map { Int32($0.dayNumber) },
        recordedAt: Self.moment(recorded), contentHash: Self.hash(hash ?? "release \(number)"),
        area: Self.area(squares), ground: ground(squares), hazards: release.hazards,
        task: release.task))
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

  var register: LandRegister { register() }

  func register(clock: LedgerClock = .effective) -> LandRegister {
    LandRegister(
      hazards: hazards, releases: releases, tasks: tasks, clock: clock,
      grounds: GroundComparison(
        isSame: { grounds[Int($0)] == grounds[Int($1)] },
        sharesGround: { !squares(of: $0).isDisjoint(with: squares(of: $1)) }))
  }

  /// What each event does in `land` where: `H1 A unrecorded suspected identified`, then `again` if
  /// it was cleared before; neighbouring squares that fare alike stand together.
  var story: [String] {
    let register = register
    var replay = GroundReplay(register, groundCount: grounds.count)
    var lines: [String] = []
    for (index, event) in register.events.enumerated() {
      replay.prepare(event: index, neighbours: register.events.indices.map { Int32($0) })
      var fates: [(squares: String, what: String)] = []
      let footprint = register.footprint(of: event).map { squares(of: $0) }
      for square in footprint.reduce(Set<Int>(), { $0.union($1) }).sorted() {
        let covering = replay.grounds.indices.filter {
          squares(of: replay.grounds[$0]).contains(square)
        }
        replay.decide(covering: covering.map { Int32($0) }[...])
        guard let decision = replay.decisions.first(where: { $0.layers.contains(.land) }) else {
          continue
        }
        let what = Self.text(decision.transition)
        if fates.last?.what != what { fates.append(("", what)) }
        fates[fates.count - 1].squares += Self.letter(square)
      }
      let key = register.reference(of: event).key
      lines += fates.map { "\(key) \($0.squares) \($0.what)" }
    }
    return lines
  }

  /// The lines of the story about one record.
  func story(of id: String) -> [String] {
    story.filter { $0.hasPrefix("\(id) ") }.map { String($0.dropFirst(id.count + 1)) }
  }

  private static func text(_ decision: Transition) -> String {
    let cause = decision.cause.rawValue
    return "\(decision.from.rawValue) \(decision.to.rawValue) \(cause)"
      + (decision.again ? " again" : "")
  }

  private static func letter(_ square: Int) -> String {
    UnicodeScalar(65 + square).map { String(Character($0)) } ?? "?"
  }

  private mutating func ground(_ squares: String) -> Int32 {
    guard !squares.isEmpty else { return -1 }
    grounds.append(squares)
    return Int32(grounds.count - 1)
  }

  private static func area(_ squares: String) -> Int64? {
    squares.isEmpty ? nil : Int64(squares.count) * 10_000
  }

  private func squares(of ground: Int32) -> Set<Int> {
    Set(grounds[Int(ground)].unicodeScalars.map { Int($0.value) - 65 })
  }

  private static func moment(_ day: String) -> Int64 {
    Int64(CalendarDate(day)?.dayNumber ?? 0) * 86_400_000
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(5381) { $0 &* 33 ^ UInt64($1) }
  }
}
