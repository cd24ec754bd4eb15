internal import Foundation
internal import GRDB

/// Brings the buckets of a part up to date with what a write touched.
///
/// A row that the write did not touch, or that was not as it was logged when the write came, keeps
/// the digest that was logged: what another program did to it is found by whoever looks.
struct BucketChange {
  let part: BucketedPart
  let db: Database
  /// The numbers of the items; nil makes all buckets anew.
  let touched: Set<Int64>?
  /// The digests of touched rows as they were, of those that were there; nil does not matter.
  let before: [Int64: Data]?

  /// - Parameters:
  ///   - all: the numbers of all buckets that have rows.
  ///   - items: what a bucket holds now.
  /// - Returns: nil where what is kept of the buckets is not what was logged: the log goes on
  ///   saying what it said, so that the break is found for as long as it lasts.
  func write(
    all: () throws -> [Int64], items: (Int64) throws -> [BucketItem]
  ) throws -> LogContent.Buckets? {
    let buckets = LogBuckets(part: part, db: db)
    guard let touched else {
      try buckets.clear()
      for number in try all() { try buckets.put(number, items(number)) }
      return try buckets.root()
    }
    let numbers = Set(touched.map(part.bucket))
    guard try buckets.areAsLogged(LogChain.lastBuckets(part, db), sound: numbers) else {
      return nil
    }
    for number in numbers.sorted() {
      var logged = try buckets.digests(number)
      let found = try items(number)
      for item in found where isOurs(item.number, logged) { logged[item.number] = item.digest }
      for gone in Set(logged.keys).subtracting(found.map(\.number)) where isOurs(gone, logged) {
        logged[gone] = nil
      }
      try buckets.put(
        number,
        logged.sorted { $0.key < $1.key }.map { BucketItem(number: $0.key, digest: $0.value) })
    }
    return try buckets.root()
  }

  private func isOurs(_ item: Int64, _ logged: [Int64: Data]) -> Bool {
    guard touched?.contains(item) ?? true else { return false }
    guard let was = before?[item] else { return true }
    return was == logged[item]
  }
}
