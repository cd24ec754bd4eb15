internal import GRDB
internal import LandRelease

/// The rows of `movement_sum`: parts added up by month, district, profile and way of moving.
struct LedgerSummary {
  struct Group {
    var month: Int64
    var district: Int64
    var profile: Int64?
    var isRelease: Bool
    var transition: Int64
    var layers: Int64

    init(
      month: Int64, district: Int64, profile: Int64?, isRelease: Bool, transition: Int64,
      layers: Int64
    ) {
      self.month = month
      self.district = district
      self.profile = profile
      self.isRelease = isRelease
      self.transition = transition
      self.layers = layers
    }

    init(_ key: AreaSums.Key) {
      month = Int64(key.high >> 32)
      let profile = Int64(key.high & 0xFFFF_FFFF)
      self.profile = profile == 0 ? nil : profile
      district = Int64(key.low >> 32)
      isRelease = key.low >> 31 & 1 == 1
      transition = Int64(key.low >> 8 & 0x7F_FFFF)
      layers = Int64(key.low & 0xFF)
    }

    var key: AreaSums.Key {
      AreaSums.Key(
        high: UInt64(month) << 32 | UInt64(profile ?? 0),
        low: UInt64(district) << 32 | (isRelease ? 1 << 31 : 0) | UInt64(transition) << 8
          | UInt64(layers))
    }
  }

  private(set) var sums = AreaSums()

  mutating func add(_ group: Group, area: Int64, count: Int64 = 1) throws {
    try sums.add(group.key, area: area, count: count)
  }

  mutating func add(_ other: LedgerSummary) throws {
    for entry in other.sums.entries {
      try sums.add(entry.key, area: entry.area, count: entry.count)
    }
  }

  /// Writes the summary into an empty table, in order of month.
  func write(_ db: Database) throws {
    var insertion = try Self.insertion(db)
    for entry in sums.entries.sorted(by: Self.inOrder) { try Self.add(entry, to: &insertion) }
    try insertion.finish()
  }

  /// Adds what the summary holds to the rows that are there; a group without parts goes.
  func merge(_ db: Database) throws {
    let changes = sums.entries.filter { $0.count != 0 || $0.area != 0 }
    if changes.isEmpty { return }
    var rows = try Self.rows(ofMonths: Set(changes.map { Group($0.key).month }), db)
    var insertion = try Self.insertion(db)
    let update = try RawStatement(
      db, "UPDATE movement_sum SET area_cm2 = ?, count = ? WHERE fid = ?")
    let delete = try RawStatement(db, "DELETE FROM movement_sum WHERE fid = ?")
    for var entry in changes.sorted(by: Self.inOrder) {
      guard let row = rows.removeValue(forKey: entry.key) else {
        try Self.add(entry, to: &insertion)
        continue
      }
      entry.area += row.area
      entry.count += row.count
      if entry.count == 0 {
        delete.bind(1, row.fid)
        try delete.run()
      } else {
        update.bind(1, entry.area)
        update.bind(2, entry.count)
        update.bind(3, row.fid)
        try update.run()
      }
    }
    try insertion.finish()
  }

  private static func rows(
    ofMonths months: Set<Int64>, _ db: Database
  ) throws -> [AreaSums.Key: (fid: Int64, area: Int64, count: Int64)] {
    let list = months.sorted().map(String.init).joined(separator: ", ")
    let select = try RawStatement(
      db,
      """
      SELECT month, district, profile, is_release, transition, layers, area_cm2, count, fid
      FROM movement_sum WHERE month IN (\(list))
      """)
    var rows: [AreaSums.Key: (fid: Int64, area: Int64, count: Int64)] = [:]
    while try select.next() {
      let group = Group(
        month: select.integer(0), district: select.integer(1),
        profile: select.isNull(2) ? nil : select.integer(2), isRelease: select.integer(3) != 0,
        transition: select.integer(4), layers: select.integer(5))
      rows[group.key] = (select.integer(8), select.integer(6), select.integer(7))
    }
    return rows
  }

  private static func inOrder(_ left: AreaSums.Entry, _ right: AreaSums.Entry) -> Bool {
    (left.key.high, left.key.low) < (right.key.high, right.key.low)
  }

  private static func insertion(_ db: Database) throws -> RawInsertion {
    try RawInsertion(
      db, "movement_sum",
      columns: [
        "month", "district", "profile", "is_release", "transition", "layers", "area_cm2", "count",
      ])
  }

  private static func add(_ entry: AreaSums.Entry, to insertion: inout RawInsertion) throws {
    let group = Group(entry.key)
    insertion.add(group.month)
    insertion.add(group.district)
    insertion.add(group.profile)
    insertion.add(group.isRelease ? 1 : 0)
    insertion.add(group.transition)
    insertion.add(group.layers)
    insertion.add(entry.area)
    insertion.add(entry.count)
    try insertion.endRow()
  }
}
