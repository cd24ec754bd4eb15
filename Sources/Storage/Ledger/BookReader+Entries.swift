internal import GRDB
public import LandRelease

/// One part of the ledger in numbers, which ``LedgerWords`` puts into words.
public struct LedgerEntry: Sendable {
  /// The event; parts of one event follow each other.
  public var event: Int64
  /// Whether it is of a release and not of a hazard.
  public var isRelease: Bool
  /// The row of the record's content in the book.
  public var storedVersion: Int64
  /// Days since 1970-01-01; nil for an undated hazard.
  public var day: Int?
  /// The number of the district; 0 is none.
  public var district: Int
  /// The number of the release's profile; 0 for hazards.
  public var profile: Int
  /// The code of the transition.
  public var transition: Int
  /// The layers in which it moves so.
  public var layers: LayerSet
  /// How much ground it is.
  public var area: Area
}

/// What the numbers of ledger entries stand for.
public struct LedgerWords: Sendable {
  /// Codes by number; 0 is no district.
  public var districts: [String]
  /// By number; 0 is none, as hazards have.
  public var profiles: [ReleaseProfile?]
}

extension BookReader {
  /// What the numbers of this ledger stand for.
  public func ledgerWords() throws -> LedgerWords {
    let legend = try ledgerLegend()
    return LedgerWords(districts: legend.districts, profiles: legend.profiles)
  }

  /// Calls the body with one part of the ledger after the other, in numbers: for sums of millions.
  public func forEachEntry(
    _ filter: MovementFilter, _ body: (LedgerEntry) throws -> Void
  ) throws {
    try forEachLedgerRow(try LedgerScope(filter, try ledgerLegend(), db)) { row in
      try body(
        LedgerEntry(
          event: row.event, isRelease: row.isRelease, storedVersion: row.storedVersion,
          day: row.day == PostedEvent.undated ? nil : Int(row.day), district: row.district,
          profile: row.profile, transition: row.transition,
          layers: LayerSet(rawValue: row.layers), area: Area(squareCentimetres: row.area)))
    }
  }

  /// The key of a stored content of a record.
  public func key(ofRelease isRelease: Bool, storedVersion: Int64) throws -> RecordKey {
    let table = isRelease ? "release_version" : "hazard_version"
    let select = try db.cachedStatement(
      sql: "SELECT organisation, id FROM \(table) WHERE fid = ?")
    guard let row = try Row.fetchOne(select, arguments: [storedVersion]) else {
      throw BookError.damaged("the ledger names \(table) \(storedVersion), which is not there")
    }
    return try RecordKey(organisation: row.decode(atIndex: 0), id: row.decode(atIndex: 1))
  }
}
