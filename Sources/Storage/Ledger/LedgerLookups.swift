internal import GRDB
internal import LandRelease

/// The rows of the tables of words that the numbers of a ledger stand for.
struct LedgerLookups {
  /// By place in ``PostedLedger/districtCodes``.
  private(set) var districts: [Int64] = []
  /// By place in ``PostedLedger/profiles``.
  private(set) var profiles: [Int64] = []

  static let tables = ["ledger_district", "ledger_day", "transition", "release_profile"]

  /// Empties the tables before a whole ledger is written.
  static func clear(_ db: Database) throws {
    for table in tables where table != "ledger_district" {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try db.execute(sql: "DELETE FROM ledger_district WHERE fid <> 0")
  }

  /// Finds the rows of a ledger's words and adds those that are not there.
  init(_ ledger: PostedLedger, _ db: Database) throws {
    districts = try Self.districtRows(ledger.districtCodes, db)
    profiles = try Self.profileRows(ledger.profiles, db)
    try Self.addDays(ledger, db)
    try Self.addTransitions(ledger, db)
  }

  func district(_ place: Int32) -> Int64 { place < 0 ? 0 : districts[Int(place)] }

  func profile(_ place: Int32) -> Int64? { place < 0 ? nil : profiles[Int(place)] }

  private static func districtRows(_ codes: [String], _ db: Database) throws -> [Int64] {
    let insert = try RawStatement(db, "INSERT OR IGNORE INTO ledger_district (code) VALUES (?)")
    for code in codes {
      insert.bind(1, code)
      try insert.run()
    }
    var rows: [String: Int64] = [:]
    let select = try RawStatement(db, "SELECT fid, code FROM ledger_district")
    while try select.next() { rows[select.text(1) ?? ""] = select.integer(0) }
    return codes.map { rows[$0] ?? 0 }
  }

  private static func profileRows(_ profiles: [ReleaseProfile], _ db: Database) throws -> [Int64] {
    var rows: [ReleaseProfile: Int64] = [:]
    for (row, profile) in try ReleaseProfile.stored(db) { rows[profile] = row }
    let insert = try RawStatement(
      db, "INSERT INTO release_profile (kind, activity, operator, donor) VALUES (?, ?, ?, ?)")
    return try profiles.map { profile in
      if let row = rows[profile] { return row }
      insert.bind(1, profile.kind.rawValue)
      insert.bind(2, profile.activity?.rawValue)
      insert.bind(3, profile.operatorName)
      insert.bind(4, profile.donor)
      try insert.run()
      rows[profile] = db.lastInsertedRowID
      return db.lastInsertedRowID
    }
  }

  private static func addDays(_ ledger: PostedLedger, _ db: Database) throws {
    let days = ledger.events.lazy.map(\.day).filter { $0 != PostedEvent.undated }
    guard let first = days.min(), let last = days.max() else { return }
    var isThere = [Bool](repeating: false, count: Int(last) - Int(first) + 1)
    for day in days { isThere[Int(day) - Int(first)] = true }
    let insert = try RawStatement(db, "INSERT OR IGNORE INTO ledger_day VALUES (?, ?)")
    for place in isThere.indices where isThere[place] {
      let day = Int(first) + place
      insert.bind(1, Int64(day))
      insert.bind(2, CalendarDate(dayNumber: day)?.description ?? "")
      try insert.run()
    }
  }

  private static func addTransitions(_ ledger: PostedLedger, _ db: Database) throws {
    var isThere = [Bool](repeating: false, count: Transition.codeCount)
    for part in ledger.parts { isThere[part.transition.code] = true }
    let insert = try RawStatement(
      db, "INSERT OR IGNORE INTO transition VALUES (?, ?, ?, ?, ?, ?)")
    for code in isThere.indices where isThere[code] {
      guard let transition = Transition(code: code) else { continue }
      insert.bind(1, Int64(code))
      insert.bind(2, transition.from.rawValue)
      insert.bind(3, transition.to.rawValue)
      insert.bind(4, transition.cause.rawValue)
      insert.bind(5, transition.again ? 1 : 0)
      insert.bind(6, transition.isInside ? 1 : 0)
      try insert.run()
    }
  }
}

extension ReleaseProfile {
  /// The profiles of a book with their rows, in order of row.
  static func stored(_ db: Database) throws -> [(row: Int64, profile: ReleaseProfile)] {
    let select = try RawStatement(
      db, "SELECT fid, kind, activity, operator, donor FROM release_profile ORDER BY fid")
    var profiles: [(Int64, ReleaseProfile)] = []
    while try select.next() {
      let row = select.integer(0)
      let activity = select.text(2)
      guard let kind = select.text(1).flatMap(ReleaseKind.init(rawValue:)),
        activity == nil || activity.flatMap(Activity.init(rawValue:)) != nil
      else {
        throw BookError.damaged("release_profile, row \(row): a word is not of its list")
      }
      profiles.append(
        (
          row,
          ReleaseProfile(
            kind: kind, activity: activity.flatMap(Activity.init(rawValue:)),
            operatorName: select.text(3), donor: select.text(4))
        ))
    }
    return profiles
  }
}
