internal import GRDB
public import LandRelease

extension BookReader {
  /// Records that are kept as rows of attributes and can say how sensitive they are.
  public enum SensitiveTable: String, CaseIterable, Sendable {
    case device, victim, accident, zone
    case minefieldRecord = "minefield_record"
  }

  /// The last level that was stated of each record of a table which states one.
  public func statedSensitivities(
    of table: SensitiveTable
  ) throws -> [RecordKey: Sensitivity] {
    let sql = """
      SELECT organisation, id, sensitivity FROM \(table.rawValue)
      WHERE sensitivity IS NOT NULL AND \(try inForce().condition())
      ORDER BY \(BatchesInForce.moment), fid
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
