/// Puts records in the order of their keys: organisation, then id, in byte order of UTF-8.
///
/// The first sixteen bytes of an id, read as two numbers, decide nearly every comparison, which
/// makes sorting a country's records several times cheaper than comparing strings.
struct KeyOrder {
  private struct Entry {
    let organisation: Int32
    let index: Int32
    let high: UInt64
    let low: UInt64
  }

  private let ranks: [String: Int32]

  /// Knows the organisations of the keys given and no others.
  init(organisations: some Sequence<String>) {
    let sorted = Set(organisations).sorted { $0.utf8Precedes($1) }
    ranks = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
  }

  /// Places in `keys`, in order; equal keys are put in order by `isBefore`.
  func sorted(_ keys: [RecordKey], isBefore: (Int32, Int32) -> Bool) -> [Int32] {
    var entries: [Entry] = []
    entries.reserveCapacity(keys.count)
    for (index, key) in keys.enumerated() {
      let (high, low) = Self.head(of: key.id)
      entries.append(
        Entry(
          organisation: ranks[key.organisation] ?? -1, index: Int32(index), high: high, low: low))
    }
    entries.sort { left, right in
      if left.organisation != right.organisation { return left.organisation < right.organisation }
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      let (leftID, rightID) = (keys[Int(left.index)].id, keys[Int(right.index)].id)
      if leftID != rightID { return leftID.utf8Precedes(rightID) }
      return isBefore(left.index, right.index)
    }
    return entries.map(\.index)
  }

  /// The first sixteen bytes as big-endian numbers, zeros after the end.
  private static func head(of id: String) -> (UInt64, UInt64) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var place = 0
    for byte in id.utf8 {
      if place < 8 {
        high |= UInt64(byte) << UInt64(56 - 8 * place)
      } else {
        low |= UInt64(byte) << UInt64(56 - 8 * (place - 8))
      }
      place += 1
      if place == 16 { break }
    }
    return (high, low)
  }
}
