internal import GRDB
public import GeometryValues
public import LandRelease

extension BookReader {
  /// Every version of every hazard as posting needs it, in the order they were stored.
  ///
  /// - Parameters:
  ///   - batch: the last batch to look at, for the book as it was known then.
  ///   - body: gets the version without its ground, the polygon as drawn and whether it is valid.
  public func forEachLedgerHazard(
    through batch: Int64? = nil,
    _ body: (LedgerHazard, MultiPolygon?, _ isValid: Bool) throws -> Void
  ) throws {
    var rows = LedgerHazardRows()
    let select = try RawStatement(
      db, LedgerHazardRows.select + ending(through: batch))
    while try select.next() {
      let row = try rows.read(select)
      try body(row.record, row.polygon, row.isValid)
    }
  }

  /// Every content of every release as posting needs it, in the order they were stored.
  ///
  /// - Parameters:
  ///   - batch: the last batch to look at, for the book as it was known then.
  ///   - body: gets the content without its ground, the polygon as drawn and whether it is valid.
  public func forEachLedgerRelease(
    through batch: Int64? = nil,
    _ body: (LedgerRelease, MultiPolygon?, _ isValid: Bool) throws -> Void
  ) throws {
    var rows = LedgerReleaseRows()
    let select = try RawStatement(
      db, LedgerReleaseRows.select + ending(through: batch))
    while try select.next() {
      let row = try rows.read(select)
      try body(row.record, row.polygon, row.isValid)
    }
  }

  /// All versions of some hazards, in the order they were stored.
  public func ledgerHazards(keys: Set<RecordKey>) throws -> [PostingRow<LedgerHazard>] {
    var rows = LedgerHazardRows()
    return try versions(of: keys, LedgerHazardRows.select) { try rows.read($0) }
      .sorted { $0.record.storedVersion < $1.record.storedVersion }
  }

  /// All contents of some releases, in the order they were stored.
  public func ledgerReleases(keys: Set<RecordKey>) throws -> [PostingRow<LedgerRelease>] {
    var rows = LedgerReleaseRows()
    return try versions(of: keys, LedgerReleaseRows.select) { try rows.read($0) }
      .sorted { $0.record.storedVersion < $1.record.storedVersion }
  }

  private func versions<Value>(
    of keys: Set<RecordKey>, _ select: String, _ read: (RawStatement) throws -> Value
  ) throws -> [Value] {
    let select = try RawStatement(
      db, select + " WHERE id = ?1 AND organisation = ?2 AND \(try inForce().condition())")
    var values: [Value] = []
    for key in keys {
      select.bind(1, key.id)
      select.bind(2, key.organisation)
      while try select.next() { values.append(try read(select)) }
    }
    return values
  }
}
