import GRDB
import LandRelease
import Testing

@testable import Storage

/// The ledger comes back as it was written, in numbers, in words and as sums.
@Suite struct StoredLedgerTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theLedgerComesBackAsItWas(seed: UInt64) throws {
    let made = try LedgerBook()
    let ledger = made.ledger(seed: seed)
    try made.post(ledger)
    let read = try made.book.read { try $0.postedLedger() }
    #expect(read.events == ledger.events && read.parts == ledger.parts)
    #expect(read.districtCodes == ledger.districtCodes && read.profiles == ledger.profiles)
    try #expect(made.book.read { try $0.movements() } == made.movements(ledger))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func theViewSaysTheSameInSQL(seed: UInt64) throws {
    let made = try LedgerBook()
    let ledger = made.ledger(seed: seed)
    try made.post(ledger)
    let rows = try made.temporary.sql { db in
      try #expect(
        Int.fetchOne(db, sql: "SELECT count(*) - count(DISTINCT fid) FROM movement") == 0)
      return try String.fetchAll(
        db,
        sql: """
          SELECT printf('\(Self.format)', ifnull(date, ''), record_type, organisation, record,
            version, stored_version, district, layer, from_state, to_state, cause, again,
            is_inside, area_cm2)
          FROM movement
          """)
    }
    #expect(rows.sorted() == made.movements(ledger).map(Self.text).sorted())
  }

  private static let format = Array(repeating: "%s", count: 14).joined(separator: "|")

  private static func text(_ movement: Movement) -> String {
    [
      movement.date?.description ?? "", movement.event.type.rawValue,
      movement.event.key.organisation, movement.event.key.id, "\(movement.event.version)",
      "\(movement.event.storedVersion)", movement.district, movement.layer.rawValue,
      movement.from.rawValue, movement.to.rawValue, movement.cause.rawValue,
      movement.again ? "1" : "0", movement.isInside ? "1" : "0",
      "\(movement.area.squareCentimetres)",
    ].joined(separator: "|")
  }

  @Test func everyTransitionIsTaken() throws {
    let made = try LedgerBook(records: 1)
    var ledger = PostedLedger()
    ledger.events = [
      PostedEvent(
        type: .hazard, isTakingBack: false, storedVersion: 1, version: 1, day: 0,
        partsEnd: Int32(Transition.codeCount))
    ]
    ledger.parts = (0..<Transition.codeCount).compactMap { code in
      Transition(code: code).map {
        LedgerPart(area: 1, district: -1, transition: $0, layers: LayerSet(.land))
      }
    }
    try made.post(ledger)
    try #expect(made.book.read { try $0.movements() } == made.movements(ledger))
    let words = try made.temporary.sql {
      try String.fetchAll(
        $0,
        sql: "SELECT fid || from_state || to_state || cause || again || is_inside FROM transition")
    }
    let expected = ledger.parts.map(\.transition).map {
      "\($0.code)\($0.from.rawValue)\($0.to.rawValue)\($0.cause.rawValue)"
        + "\($0.again ? 1 : 0)\($0.isInside ? 1 : 0)"
    }
    #expect(words == expected)
  }

  @Test func theTableOfLayersIsThatOfTheSets() throws {
    let layers = try TemporaryBook().sql {
      try Row.fetchAll($0, sql: "SELECT fid, name FROM layer ORDER BY fid")
        .map { "\($0[0] as Int) \($0[1] as String)" }
    }
    #expect(layers == Layer.allCases.map { "\(LayerSet($0).rawValue) \($0.rawValue)" })
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func aFilterAdmitsWhatItsWordsSay(seed: UInt64) throws {
    let made = try LedgerBook()
    let ledger = made.ledger(seed: seed)
    try made.post(ledger)
    let all = made.movements(ledger)
    var dice = Dice(state: seed)
    for _ in 0..<20 {
      let filter = made.filter(&dice)
      let expected = all.filter { made.admits(filter, $0) }
      try #expect(made.book.read { try $0.movements(filter) } == expected, "\(filter)")
      try #expect(
        made.book.read(with: ledger) { try $0.movements(filter) } == expected, "\(filter)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func sumsAreThoseOfTheMovements(seed: UInt64) throws {
    let made = try LedgerBook()
    let ledger = made.ledger(seed: seed)
    try made.post(ledger)
    let all = made.movements(ledger)
    var dice = Dice(state: seed)
    for _ in 0..<25 {
      let filter = made.filter(&dice)
      let columns = MovementColumn.allCases.filter { _ in dice.roll(5) == 0 }
      let expected = made.sums(all.filter { made.admits(filter, $0) }, columns)
      for isStored in [true, false] {
        let sums = try made.book.read(with: isStored ? nil : ledger) {
          try $0.movementSums(by: columns, filter)
        }
        let text = sums.map { sum in
          columns.map { sum[$0] ?? "-" } + ["\(sum.area.squareCentimetres)", "\(sum.count)"]
        }
        #expect(text == expected, "\(columns) \(filter) \(isStored)")
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func theMainDistrictIsWhereMostLies(seed: UInt64) throws {
    let made = try LedgerBook()
    let ledger = made.ledger(seed: seed)
    try made.post(ledger)
    for type in [EventReference.RecordType.hazard, .release] {
      var areas: [Int64: [String: Int64]] = [:]
      for movement in made.movements(ledger)
      where movement.layer == .ap && movement.event.type == type {
        areas[movement.event.storedVersion, default: [:]][movement.district, default: 0] +=
          movement.area.squareCentimetres
      }
      let expected = areas.compactMapValues { areas in
        areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      }
      let found = try made.book.read { try $0.mainDistricts(in: .ap) }
      #expect((type == .hazard ? found.hazards : found.releases) == expected)
    }
  }

  @Test func aReadingWithAnotherLedgerChangesNoByte() throws {
    let made = try LedgerBook()
    try made.post(made.ledger(seed: 1))
    let before = try made.temporary.bytes()
    let other = made.ledger(seed: 2)
    let reading = try LandBook.open(at: made.temporary.path, for: .reading)
    try #expect(reading.read(with: other) { try $0.movements() } == made.movements(other))
    try #expect(made.temporary.bytes() == before)
    try #expect(reading.read { try $0.movements() } == made.movements(made.ledger(seed: 1)))
  }
}

extension LedgerBook {
  /// Some filter, with dates that often cut a month.
  func filter(_ dice: inout Dice) -> MovementFilter {
    var filter = MovementFilter()
    if dice.roll(6) == 0 {
      let number = dice.roll(hazards.count)
      filter.record =
        dice.roll(2) == 0
        ? LedgerRecord(type: .hazard, key: hazards[number])
        : LedgerRecord(type: .release, key: releases[number].key)
    }
    if dice.roll(4) == 0 { filter.type = dice.roll(2) == 0 ? .hazard : .release }
    if dice.roll(3) == 0 {
      filter.districts = [["A", "Ä"], [District.none], ["B", "?"]][dice.roll(3)]
    }
    if dice.roll(2) == 0 { filter.layer = Layer.allCases[dice.roll(7)] }
    if dice.roll(2) == 0 { filter.from = day(&dice) }
    if dice.roll(2) == 0 { filter.to = day(&dice) }
    if dice.roll(5) == 0 { filter.isDated = dice.roll(2) == 0 }
    return filter
  }

  private func day(_ dice: inout Dice) -> CalendarDate? {
    let day = CalendarDate(dayNumber: 17_990 + dice.roll(520))
    switch dice.roll(3) {
    case 0: return day.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
    case 1: return day.flatMap { .lastDay(ofMonth: $0.month, of: $0.year) }
    default: return day
    }
  }

  func admits(_ filter: MovementFilter, _ movement: Movement) -> Bool {
    let event = movement.event
    if let record = filter.record, record != LedgerRecord(type: event.type, key: event.key) {
      return false
    }
    if let type = filter.type, type != event.type { return false }
    if let districts = filter.districts, !districts.contains(movement.district) { return false }
    if let layer = filter.layer, layer != movement.layer { return false }
    if let isDated = filter.isDated, isDated != (movement.date != nil) { return false }
    guard let date = movement.date else { return filter.from == nil }
    return date >= filter.from ?? date && date <= filter.to ?? date
  }

  /// Sums as lines of words, areas and counts, in order.
  func sums(_ movements: [Movement], _ columns: [MovementColumn]) -> [[String]] {
    var groups: [[String]: (Int64, Int)] = columns.isEmpty ? [[]: (0, 0)] : [:]
    for movement in movements {
      let group = columns.map { word($0, movement) ?? "-" }
      groups[group, default: (0, 0)].0 += movement.area.squareCentimetres
      groups[group, default: (0, 0)].1 += 1
    }
    return groups.sorted { left, right in
      for (place, column) in columns.enumerated() where left.key[place] != right.key[place] {
        let (left, right) = (left.key[place], right.key[place])
        if left == "-" || right == "-" { return left == "-" }
        if column == .storedVersion { return Int(left) ?? 0 < Int(right) ?? 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
      }
      return false
    }.map { $0.key + ["\($0.value.0)", "\($0.value.1)"] }
  }

  private func word(_ column: MovementColumn, _ movement: Movement) -> String? {
    let event = movement.event
    let release = event.type == .release ? releases[Int(event.storedVersion) - 1] : nil
    let date = movement.date
    return switch column {
    case .date: date?.description
    case .year: date.map { "\($0.year)" }
    case .quarter: date.map { "\($0.year)-Q\($0.quarter)" }
    case .month: date.map { String($0.description.prefix(7)) }
    case .isDated: date == nil ? "0" : "1"
    case .district: movement.district
    case .layer: movement.layer.rawValue
    case .organisation: event.key.organisation
    case .record: event.key.id
    case .recordType: event.type.rawValue
    case .storedVersion: "\(event.storedVersion)"
    case .cause: movement.cause.rawValue
    case .again: movement.again ? "1" : "0"
    case .isInside: movement.isInside ? "1" : "0"
    case .from: movement.from.rawValue
    case .to: movement.to.rawValue
    case .kind: release?.kind.rawValue
    case .activity: release?.activity?.rawValue
    case .operatorName: release?.operatorName
    case .donor: release?.donor
    }
  }
}
