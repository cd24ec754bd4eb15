import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// What has to be posted again after a change, with all the records that this depends on.
///
/// A record's movements depend on it and on what shares ground with it. So the records that came,
/// and every record whose box meets one of theirs, are posted again; for that their neighbours are
/// read too, and the releases that may date these.
struct ChangedGround {
  /// Records whose events are posted again.
  let hazards: Set<RecordKey>
  let releases: Set<RecordKey>
  /// The ids that these events have, or had, in the ledger.
  let events: [Int64]
  let input: LedgerInput

  /// More than this share of a book is posted from nothing instead.
  private static let largestShare = 0.1

  /// Finds what to post again; nil where a change reaches farther than its ground and everything
  /// has to be posted.
  init?(_ reader: BookReader, _ info: BookInfo) throws {
    let ledger = info.ledger
    guard let posted = ledger.postedThroughBatch, let bend = ledger.widestBend,
      ledger.boundarySet == info.defaultBoundarySet, let set = info.defaultBoundarySet,
      ledger.programVersion == ProgramVersion.current
    else { return nil }
    let changed = try reader.changedKeys(after: posted)
    let leaves = District.leavesInForce(try reader.districts(set: set).map(\.content))
    let most = Int(Double(try reader.versionCount()) * Self.largestShare)
    // What was taken back may have moved any ground that it met, which is no longer told.
    guard !changed.tasksChanged, !changed.districtsChanged, !changed.batchesToggled,
      !leaves.isEmpty,
      changed.hazards.count + changed.releases.count <= most,
      try !Self.reachesFar(changed, reader)
    else { return nil }
    var gathering = Gathering(reader, EqualAreaPlane.centred(on: leaves.map(\.polygon.envelope)))
    guard ledger.plane == gathering.plane.description, gathering.isClearOfSeam(leaves) else {
      return nil
    }
    gathering.add(changed.hazards, changed.releases)
    try gathering.load()
    // An early release dates the hazard it names, so that all of the hazard may change.
    gathering.add(try gathering.hazardsNamedByReleases(), [])
    try gathering.load()
    try gathering.addNeighbours(bend: bend)
    try gathering.load()
    (hazards, releases) = (gathering.hazards, gathering.releases)
    events = gathering.eventIDs()
    try gathering.addNeighbours(bend: bend)
    try gathering.load()
    try gathering.addDatingReleases(bend: bend)
    try gathering.addNamed()
    try gathering.load()
    guard gathering.count <= most else { return nil }
    input = try gathering.input(tasks: try reader.tasks().map(\.content), leaves: leaves)
  }

  /// Whether links of records elsewhere may change their target.
  private static func reachesFar(_ changed: ChangedRecords, _ reader: BookReader) throws -> Bool {
    let (hazards, releases) = (Set(changed.hazards.map(\.id)), Set(changed.releases.map(\.id)))
    return try reader.organisations(ofHazardIds: hazards).values.contains { $0.count > 1 }
      || reader.organisations(ofReleaseIds: releases).values.contains { $0.count > 1 }
      || reader.hasLostLinks(to: hazards.union(releases))
  }
}

/// Records read by key, with the boxes of their ground.
private struct Gathering {
  private let reader: BookReader
  private(set) var hazards: Set<RecordKey> = []
  private(set) var releases: Set<RecordKey> = []
  private var hazardRows: [PostingRow<LedgerHazard>] = []
  private var releaseRows: [PostingRow<LedgerRelease>] = []
  private var loaded = (hazards: Set<RecordKey>(), releases: Set<RecordKey>())
  let plane: EqualAreaPlane

  init(_ reader: BookReader, _ plane: EqualAreaPlane) {
    self.reader = reader
    self.plane = plane
  }

  var count: Int { hazardRows.count + releaseRows.count }

  /// Whether boxes of longitude can be searched for without a thought for the antimeridian.
  func isClearOfSeam(_ leaves: [District]) -> Bool {
    leaves.allSatisfy { $0.polygon.envelope.minX > -170 && $0.polygon.envelope.maxX < 170 }
  }

  mutating func add(_ hazards: Set<RecordKey>, _ releases: Set<RecordKey>) {
    self.hazards.formUnion(hazards)
    self.releases.formUnion(releases)
  }

  /// Reads the versions of what was added since.
  mutating func load() throws {
    hazardRows += try reader.ledgerHazards(keys: hazards.subtracting(loaded.hazards))
    releaseRows += try reader.ledgerReleases(keys: releases.subtracting(loaded.releases))
    loaded = (hazards, releases)
  }

  func hazardsNamedByReleases() throws -> Set<RecordKey> {
    Self.keys(
      try reader.organisations(ofHazardIds: Set(releaseRows.flatMap(\.record.hazards))))
  }

  /// Adds every record whose box may meet the box of one that is here.
  mutating func addNeighbours(bend: Double) throws {
    let near = try reader.keysMeeting(boxes(hazardRows, bend) + boxes(releaseRows, bend))
    add(near.hazards, near.releases)
  }

  /// Adds the releases that name a hazard here and may share ground with it.
  mutating func addDatingReleases(bend: Double) throws {
    let near = try reader.keysMeeting(boxes(hazardRows, bend)).releases.subtracting(releases)
    let ids = Set(hazardRows.map(\.record.key.id))
    for row in try reader.ledgerReleases(keys: near)
    where row.record.hazards.contains(where: ids.contains) {
      releases.insert(row.record.key)
    }
  }

  /// Adds the records that those here name, so that names lead where they lead in the whole book.
  mutating func addNamed() throws {
    let reopened = Set(hazardRows.compactMap(\.record.reopens))
    let named = Set(releaseRows.flatMap(\.record.hazards)).union(reopened)
    add(
      Self.keys(try reader.organisations(ofHazardIds: named)),
      Self.keys(try reader.organisations(ofReleaseIds: reopened)))
  }

  func eventIDs() -> [Int64] {
    let ids =
      hazardRows.map { $0.record.storedVersion << 2 }
      + releaseRows.map { $0.record.storedVersion << 2 | 1 }
    return (ids + ids.map { $0 | 2 }).sorted()
  }

  func input(tasks: [LandTask], leaves: [District]) throws -> LedgerInput {
    var input = try LedgerInput(plane: plane, tasks: tasks, leaves: leaves)
    for row in hazardRows { try input.add(row.record, row.polygon, isValid: row.isValid) }
    for row in releaseRows { try input.add(row.record, row.polygon, isValid: row.isValid) }
    try input.finish()
    return input
  }

  /// The boxes of longitude and latitude, as wide as an edge of any record may bend out of its own.
  private func boxes<Record>(_ rows: [PostingRow<Record>], _ bend: Double) -> [Envelope] {
    let margin = 2 * bend + 1e-6
    return rows.compactMap(\.polygon).map { polygon in
      var box = Geodesic.densified(polygon, longestEdge: PlaneProjector.longestEdge).envelope
      guard !box.isEmpty else { return box }
      box.add(x: box.minX - margin, y: box.minY - margin)
      box.add(x: box.maxX + margin, y: box.maxY + margin)
      return box
    }
  }

  private static func keys(_ organisations: [String: [String]]) -> Set<RecordKey> {
    Set(organisations.flatMap { id, names in names.map { RecordKey(organisation: $0, id: id) } })
  }
}
