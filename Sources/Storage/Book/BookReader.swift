internal import GRDB
public import LandRelease

/// What a book holds, all of one moment; it lives as long as ``LandBook/read(_:)`` runs.
public struct BookReader {
  let db: Database
  /// A ledger that stands in for the one of the book.
  let ledger: PostedLedger?
  /// The last batch that is looked at; nil is all.
  public let throughBatch: Int64?

  init(_ db: Database, ledger: PostedLedger? = nil, throughBatch: Int64? = nil) {
    self.db = db
    self.ledger = ledger
    self.throughBatch = throughBatch
  }

  /// Every version of every hazard, in the order they were stored.
  ///
  /// - Parameter batch: the last batch to look at, for the book as it was known then.
  public func hazards(through batch: Int64? = nil) throws -> [Stored<Hazard>] {
    try all(HazardRow.select + ending(through: batch), [], HazardRow.read)
  }

  /// Every version of every hazard without its polygon, which takes most of the time.
  public func hazardsWithoutPolygons() throws -> [Stored<Hazard>] {
    try all(Self.withoutGeometry(HazardRow.select) + ending(), [], HazardRow.read)
  }

  /// Every content of every release without its polygon, which takes most of the time.
  public func releasesWithoutPolygons() throws -> [Stored<Release>] {
    try all(Self.withoutGeometry(ReleaseRow.select) + ending(), [], ReleaseRow.read)
  }

  /// The geometry is the last column but one of its table, so that rows are not read to their end.
  private static func withoutGeometry(_ select: String) -> String {
    select.replacing(" geom,", with: " NULL,")
  }

  /// Every version of one hazard.
  public func hazards(of key: RecordKey) throws -> [Stored<Hazard>] {
    try all(HazardRow.select + ofKey(), [key.id, key.organisation], HazardRow.read)
  }

  /// Every content of every release, in the order they were stored.
  ///
  /// - Parameter batch: the last batch to look at, for the book as it was known then.
  public func releases(through batch: Int64? = nil) throws -> [Stored<Release>] {
    try all(ReleaseRow.select + ending(through: batch), [], ReleaseRow.read)
  }

  /// Every content of one release.
  public func releases(of key: RecordKey) throws -> [Stored<Release>] {
    try all(ReleaseRow.select + ofKey(), [key.id, key.organisation], ReleaseRow.read)
  }

  /// What releases say was found, by the row of their version; those that say nothing are left out.
  public func releaseCounts() throws -> [Int64: [DeviceCategory: Int]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT fid, counts FROM release_version
        WHERE counts IS NOT NULL AND \(inForce().condition())
        """)
    var counts: [Int64: [DeviceCategory: Int]] = [:]
    while let row = try rows.next() {
      let version: Int64 = try row.decode(atIndex: 0)
      guard let words = JSONText.read(try row.decode(atIndex: 1), as: [String: Int].self) else {
        throw BookError.damaged("release_version, row \(version): counts can't be read")
      }
      counts[version] = Dictionary(
        uniqueKeysWithValues: words.compactMap { word, count in
          DeviceCategory(rawValue: word).map { ($0, count) }
        })
    }
    return counts
  }

  /// The districts of a boundary set, by code.
  public func districts(set: String) throws -> [Stored<District>] {
    try all(
      DistrictRow.select + """
         WHERE boundary_set = ? AND \(inForce().condition()) ORDER BY code, valid_from
        """, [set], DistrictRow.read)
  }

  func all<Value>(
    _ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try read(row)) }
    return values
  }

  /// The batches whose rows are read.
  ///
  /// - Parameter batch: the last one to look at; nil is the reader's own.
  func inForce(through batch: Int64? = nil) throws -> BatchesInForce {
    try BatchesInForce(db, through: batch ?? throughBatch)
  }

  func ending(through batch: Int64? = nil) throws -> String {
    " WHERE \(try inForce(through: batch).condition()) ORDER BY fid"
  }

  private func ofKey() throws -> String {
    " WHERE id = ? AND organisation = ? AND \(try inForce().condition()) ORDER BY fid"
  }
}

@available(*, unavailable)
extension BookReader: Sendable {}

extension LandBook {
  /// Reads in one transaction, so that all that is read is of one moment.
  public func read<Value>(_ body: (BookReader) throws -> Value) throws -> Value {
    try inReadTransaction { db in try body(BookReader(db)) }
  }
}
