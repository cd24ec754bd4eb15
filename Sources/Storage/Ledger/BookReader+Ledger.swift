internal import GRDB
public import LandRelease

extension BookReader {
  /// The movements that a filter admits, in the order of their events' numbers.
  public func movements(_ filter: MovementFilter = MovementFilter()) throws -> [Movement] {
    var movements: [Movement] = []
    try forEachMovement(filter) { movements.append($0) }
    return movements
  }

  /// Calls the body with one movement after the other, holding one at a time.
  public func forEachMovement(
    _ filter: MovementFilter = MovementFilter(), _ body: (Movement) throws -> Void
  ) throws {
    let legend = try ledgerLegend()
    var words = try MovementWords(legend, db)
    try forEachLedgerRow(try LedgerScope(filter, legend, db)) { row in
      var movement = try words.movement(row)
      for layer in LayerSet(rawValue: row.layers).layers {
        movement.layer = layer
        try body(movement)
      }
    }
  }

  /// The whole ledger in numbers, districts in order of code.
  public func postedLedger() throws -> PostedLedger {
    if let ledger { return ledger }
    let legend = try LedgerLegend(db)
    var posted = PostedLedger()
    posted.districtCodes = legend.districts.dropFirst().filter { !$0.isEmpty }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(
      uniqueKeysWithValues: posted.districtCodes.enumerated().map { ($1, Int32($0)) })
    let districts = legend.districts.map { places[$0] ?? -1 }
    posted.profiles = legend.profiles.compactMap { $0 }
    var number = Int32(-1)
    let profiles = legend.profiles.map { profile -> Int32 in
      if profile != nil { number += 1 }
      return profile == nil ? -1 : number
    }
    try readEvents(into: &posted, profiles)
    try readParts(into: &posted, districts)
    return posted
  }

  private func readEvents(into posted: inout PostedLedger, _ profiles: [Int32]) throws {
    let select = try RawStatement(
      db, "SELECT fid, day, version, profile FROM ledger_event ORDER BY fid")
    while try select.next() {
      let id = select.integer(0)
      posted.events.append(
        PostedEvent(
          type: id & 1 == 1 ? .release : .hazard, isTakingBack: id & 2 != 0,
          storedVersion: id >> 2,
          version: Int32(truncatingIfNeeded: select.integer(2)),
          day: select.isNull(1)
            ? PostedEvent.undated : Int32(truncatingIfNeeded: select.integer(1)),
          profile: profiles[Int(select.integer(3))]))
    }
  }

  private func readParts(into posted: inout PostedLedger, _ districts: [Int32]) throws {
    let transitions = (0..<Transition.codeCount).map(Transition.init(code:))
    let select = try RawStatement(
      db, "SELECT fid, district, transition, layers, area_cm2 FROM ledger_part ORDER BY fid")
    var event = 0
    while try select.next() {
      let id = select.integer(0) >> LedgerInsertion.partBits
      while event < posted.events.count, posted.events[event].id != id {
        posted.events[event].partsEnd = Int32(posted.parts.count)
        event += 1
      }
      let code = Int(select.integer(2))
      guard event < posted.events.count, transitions.indices.contains(code),
        let transition = transitions[code]
      else {
        throw BookError.damaged(
          "ledger_part, row \(select.integer(0)): no such event or transition")
      }
      posted.parts.append(
        LedgerPart(
          area: select.integer(4), district: districts[Int(select.integer(1))],
          transition: transition,
          layers: LayerSet(rawValue: UInt8(truncatingIfNeeded: select.integer(3)))))
    }
    for place in event..<max(event, posted.events.count) {
      posted.events[place].partsEnd = Int32(posted.parts.count)
    }
  }

  func ledgerLegend() throws -> LedgerLegend {
    try ledger.map { LedgerLegend($0) } ?? LedgerLegend(db)
  }

  func forEachLedgerRow(_ scope: LedgerScope, _ body: (LedgerRow) throws -> Void) throws {
    if let ledger {
      try LedgerRows.forEach(scope, ledger, body)
    } else {
      try LedgerRows.forEach(scope, db, body)
    }
  }
}
