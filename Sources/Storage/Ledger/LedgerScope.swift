internal import GRDB
internal import LandRelease

/// A filter of movements in the numbers of ledger rows.
struct LedgerScope {
  /// Event ids in ascending order; nil is all.
  var events: [Int64]?
  /// By number, whether a district is asked for; nil is all.
  var districts: [Bool]?
  var layers: UInt8
  var type: EventReference.RecordType?
  /// Of dated movements; empty where only undated ones are asked for.
  var days: Range<Int32>
  var includesUndated: Bool

  init(_ filter: MovementFilter, _ legend: LedgerLegend, _ db: Database) throws {
    events = try filter.record.map { try Self.events(of: $0, db) }
    districts = filter.districts.map { codes in legend.districts.map(codes.contains) }
    layers = filter.layer.map { LayerSet($0).rawValue } ?? .max
    type = filter.type
    let first = filter.from.map { Int32($0.dayNumber) } ?? PostedEvent.undated + 1
    let end = filter.to.map { Int32($0.dayNumber) + 1 } ?? .max
    days = filter.isDated == false ? 0..<0 : first..<max(first, end)
    includesUndated = filter.from == nil && filter.isDated != true
  }

  var hasAllDays: Bool {
    includesUndated && days == (PostedEvent.undated + 1)..<Int32.max
  }

  @inline(__always)
  func admits(day: Int32) -> Bool {
    day == PostedEvent.undated ? includesUndated : days.contains(day)
  }

  /// Conditions on the columns that parts and their summary have alike.
  func placeTerms(_ table: String) -> [String] {
    var terms: [String] = []
    if let districts {
      let numbers = districts.indices.filter { districts[$0] }.map(String.init)
      // The sign keeps SQLite from making an index for one query, which would also change the order.
      terms.append("+\(table).district IN (\(numbers.joined(separator: ", ")))")
    }
    if layers != .max { terms.append("\(table).layers & \(layers)") }
    return terms
  }

  /// The condition that the day of an event lies in the scope.
  var dayTerm: String {
    let dated =
      days.isEmpty ? "0" : "e.day BETWEEN \(days.lowerBound) AND \(days.upperBound - 1)"
    return includesUndated ? "(e.day IS NULL OR \(dated))" : dated
  }

  private static func events(of record: LedgerRecord, _ db: Database) throws -> [Int64] {
    let bit: Int64 = record.type == .release ? 1 : 0
    let select = try RawStatement(
      db, "SELECT fid FROM \(record.type.rawValue)_version WHERE id = ? AND organisation = ?",
      [record.key.id, record.key.organisation])
    var events: [Int64] = []
    while try select.next() {
      let version = select.integer(0) << 2
      events += [version | bit, version | 2 | bit]
    }
    return events.sorted()
  }
}
