import GRDB
import LandRelease

@testable import Storage

/// A book with hazards and releases, and ledgers made up over them.
struct LedgerBook {
  let temporary: TemporaryBook
  /// By stored version, from 1.
  let hazards: [RecordKey]
  let releases: [Release]

  static let posting = Posting(
    at: Timestamp(milliseconds: 5), throughBatch: 1, boundarySet: "2020", plane: "LAEA",
    programVersion: "1")

  init(records: Int = 12) throws {
    temporary = try TemporaryBook()
    // Two versions of each hazard.
    let hazards = (0..<records).map { RecordKey(organisation: "O\($0 % 2)", id: "X\($0 / 2)") }
    let operators = [nil, "A", "B"]
    let releases = (0..<records).map { number in
      Release(
        key: RecordKey(organisation: "", id: "X\(number)"),
        kind: ReleaseKind.allCases[number % 3],
        activity: number % 4 == 0 ? nil : Activity.allCases[number % Activity.allCases.count],
        operatorName: operators[number % 3], donor: number % 5 == 0 ? "D" : nil)
    }
    try temporary.write { writer in
      for (number, key) in hazards.enumerated() {
        _ = try writer.store(Hazard(key: key, date: CalendarDate(dayNumber: 18_000 + number)))
      }
      for release in releases { _ = try writer.store(release) }
    }
    self.hazards = hazards
    self.releases = releases
  }

  var book: LandBook { temporary.book }

  func post(_ ledger: PostedLedger, findings: [Finding] = []) throws {
    try book.replaceLedger(with: ledger, posting: Self.posting, findings: findings)
  }

  /// Some events of hazards and releases with a few parts each, the same for one seed.
  func ledger(seed: UInt64, districts: [String] = ["A", "B", "Ä"]) -> PostedLedger {
    var dice = Dice(state: seed)
    var ledger = PostedLedger()
    ledger.districtCodes = districts
    var profiles: [ReleaseProfile: Int32] = [:]
    for version in 1...hazards.count {
      for kind in 0..<4 where dice.roll(3) > 0 {
        let (isRelease, isTakingBack) = (kind % 2 == 1, kind >= 2)
        var event = PostedEvent(
          type: isRelease ? .release : .hazard, isTakingBack: isTakingBack,
          storedVersion: Int64(version), version: Int32(1 + dice.roll(3)),
          day: !isRelease && dice.roll(5) == 0
            ? PostedEvent.undated : Int32(18_000 + dice.roll(500)))
        if isRelease {
          let release = releases[version - 1]
          let profile = ReleaseProfile(
            kind: release.kind, activity: release.activity, operatorName: release.operatorName,
            donor: release.donor)
          if profiles[profile] == nil {
            profiles[profile] = Int32(ledger.profiles.count)
            ledger.profiles.append(profile)
          }
          event.profile = profiles[profile] ?? -1
        }
        for _ in 0..<dice.roll(4) { ledger.parts.append(part(&dice, districts.count)) }
        event.partsEnd = Int32(ledger.parts.count)
        ledger.events.append(event)
      }
    }
    return ledger
  }

  private func part(_ dice: inout Dice, _ districts: Int) -> LedgerPart {
    let transition = Transition(
      from: LandState.allCases[dice.roll(7)], to: LandState.allCases[dice.roll(2)],
      cause: Cause.allCases[dice.roll(19)], again: dice.roll(2) == 1, isInside: dice.roll(2) == 1)
    return LedgerPart(
      area: Int64(dice.roll(1_000_000)), district: Int32(dice.roll(districts + 1)) - 1,
      transition: transition, layers: LayerSet(rawValue: UInt8(1 + dice.roll(127))))
  }

  /// What the ledger comes to in words, by its definition.
  func movements(_ ledger: PostedLedger) -> [Movement] {
    var movements: [Movement] = []
    for (place, event) in ledger.events.enumerated() {
      let row = Int(event.storedVersion) - 1
      let reference = EventReference(
        type: event.type, key: event.type == .hazard ? hazards[row] : releases[row].key,
        version: Int(event.version), storedVersion: event.storedVersion)
      for part in ledger.parts(of: place) {
        let way = part.transition
        for layer in part.layers.layers {
          movements.append(
            Movement(
              event: reference,
              date: event.day == PostedEvent.undated
                ? nil : CalendarDate(dayNumber: Int(event.day)),
              district: part.district < 0
                ? District.none : ledger.districtCodes[Int(part.district)], layer: layer,
              from: way.from, to: way.to, cause: way.cause, again: way.again,
              isInside: way.isInside, area: Area(squareCentimetres: part.area)))
        }
      }
    }
    return movements
  }
}

/// Random numbers that are the same for one seed.
struct Dice {
  var state: UInt64

  /// A number from 0 up to, but not with, the sides.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
