internal import GRDB
public import GeometryValues
public import LandRelease

/// What came into a book after a batch, as far as posting has to know.
public struct ChangedRecords: Hashable, Sendable {
  /// Hazards of which there is something new.
  public var hazards: Set<RecordKey>
  /// Releases of which there is something new.
  public var releases: Set<RecordKey>
  /// Whether a task came, which can link any release to a hazard.
  public var tasksChanged: Bool
  /// Whether a district came, by which any ground may have to be split anew.
  public var districtsChanged: Bool
  /// Whether what the earlier batch knew of was taken back, or came back.
  public var batchesToggled: Bool
}

extension BookReader {
  /// What came after a batch, and what was taken back or came back since.
  public func changedKeys(after batch: Int64) throws -> ChangedRecords {
    let (then, now) = (try BatchesInForce(db, through: batch), try inForce())
    let isNew = now.changed(since: then)
    return ChangedRecords(
      hazards: try keys("SELECT organisation, id FROM hazard_version WHERE \(isNew)"),
      releases: try keys("SELECT organisation, id FROM release_version WHERE \(isNew)"),
      tasksChanged: try exists("SELECT 1 FROM task WHERE \(isNew)"),
      districtsChanged: try exists("SELECT 1 FROM district WHERE \(isNew)"),
      batchesToggled: !now.toggled(since: then).isEmpty)
  }

  /// The records of which some version's box meets one of the boxes, by the spatial index.
  ///
  /// - Parameter boxes: longitude and latitude in degrees; borders count.
  public func keysMeeting(
    _ boxes: [Envelope]
  ) throws -> (hazards: Set<RecordKey>, releases: Set<RecordKey>) {
    (
      try keys(of: "hazard_version", meeting: boxes),
      try keys(of: "release_version", meeting: boxes)
    )
  }

  /// By id, the organisations that have a hazard of that id, in byte order.
  public func organisations(ofHazardIds ids: Set<String>) throws -> [String: [String]] {
    try organisations(of: ids, in: "hazard_version")
  }

  /// By id, the organisations that have a release of that id, in byte order.
  public func organisations(ofReleaseIds ids: Set<String>) throws -> [String: [String]] {
    try organisations(of: ids, in: "release_version")
  }

  /// Whether posting found links to one of these ids that led nowhere, or to several records.
  public func hasLostLinks(to ids: Set<String>) throws -> Bool {
    let select = try RawStatement(
      db, "SELECT message FROM finding WHERE batch IS NULL AND rule IN ('LR05', 'LR06')")
    while try select.next() {
      let words = (select.text(0) ?? "").split(separator: "\"")
      if words.contains(where: { ids.contains(String($0)) }) { return true }
    }
    return false
  }

  /// How many versions of hazards and releases the book holds.
  public func versionCount() throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull((SELECT max(fid) FROM hazard_version), 0)
          + ifnull((SELECT max(fid) FROM release_version), 0)
        """) ?? 0
  }

  private func organisations(of ids: Set<String>, in table: String) throws -> [String: [String]] {
    let select = try RawStatement(
      db, "SELECT DISTINCT organisation FROM \(table) WHERE id = ? ORDER BY 1")
    var found: [String: [String]] = [:]
    for id in ids {
      select.bind(1, id)
      while try select.next() { found[id, default: []].append(select.text(0) ?? "") }
    }
    return found
  }

  private func keys(of table: String, meeting boxes: [Envelope]) throws -> Set<RecordKey> {
    let search = try RawStatement(
      db,
      """
      SELECT id FROM rtree_\(table)_geom
      WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4
      """)
    var rows: Set<Int64> = []
    for box in boxes where !box.isEmpty {
      search.bind(1, degrees: box.minX)
      search.bind(2, degrees: box.maxX)
      search.bind(3, degrees: box.minY)
      search.bind(4, degrees: box.maxY)
      while try search.next() { rows.insert(search.integer(0)) }
    }
    let select = try RawStatement(db, "SELECT organisation, id FROM \(table) WHERE fid = ?")
    var keys: Set<RecordKey> = []
    for row in rows.sorted() {
      select.bind(1, row)
      while try select.next() { keys.insert(Self.key(select)) }
    }
    return keys
  }

  private func keys(_ sql: String) throws -> Set<RecordKey> {
    let select = try RawStatement(db, sql)
    var keys: Set<RecordKey> = []
    while try select.next() { keys.insert(Self.key(select)) }
    return keys
  }

  private func exists(_ sql: String) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (\(sql))") ?? false
  }

  private static func key(_ select: RawStatement) -> RecordKey {
    RecordKey(organisation: select.text(0) ?? "", id: select.text(1) ?? "")
  }
}
