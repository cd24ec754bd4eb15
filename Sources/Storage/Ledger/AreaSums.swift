/// Areas and counts by key, added up exactly.
///
/// An open hash table whose keys are two words and whose entries stand in the table itself, since
/// with a country's summary each step to another place in memory costs more than all else.
struct AreaSums {
  struct Key: Hashable {
    var high: UInt64
    var low: UInt64

    fileprivate static let none = Key(high: .max, low: .max)
  }

  struct Entry {
    var key: Key
    var area: Int64
    var count: Int64
  }

  /// A power of two, at most half full.
  private var table: [Entry]
  private var used = 0

  init() {
    table = Self.empty(1 << 10)
  }

  /// In no order.
  var entries: [Entry] { table.filter { $0.key != .none } }

  /// - Throws: ``BookError`` where a sum passes 9.2e18 cm2.
  @inline(__always)
  mutating func add(_ key: Key, area: Int64, count: Int64 = 1, times: Int = 1) throws {
    if used * 2 >= table.count { grow() }
    let place = Self.place(of: key, in: table)
    if table[place].key == .none {
      table[place].key = key
      used += 1
    }
    let (product, isTooGreat) = area.multipliedReportingOverflow(by: Int64(times))
    let (sum, overflows) = table[place].area.addingReportingOverflow(product)
    if isTooGreat || overflows { throw Self.overflow }
    table[place].area = sum
    table[place].count += count * Int64(times)
  }

  private static var overflow: BookError {
    .damaged("areas of the ledger add up to more than any ground on Earth")
  }

  private mutating func grow() {
    var larger = Self.empty(table.count * 4)
    for entry in table where entry.key != .none {
      larger[Self.place(of: entry.key, in: larger)] = entry
    }
    table = larger
  }

  /// Where a key stands, or the place that is free for it.
  @inline(__always)
  private static func place(of key: Key, in table: [Entry]) -> Int {
    var mixed = (key.high ^ (key.low &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    var place = Int(truncatingIfNeeded: mixed >> 24) & (table.count - 1)
    while table[place].key != key && table[place].key != .none {
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private static func empty(_ count: Int) -> [Entry] {
    [Entry](repeating: Entry(key: .none, area: 0, count: 0), count: count)
  }
}
