internal import GRDB
internal import LandRelease

/// One part of the ledger with what its event says, in numbers of a ``LedgerLegend``.
struct LedgerRow {
  var event: Int64
  var day: Int32
  var version: Int32
  var profile: Int
  var district: Int
  var transition: Int
  var layers: UInt8
  var area: Int64

  var isRelease: Bool { event & 1 == 1 }
  var storedVersion: Int64 { event >> 2 }
}

/// The parts of a ledger in a scope, in the order of their events.
enum LedgerRows {
  /// Those of the book.
  static func forEach(
    _ scope: LedgerScope, _ db: Database, _ body: (LedgerRow) throws -> Void
  ) throws {
    let select = try RawStatement(db, sql(scope))
    while try select.next() {
      let day = select.integer(1)
      let isDated = day != 0 || !select.isNull(1)
      try body(
        LedgerRow(
          event: select.integer(0), day: isDated ? Int32(day) : PostedEvent.undated,
          version: Int32(truncatingIfNeeded: select.integer(2)), profile: Int(select.integer(3)),
          district: Int(select.integer(4)), transition: Int(select.integer(5)),
          layers: UInt8(truncatingIfNeeded: select.integer(6)) & scope.layers,
          area: select.integer(7)))
    }
  }

  /// Those of a ledger that is not in the book.
  static func forEach(
    _ scope: LedgerScope, _ ledger: PostedLedger, _ body: (LedgerRow) throws -> Void
  ) throws {
    for place in places(scope, ledger) {
      let event = ledger.events[place]
      guard scope.admits(day: event.day), scope.type == nil || scope.type == event.type else {
        continue
      }
      for part in ledger.parts(of: place) {
        let district = Int(part.district + 1)
        let layers = part.layers.rawValue & scope.layers
        guard layers != 0, scope.districts?[district] ?? true else { continue }
        try body(
          LedgerRow(
            event: event.id, day: event.day, version: event.version,
            profile: Int(event.profile + 1), district: district,
            transition: part.transition.code, layers: layers, area: part.area))
      }
    }
  }

  /// Few events are looked up with their parts; else each part looks up its event, which is the
  /// one before or the next.
  private static func sql(_ scope: LedgerScope) -> String {
    let range = """
      p.fid BETWEEN e.fid << \(LedgerInsertion.partBits)
        AND ((e.fid + 1) << \(LedgerInsertion.partBits)) - 1
      """
    let source =
      scope.events == nil && scope.hasAllDays
      ? "ledger_part AS p CROSS JOIN ledger_event AS e ON e.fid = p.fid >> \(LedgerInsertion.partBits)"
      : "ledger_event AS e CROSS JOIN ledger_part AS p ON \(range)"
    var terms = scope.placeTerms("p")
    if let events = scope.events {
      terms.append("e.fid IN (\(events.map(String.init).joined(separator: ", ")))")
    }
    if !scope.hasAllDays { terms.append(scope.dayTerm) }
    if let type = scope.type { terms.append("e.fid & 1 = \(type == .release ? 1 : 0)") }
    return """
      SELECT e.fid, e.day, e.version, e.profile, p.district, p.transition, p.layers, p.area_cm2
      FROM \(source) WHERE \(terms.isEmpty ? "1" : terms.joined(separator: " AND "))
      """
  }

  private static func places(_ scope: LedgerScope, _ ledger: PostedLedger) -> [Int] {
    guard let events = scope.events else { return Array(ledger.events.indices) }
    return events.compactMap { id in
      var (low, high) = (0, ledger.events.count)
      while low < high {
        let middle = (low + high) / 2
        if ledger.events[middle].id < id { low = middle + 1 } else { high = middle }
      }
      return low < ledger.events.count && ledger.events[low].id == id ? low : nil
    }
  }
}
