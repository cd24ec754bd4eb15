internal import GRDB

/// How files of some columns are read, as the book keeps it.
public struct KeptProfile: Hashable, Sendable {
  /// The name by which it is asked for; nil is for any file with the same columns.
  public var name: String?
  /// The plural that the command line uses: `hazards`.
  public var recordType: String
  /// The columns of the file for which it was made.
  public var header: [String]
  /// Field -> column.
  public var columns: [String: String]
  /// Field -> word of the file -> code.
  public var codes: [String: [String: String]]
  /// The coordinate reference, where the file names none.
  public var crs: String?
  /// The unit of areas, where the file names none: `ha`, `m2`, `km2`.
  public var unit: String?
  /// The batch that brought it; nil before it is kept.
  public var batch: Int64?

  /// Makes a profile of its parts.
  public init(
    name: String?, recordType: String, header: [String], columns: [String: String],
    codes: [String: [String: String]] = [:], crs: String? = nil, unit: String? = nil
  ) {
    self.name = name
    self.recordType = recordType
    self.header = header
    self.columns = columns
    self.codes = codes
    self.crs = crs
    self.unit = unit
  }
}

extension BookReader {
  /// The profiles that count, in the order they were kept.
  public func profiles() throws -> [KeptProfile] {
    let sql = """
      SELECT fid, name, record_type, header, columns, codes, crs, unit, batch FROM mapping_profile
      WHERE \(try inForce().condition()) ORDER BY \(BatchesInForce.moment), fid
      """
    return try all(sql, []) { row in
      var reader = FieldReader(row, table: "mapping_profile")
      let number = try reader.integer()
      let (name, type) = (try reader.optional { try $0.text() }, try reader.text())
      let header = try reader.list()
      guard let columns = JSONText.read(try reader.text(), as: [String: String].self),
        let codes = JSONText.read(try reader.text(), as: [String: [String: String]].self)
      else { throw BookError.damaged("mapping_profile, row \(number): it can't be read") }
      var profile = KeptProfile(
        name: name, recordType: type, header: header, columns: columns, codes: codes,
        crs: try reader.optional { try $0.text() }, unit: try reader.optional { try $0.text() })
      profile.batch = try reader.integer()
      return profile
    }
  }
}

extension BatchWriter {
  /// Keeps how the file of this batch is read.
  public func keep(_ profile: KeptProfile) throws {
    try db.execute(
      sql: """
        INSERT INTO mapping_profile (name, record_type, header, columns, codes, crs, unit, batch)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        profile.name, profile.recordType, JSONText.write(profile.header),
        JSONText.write(profile.columns), JSONText.write(profile.codes), profile.crs, profile.unit,
        batch,
      ])
    if profile.name != nil { keepsProfile = true }
  }
}
