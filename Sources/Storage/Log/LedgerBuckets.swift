internal import Crypto
internal import Foundation
internal import GRDB

/// The digests of the ledger, event by event, in words and not in the numbers that one book happens
/// to give them: the same ledger has the same digests in every book.
///
/// The digest of an event is SHA-256 over what it is, then its parts in order of number:
///
/// - `E`, its number, its day, its version, and the tag of its profile;
/// - for each part `P`, its number, the tags of its district and its transition, its layers, its
///   area in square centimetres.
///
/// Numbers are 8 bytes, the highest first; an empty one is 80 00 00 00 00 00 00 00. What is no whole
/// number, which nothing of ours writes, is `X` and the bytes of its text. A tag is the first 16
/// bytes of the row's digest as ``RowForm`` has it, `fid` left out; an empty one is 16 bytes 00, and
/// one of a row that is not there 16 bytes FF.
struct LedgerBuckets {
  private let events: RawStatement
  private let parts: RawStatement
  private let districts: [Int64: Tag]
  private let transitions: [Int64: Tag]
  private let profiles: [Int64: Tag]

  init(_ db: Database) throws {
    events = try RawStatement(
      db,
      "SELECT fid, day, version, profile FROM ledger_event WHERE fid BETWEEN ? AND ? ORDER BY fid")
    parts = try RawStatement(
      db,
      """
      SELECT fid, district, transition, layers, area_cm2 FROM ledger_part
      WHERE fid BETWEEN ? AND ? ORDER BY fid
      """)
    districts = try Self.tags(db, "ledger_district")
    transitions = try Self.tags(db, "transition")
    profiles = try Self.tags(db, "release_profile")
  }

  /// The buckets that have rows, ascending.
  static func all(_ db: Database) throws -> [Int64] {
    let shift = BucketedPart.ledger.shift
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT fid >> \(shift) FROM ledger_event UNION
        SELECT DISTINCT fid >> \(shift + LedgerInsertion.partBits) FROM ledger_part ORDER BY 1
        """)
  }

  /// The events of a bucket, each with the digest of itself and its parts; parts whose event is
  /// not there stand for themselves.
  func items(_ bucket: Int64) throws -> [BucketItem] {
    let shift = BucketedPart.ledger.shift
    var made = LedgerBytes()
    try bind(bucket, shift)
    var event = try nextEvent()
    var part = try nextPart()
    while let number = [event, part].compactMap({ $0 }).min() {
      made.begin(number)
      if event == number {
        made.add(UInt8(ascii: "E"))
        for column in Int32(0)..<3 { made.add(events, column) }
        made.add(Self.tag(events, 3, profiles))
        event = try nextEvent()
      }
      while part == number {
        made.add(UInt8(ascii: "P"))
        made.add(parts, 0)
        made.add(Self.tag(parts, 1, districts))
        made.add(Self.tag(parts, 2, transitions))
        made.add(parts, 3)
        made.add(parts, 4)
        part = try nextPart()
      }
    }
    return made.items
  }

  private func bind(_ bucket: Int64, _ shift: Int64) throws {
    events.reset()
    parts.reset()
    let rows = BucketedPart.rows(bucket, shift)
    events.bind(1, rows.lowerBound)
    events.bind(2, rows.upperBound)
    let ofParts = BucketedPart.rows(bucket, shift + LedgerInsertion.partBits)
    parts.bind(1, ofParts.lowerBound)
    parts.bind(2, ofParts.upperBound)
  }

  private func nextEvent() throws -> Int64? { try events.next() ? events.integer(0) : nil }

  /// The event of the next part.
  private func nextPart() throws -> Int64? {
    try parts.next() ? parts.integer(0) >> LedgerInsertion.partBits : nil
  }

  private static func tag(_ statement: RawStatement, _ column: Int32, _ tags: [Int64: Tag]) -> Tag {
    if statement.isNull(column) { return .empty }
    return statement.isInteger(column) ? tags[statement.integer(column)] ?? .missing : .missing
  }

  private static func tags(_ db: Database, _ table: String) throws -> [Int64: Tag] {
    let form = try RowForm(db, table, leftOut: ["fid"])
    form.begin(.min, .max)
    var tags: [Int64: Tag] = [:]
    while let (row, digest) = try form.next() { tags[row] = Tag(digest) }
    return tags
  }
}

/// The beginning of the digest of a row of words.
private struct Tag {
  var bytes: SIMD16<UInt8>

  static let empty = Tag(bytes: SIMD16(repeating: 0))
  static let missing = Tag(bytes: SIMD16(repeating: 0xFF))

  init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  init(_ digest: SHA256Digest) {
    bytes = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD16<UInt8>.self) }
  }
}

/// The bytes of one event after the other, hashed as they end.
private struct LedgerBytes {
  private var bytes: [UInt8] = []
  private var number: Int64?
  private var made: [BucketItem] = []

  mutating func begin(_ number: Int64) {
    close()
    self.number = number
  }

  mutating func add(_ mark: UInt8) { bytes.append(mark) }

  mutating func add(_ row: RawStatement, _ column: Int32) {
    if row.isInteger(column) || row.isNull(column) {
      let number = row.isNull(column) ? .min : row.integer(column)
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    } else {
      add(UInt8(ascii: "X"))
      row.bytes(column).map { bytes.append(contentsOf: $0) }
    }
  }

  mutating func add(_ tag: Tag) {
    withUnsafeBytes(of: tag.bytes) { bytes.append(contentsOf: $0) }
  }

  var items: [BucketItem] {
    mutating get {
      close()
      return made
    }
  }

  private mutating func close() {
    guard let number else { return }
    made.append(BucketItem(number: number, SHA256.hash(data: bytes)))
    bytes.removeAll(keepingCapacity: true)
    self.number = nil
  }
}
