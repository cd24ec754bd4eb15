internal import Crypto
internal import Foundation
internal import GRDB

/// One row of a bucket, or one event of the ledger with its parts.
struct BucketItem {
  var number: Int64
  /// The first 16 bytes of its digest.
  var digest: Data

  init(number: Int64, digest: Data) {
    self.number = number
    self.digest = digest
  }

  init(number: Int64, _ digest: SHA256Digest) {
    self.init(number: number, digest: Data(digest.prefix(RowDigests.width)))
  }
}

/// A bucket: rows whose numbers begin alike, hashed together, so that a small change costs a small
/// part of the table.
struct LogBucket: Equatable {
  /// Bytes that are kept of each item: its place in the bucket, and the beginning of its digest.
  static let width = 2 + RowDigests.width

  var number: Int64
  /// As `log_bucket` keeps them.
  var items: Data

  /// SHA-256 of the items as they are kept.
  var sha256: Data { Data(SHA256.hash(data: items)) }

  init(number: Int64, items: Data) {
    self.number = number
    self.items = items
  }

  init(number: Int64, of made: [BucketItem], _ part: BucketedPart) {
    var items = Data(capacity: made.count * Self.width)
    for item in made {
      let place = UInt16(truncatingIfNeeded: item.number &- number << part.shift)
      items.append(UInt8(place >> 8))
      items.append(UInt8(place & 0xFF))
      items.append(item.digest)
    }
    self.init(number: number, items: items)
  }

  /// The digest of each item, by its number.
  func digests(_ part: BucketedPart) -> [Int64: Data] {
    stride(from: items.startIndex, to: items.endIndex - Self.width + 1, by: Self.width)
      .reduce(into: [:]) { digests, start in
        let place = Int64(items[start]) << 8 + Int64(items[start + 1])
        digests[number << part.shift | place] = items[start + 2..<start + Self.width]
      }
  }
}

/// The part of the book that changes row by row, and how it is cut into buckets.
enum BucketedPart: String, CaseIterable {
  case ledger
  case finding

  /// How many items one bucket can have: events of 256 stored versions, or 256 findings.
  var shift: Int64 { self == .ledger ? 10 : 8 }

  /// The numbers that begin like a bucket's, whatever somebody wrote as a number.
  static func rows(_ bucket: Int64, _ shift: Int64) -> ClosedRange<Int64> {
    let first = bucket << shift
    return first...(first | ((1 << shift) - 1))
  }

  /// The bucket of an item.
  func bucket(_ item: Int64) -> Int64 { item >> shift }
}

/// The buckets of one part as the book keeps them.
struct LogBuckets {
  let part: BucketedPart
  let db: Database

  /// Puts one bucket in place of the one before; one without items goes.
  func put(_ number: Int64, _ items: [BucketItem]) throws {
    try db.cachedStatement(sql: "DELETE FROM log_bucket WHERE part = ? AND bucket = ?")
      .execute(arguments: [part.rawValue, number])
    if items.isEmpty { return }
    let bucket = LogBucket(number: number, of: items, part)
    try db.cachedStatement(
      sql: "INSERT INTO log_bucket (part, bucket, sha256, items) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [part.rawValue, number, bucket.sha256, bucket.items])
  }

  /// What is kept of one bucket, by number of the item.
  func digests(_ number: Int64) throws -> [Int64: Data] {
    let items = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT items FROM log_bucket WHERE part = ? AND bucket = ?"),
      arguments: [part.rawValue, number])
    return items.map { LogBucket(number: number, items: $0).digests(part) } ?? [:]
  }

  /// Whether they are what the log last said, and some of them sound: on others no entry may stand,
  /// or it would take in what another program wrote there.
  func areAsLogged(_ logged: LogContent.Buckets?, sound: Set<Int64>) throws -> Bool {
    guard try root() == logged ?? BucketRoot().content else { return false }
    let select = try db.cachedStatement(
      sql: "SELECT sha256, items FROM log_bucket WHERE part = ? AND bucket = ?")
    return try sound.allSatisfy { number in
      guard let row = try Row.fetchOne(select, arguments: [part.rawValue, number]) else {
        return true
      }
      let bucket = LogBucket(number: number, items: try row.decode(atIndex: 1))
      return try bucket.sha256 == row.decode(atIndex: 0)
    }
  }

  func clear() throws {
    try db.execute(sql: "DELETE FROM log_bucket WHERE part = ?", arguments: [part.rawValue])
  }

  /// The buckets as they are kept, in order, each with whether its hash is that of its items.
  func kept() throws -> [(bucket: LogBucket, isSound: Bool)] {
    try Row.fetchAll(
      db, sql: "SELECT bucket, sha256, items FROM log_bucket WHERE part = ? ORDER BY bucket",
      arguments: [part.rawValue]
    ).map { row in
      let bucket = LogBucket(
        number: try row.decode(atIndex: 0), items: try row.decode(atIndex: 2))
      return (bucket, try bucket.sha256 == row.decode(atIndex: 1))
    }
  }

  /// What the log says of the buckets: SHA-256 over the number (8 bytes, the highest first) and the
  /// digest (32 bytes) of each, in order.
  func root() throws -> LogContent.Buckets {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT bucket, sha256 FROM log_bucket WHERE part = ? ORDER BY bucket",
      arguments: [part.rawValue])
    var root = BucketRoot()
    while let row = try rows.next() { try root.add(row.decode(atIndex: 0), row.decode(atIndex: 1)) }
    return root.content
  }
}

/// Adds up the buckets of a part.
struct BucketRoot {
  private var hash = SHA256()
  private var count = 0

  mutating func add(_ number: Int64, _ sha256: Data) {
    withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
    hash.update(data: sha256)
    count += 1
  }

  var content: LogContent.Buckets {
    LogContent.Buckets(count: count, sha256: ContentHash.hexadecimal(hash.finalize()))
  }
}
