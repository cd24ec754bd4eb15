internal import Foundation
internal import GRDB
internal import LandRelease

/// Holds rows against the hash of what they say.
struct RowProof {
  let db: Database
  let table: String
  let log: LoggedRows

  /// The rows that are not what was logged of them or, where that is lost, what the hash of their
  /// content stands for.
  func failures() throws -> Set<Int64> {
    guard log.hasDigests(table) else { return try contentFailures() }
    let derived = LoggedTable.fixed.first { $0.name == table }?.derived ?? []
    let form = try RowForm(db, table, leftOut: derived)
    form.begin(.min, .max)
    var (failures, unproven): (Set<Int64>, Set<Int64>) = ([], [])
    while let (row, digest) = try form.next() {
      guard let logged = log.digest(table, row) else {
        unproven.insert(row)
        continue
      }
      if !digest.withUnsafeBytes({ $0.prefix(RowDigests.width).elementsEqual(logged) }) {
        failures.insert(row)
      }
    }
    if !unproven.isEmpty { failures.formUnion(try contentFailures().intersection(unproven)) }
    return failures
  }

  private func contentFailures() throws -> Set<Int64> {
    switch table {
    case "hazard_version":
      try failures(HazardRow.select) { row in
        let stored = try HazardRow.read(row)
        return ContentHash.of(stored.content) == stored.contentHash
      }
    case "release_version":
      try releases()
    case "district":
      try failures(DistrictRow.select) { row in
        let stored = try DistrictRow.read(row)
        let content = DistrictRow.content(stored.content)
        return ContentHash.text(content, .polygons(stored.content.polygon)) == stored.contentHash
      }
    case "task":
      try programme(TaskRow.columns) { reader in
        ContentHash.text(TaskRow.content(try TaskRow.read(&reader)))
      }
    case "device":
      try programme(DeviceRow.columns) { reader in
        let device = try DeviceRow.read(&reader)
        return ContentHash.text(
          DeviceRow.content(device), device.position.map { .points([$0]) })
      }
    case "victim":
      try programme(VictimRow.columns) { reader in
        let victim = try VictimRow.read(&reader)
        return ContentHash.text(
          VictimRow.content(victim), victim.position.map { .points([$0]) })
      }
    case "accident":
      try programme(AccidentRow.columns) { reader in
        let accident = try AccidentRow.read(&reader)
        return ContentHash.text(
          AccidentRow.content(accident), accident.position.map { .points([$0]) })
      }
    case "minefield_record":
      try programme(MinefieldRecordRow.columns) { reader in
        let record = try MinefieldRecordRow.read(&reader)
        return ContentHash.text(MinefieldRecordRow.content(record), record.geometry)
      }
    case "zone":
      try programme(ZoneRow.columns) { reader in
        let zone = try ZoneRow.read(&reader)
        return ContentHash.text(ZoneRow.content(zone), zone.drawn)
      }
    case "environment_check":
      try programme(EnvironmentCheckRow.columns) { reader in
        ContentHash.text(EnvironmentCheckRow.content(try EnvironmentCheckRow.read(&reader)))
      }
    case "statement":
      try programme(StatementRow.columns) { reader in
        ContentHash.text(StatementRow.content(try StatementRow.read(&reader)))
      }
    case "indicator_code", "indicator", "team", "team_day", "contribution":
      try peopleFailures()
    default: []
    }
  }

  private func peopleFailures() throws -> Set<Int64> {
    func hold<Content>(
      _ columns: String, _ read: @escaping (inout FieldReader) throws -> Content,
      _ content: @escaping (Content) -> [Field]
    ) throws -> Set<Int64> {
      try programme(columns) { reader in ContentHash.text(content(try read(&reader))) }
    }
    return switch table {
    case "indicator_code":
      try hold(IndicatorCodeRow.columns, IndicatorCodeRow.read, IndicatorCodeRow.content)
    case "indicator": try hold(IndicatorRow.columns, IndicatorRow.read, IndicatorRow.content)
    case "team": try hold(TeamRow.columns, TeamRow.read, TeamRow.content)
    case "team_day": try hold(TeamDayRow.columns, TeamDayRow.read, TeamDayRow.content)
    default: try hold(ContributionRow.columns, ContributionRow.read, ContributionRow.content)
    }
  }

  private func releases() throws -> Set<Int64> {
    let counts = try Row.fetchAll(
      db, sql: "SELECT fid, counts FROM release_version WHERE counts IS NOT NULL")
    let texts = Dictionary(
      uniqueKeysWithValues: counts.map { ($0[0] as Int64, $0[1] as String) })
    return try failures(ReleaseRow.select) { row in
      let stored = try ReleaseRow.read(row)
      let words = texts[stored.version].map { JSONText.read($0, as: [String: Int].self) ?? [:] }
      let counts = (words ?? [:]).reduce(into: [DeviceCategory: Int]()) { counts, pair in
        DeviceCategory(rawValue: pair.key).map { counts[$0] = pair.value }
      }
      return ContentHash.of(stored.content, counts: counts) == stored.contentHash
    }
  }

  private func programme(
    _ columns: String, _ hash: (inout FieldReader) throws -> String
  ) throws -> Set<Int64> {
    try failures("SELECT fid, content_hash, \(columns) FROM \(table)") { row in
      var reader = FieldReader(row, table: table)
      _ = try reader.integer()
      let stored = try reader.text()
      return try hash(&reader) == stored
    }
  }

  private func failures(_ select: String, _ isSound: (Row) throws -> Bool) throws -> Set<Int64> {
    let rows = try Row.fetchCursor(db, sql: select)
    var failures: Set<Int64> = []
    while let row = try rows.next() {
      if (try? isSound(row)) != true { failures.insert(row[0]) }
    }
    return failures
  }
}
