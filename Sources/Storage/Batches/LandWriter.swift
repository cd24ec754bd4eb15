internal import Crypto
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Writes versions of hazards or releases, with the row of the layer where it is plain.
///
/// A record that the book and the batch have no other version of is shown as it is stored; all
/// others are left to ``CurrentLayers``.
final class LandWriter {
  /// What became of a row.
  enum Outcome {
    case stored(version: Int64, StoreOutcome.Novelty, isShown: Bool)
    case unchanged(version: Int64)
    case refused(StoreOutcome)
  }

  /// Rows after which the trigger that looks for a version of the same number is lifted.
  private static let fewRows = 1000

  private let db: Database
  private let table: LandTable
  private let insertion: DirectStatement
  private let showing: DirectStatement
  private let search: DirectStatement
  /// The number of the last version before the batch; 0 where there was none.
  private let lastBefore: Int64
  private let versions: IndexUpdate
  private let layer: IndexUpdate
  private let alike: AlikePolygon
  /// Rows whose polygon is one of the book's, rounded otherwise.
  private(set) var alikeCount = 0
  /// Rows of a file that came before, of which later files say something else.
  private(set) var outdatedCount = 0
  /// Records that the book had, by organisation.
  private(set) var met: [String: Int] = [:]
  private var guardian: LiftedTrigger?
  private var count = 0
  private var columns = RecordColumns()
  private(set) var events = BatchEvents()

  init(_ db: Database, _ table: LandTable, _ writer: BatchWriter) throws {
    self.db = db
    self.table = table
    insertion = try DirectStatement(db, table.insertion, columns: table.columns)
    showing = try DirectStatement(db, table.showing, columns: table.columns)
    search = try DirectStatement(
      db, table.search(writer.inForce), columns: table.columns)
    let last = "SELECT max(fid) FROM \(table.versions)"
    lastBefore = try Int64.fetchOne(db, sql: last) ?? 0
    alike = try AlikePolygon(db, versions: table.versions)
    versions = try writer.index(of: table.versions)
    layer = try writer.index(of: table.layer)
  }

  /// What a version says beside its content.
  struct Circumstances {
    var polygon: MultiPolygon?
    var measured: Measured
    var recordedAt: String
    var batch: Int64
    var row: Int?
    /// The columns that only the layer has.
    var layerOnly: [String?] = []
    /// A withdrawal with its reason takes the record off the map.
    var isWithdrawn = false
    /// The same file has come before: what later files changed stays as they say.
    var isRepeated = false
    /// A polygon typed by hand is kept as it is.
    var isByHand = false
  }

