internal import GRDB
public import LandRelease

extension BookReader {
  /// Records that can say how sensitive they are.
  public enum SensitiveTable: String, CaseIterable, Sendable {
    case device, victim, accident, zone
    case minefieldRecord = "minefield_record"
    case hazard = "hazard_version"
    case release = "release_version"

    /// The SQL of when a row was recorded.
    fileprivate var moment: String {
      self == .hazard || self == .release ? "recorded_at" : BatchesInForce.moment
    }
  }

  /// How sensitive a version of a hazard or a content of a release is where nobody states it.
  public struct DefaultSensitivity: Sendable {
    /// The row of the version or content.
    public let version: Int64
    /// The record that it is of.
    public let key: RecordKey
    /// What its own words make it.
    public let level: Sensitivity
  }

  /// Of every version of every hazard.
  public func hazardSensitivities() throws -> [DefaultSensitivity] {
    try defaultSensitivities(of: .hazard, by: ["source", "origin"]) { key, names in
      var hazard = Hazard(key: key)
      (hazard.source, hazard.origin) = (names[1], names[2])
      return hazard.sensitivityByDefault.level
    }
  }

  /// Of every content of every release.
  public func releaseSensitivities() throws -> [DefaultSensitivity] {
    try defaultSensitivities(of: .release, by: ["operator"]) { key, names in
      var release = Release(key: key, kind: .cleared)
      release.operatorName = names[1]
      return release.sensitivityByDefault.level
    }
  }

  /// - Parameter level: what a record of that organisation is that says this; asked once for all
  ///   that say the same.
  private func defaultSensitivities(
    of table: SensitiveTable, by columns: [String],
    _ level: (RecordKey, [String?]) -> Sensitivity
  ) throws -> [DefaultSensitivity] {
    let select = (["fid", "organisation", "id"] + columns).joined(separator: ", ")
    var known: [[String?]: Sensitivity] = [:]
    return try all("SELECT \(select) FROM \(table.rawValue)" + ending(), []) { row in
      var reader = FieldReader(row, table: table.rawValue)
      let version = try reader.integer()
      let key = try reader.key()
      var names: [String?] = [key.organisation]
      for _ in columns { names.append(try reader.optional { try $0.text() }) }
      let found = known[names] ?? level(key, names)
      if known[names] == nil { known[names] = found }
      return DefaultSensitivity(version: version, key: key, level: found)
    }
  }

  /// The last level that was stated of each record of a table which states one.
  public func statedSensitivities(
    of table: SensitiveTable
  ) throws -> [RecordKey: Sensitivity] {
    let sql = """
      SELECT organisation, id, sensitivity FROM \(table.rawValue)
      WHERE sensitivity IS NOT NULL AND \(try inForce().condition())
      ORDER BY \(table.moment), fid
      """
    var stated: [RecordKey: Sensitivity] = [:]
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      var reader = FieldReader(row, table: table.rawValue)
      stated[try reader.key()] = try reader.word()
    }
    return stated
  }
}
