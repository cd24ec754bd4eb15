internal import GRDB
internal import LandRelease

/// Writes the events and parts of a posted ledger and gives their summary.
struct LedgerInsertion {
  /// How far the number of an event is shifted in the numbers of its parts.
  static let partBits: Int64 = 20

  private let ledger: PostedLedger
  private let lookups: LedgerLookups

  init(_ ledger: PostedLedger, _ db: Database) throws {
    self.ledger = ledger
    lookups = try LedgerLookups(ledger, db)
  }

  func write(_ db: Database) throws -> LedgerSummary {
    try writeEvents(db)
    try writeParts(db)
    return try summary()
  }

  private func writeEvents(_ db: Database) throws {
    var insertion = try RawInsertion(
      db, "ledger_event", columns: ["fid", "day", "version", "profile"])
    for event in ledger.events {
      insertion.add(event.id)
      insertion.add(event.day == PostedEvent.undated ? nil : Int64(event.day))
      insertion.add(Int64(event.version))
      insertion.add(lookups.profile(event.profile))
      try insertion.endRow()
    }
    try insertion.finish()
  }

  private func writeParts(_ db: Database) throws {
    var insertion = try RawInsertion(
      db, "ledger_part", columns: ["fid", "district", "transition", "layers", "area_cm2"])
    for (place, event) in ledger.events.enumerated() {
      var row = event.id << Self.partBits
      for part in ledger.parts(of: place) {
        insertion.add(row)
        insertion.add(lookups.district(part.district))
        insertion.add(Int64(part.transition.code))
        insertion.add(Int64(part.layers.rawValue))
        insertion.add(part.area)
        try insertion.endRow()
        row += 1
      }
    }
    try insertion.finish()
  }

  /// Adding up goes on its own, so that the processor looks up several groups at a time.
  private func summary() throws -> LedgerSummary {
    var summary = LedgerSummary()
    var months = LedgerMonth()
    for (place, event) in ledger.events.enumerated() {
      var group = LedgerSummary.Group(
        month: months.of(event.day), district: 0, profile: lookups.profile(event.profile),
        isRelease: event.type == .release, transition: 0, layers: 0)
      for part in ledger.parts(of: place) {
        group.district = lookups.district(part.district)
        group.transition = Int64(part.transition.code)
        group.layers = Int64(part.layers.rawValue)
        try summary.add(group, area: part.area)
      }
    }
    return summary
  }
}

/// Takes events out of the ledger and subtracts their parts.
struct LedgerDeletion {
  private let selectEvent: RawStatement
  private let selectParts: RawStatement
  private let deleteEvent: RawStatement
  private let deleteParts: RawStatement

  init(_ db: Database) throws {
    selectEvent = try RawStatement(db, "SELECT day, profile FROM ledger_event WHERE fid = ?")
    selectParts = try RawStatement(
      db,
      """
      SELECT district, transition, layers, area_cm2 FROM ledger_part WHERE fid BETWEEN ? AND ?
      """)
    deleteEvent = try RawStatement(db, "DELETE FROM ledger_event WHERE fid = ?")
    deleteParts = try RawStatement(db, "DELETE FROM ledger_part WHERE fid BETWEEN ? AND ?")
  }

  /// - Returns: what the parts of the events come to, below zero.
  func run(_ events: [Int64]) throws -> LedgerSummary {
    var summary = LedgerSummary()
    var months = LedgerMonth()
    for event in Set(events).sorted() {
      selectEvent.bind(1, event)
      guard try selectEvent.next() else {
        try clearParts(of: event)
        continue
      }
      let month =
        selectEvent.isNull(0) ? 0 : months.of(Int32(truncatingIfNeeded: selectEvent.integer(0)))
      let profile = selectEvent.isNull(1) ? nil : selectEvent.integer(1)
      selectEvent.reset()
      let first = event << LedgerInsertion.partBits
      let last = (event + 1) << LedgerInsertion.partBits - 1
      selectParts.bind(1, first)
      selectParts.bind(2, last)
      while try selectParts.next() {
        try summary.add(
          LedgerSummary.Group(
            month: month, district: selectParts.integer(0), profile: profile,
            isRelease: event & 1 == 1, transition: selectParts.integer(1),
            layers: selectParts.integer(2)), area: -selectParts.integer(3), count: -1)
      }
      try clearParts(of: event)
      deleteEvent.bind(1, event)
      try deleteEvent.run()
    }
    return summary
  }

  private func clearParts(of event: Int64) throws {
    deleteParts.bind(1, event << LedgerInsertion.partBits)
    deleteParts.bind(2, (event + 1) << LedgerInsertion.partBits - 1)
    try deleteParts.run()
  }
}