  func store(
    _ event: LandEvent, _ circumstances: Circumstances, _ write: (inout RecordColumns) -> Void
  ) throws -> Outcome {
    var circumstances = circumstances
    columns.begin()
    write(&columns)
    var (digest, wkb) = columns.close(circumstances.polygon.map(Geometry.polygons))
    let beginning = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD2<UInt64>.self) }
    let hasCome = events.meet(event, beginning)
    var known: [KnownVersion] = []
    if hasCome || lastBefore > 0 {
      known = try self.known()
      events.compare(
        event, ContentHash.hexadecimal(digest), with: known.filter { $0.version > lastBefore })
      if !hasCome, !known.isEmpty { met[event.key.organisation, default: 0] += 1 }
      if let same = same(event, digest, known, circumstances) {
        return .unchanged(version: same.version)
      }
      if try takeDrawn(event, known, &circumstances) {
        columns.begin()
        write(&columns)
        (digest, wkb) = columns.close(circumstances.polygon.map(Geometry.polygons))
        if let same = same(event, digest, known, circumstances) {
          return .unchanged(version: same.version)
        }
      }
    }
    let box = circumstances.polygon?.envelope ?? Envelope()
    columns.add(circumstances, given: event.moment != nil, digest, wkb, box)
    insertion.bind(columns)
    do {
      try insertion.run()
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      return .refused(BatchWriter.refusal(error))
    }
    let version = insertion.lastRow
    try count(version, box)
    let novelty = Self.novelty(of: event, ContentHash.hexadecimal(digest), among: known)
    let isShown =
      try novelty == .first
      && (circumstances.isWithdrawn || show(version, box))
    return .stored(version: version, novelty, isShown: isShown)
  }

  /// Takes the polygon as the book has drawn it where the new one only rounds it otherwise.
  ///
  /// Rows with a moment of their own are left alone: what they give must not depend on the order
  /// in which they come.
  private func takeDrawn(
    _ event: LandEvent, _ known: [KnownVersion], _ circumstances: inout Circumstances
  ) throws -> Bool {
    let earlier = known.filter { $0.version <= lastBefore }
    guard event.moment == nil, !circumstances.isByHand, let polygon = circumstances.polygon,
      let drawn = try alike.find(polygon, among: earlier)
    else { return false }
    let original = circumstances.measured.original
    circumstances.polygon = drawn.polygon
    circumstances.measured = drawn.measured
    circumstances.measured.original = original ?? polygon
    alikeCount += 1
    return true
  }

  /// Puts back what was lifted.
  func finish() throws { try guardian?.restore() }

  private func count(_ version: Int64, _ box: Envelope) throws {
    try versions.note(version, box)
    count += 1
    if count == Self.fewRows {
      guardian = try LiftedTrigger(db, "\(table.versions)_once")
    }
  }

  /// - Returns: whether the record is in the layer as it should be.
  private func show(_ version: Int64, _ box: Envelope) throws -> Bool {
    columns.append(.integer(version))
    showing.bind(columns)
    do {
      try showing.run()
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
    {
      // Somebody has drawn a record of that key by hand.
      return false
    }
    try layer.note(showing.lastRow, box)
    return true
  }

  private func known() throws -> [KnownVersion] {
    search.bind(columns)
    var versions: [KnownVersion] = []
    while try search.next() {
      versions.append(
        KnownVersion(
          version: search.integer(0), date: search.text(1), hash: search.text(2) ?? "",
          recordedAt: search.text(3) ?? "", isGiven: search.integer(4) != 0))
    }
    search.reset()
    return versions
  }

  /// The version that says the same, unless something else has been recorded since.
  private func same(
    _ event: LandEvent, _ digest: SHA256Digest, _ known: [KnownVersion],
    _ circumstances: Circumstances
  ) -> KnownVersion? {
    if known.isEmpty { return nil }
    let hash = ContentHash.hexadecimal(digest)
    guard let same = known.first(where: { Self.isSame($0, event, hash) }) else { return nil }
    guard Self.isOutdated(same, event, known, circumstances) else { return same }
    if circumstances.isRepeated { outdatedCount += 1 }
    return circumstances.isRepeated ? same : nil
  }

  private static func isSame(_ version: KnownVersion, _ event: LandEvent, _ hash: String) -> Bool {
    guard version.hash == hash else { return false }
    guard let moment = event.moment else { return true }
    return version.isGiven && version.recordedAt == moment
  }

  /// Whether something else has been recorded of the event since, so that a row without a moment of
  /// its own, which is recorded now, changes it back.
  private static func isOutdated(
    _ same: KnownVersion, _ event: LandEvent, _ known: [KnownVersion],
    _ circumstances: Circumstances
  ) -> Bool {
    guard event.moment == nil else { return false }
    let rivals = known.filter { event.isOf($0) }
    guard let latest = rivals.map(\.recordedAt).max(), latest < circumstances.recordedAt else {
      return false
    }
    return rivals.contains { $0.recordedAt == latest && $0.hash != same.hash }
  }

  private static func novelty(
    of event: LandEvent, _ hash: @autoclosure () -> String, among known: [KnownVersion]
  ) -> StoreOutcome.Novelty {
    if known.isEmpty { return .first }
    let rivals = known.filter(event.isOf)
    if rivals.isEmpty { return .version }
    guard let moment = event.moment else { return .correction }
    let hash = hash()
    let contradicts = rivals.contains {
      $0.isGiven && $0.recordedAt == moment && $0.hash != hash
    }
    return contradicts ? .contradiction : .correction
  }
}

extension RecordColumns {
  /// Adds what is stored of a version beside its content.
  fileprivate mutating func add(
    _ circumstances: LandWriter.Circumstances, given isGiven: Bool, _ digest: SHA256Digest,
    _ wkb: Range<Int>?, _ box: Envelope
  ) {
    let measured = circumstances.measured
    addBlob(circumstances.polygon, wkb, box)
    append(measured.area.map { .integer($0.squareCentimetres) } ?? .null)
    append(measured.isValid.map { .integer($0 ? 1 : 0) } ?? .null)
    addUnhashed(measured.invalidReason)
    addWKB(measured.original)
    addHexadecimal(digest)
    addUnhashed(circumstances.recordedAt)
    append(.integer(isGiven ? 1 : 0))
    append(.integer(circumstances.batch))
    append(circumstances.row.map { .integer(Int64($0)) } ?? .null)
    for text in circumstances.layerOnly { addUnhashed(text) }
  }

  private mutating func addHexadecimal(_ digest: SHA256Digest) {
    reserve(64)
    let start = end
    for byte in digest {
      put(ContentHash.digit(byte >> 4))
      put(ContentHash.digit(byte & 15))
    }
    append(.text(start..<end))
  }
}
