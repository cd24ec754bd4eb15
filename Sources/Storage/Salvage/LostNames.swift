internal import GRDB
internal import LandRelease

/// What indexes and layers still tell of rows that are lost.
struct LostNames {
  /// The records of rows, by table and row.
  private var names: [String: [Int64: String]] = [:]

  init(_ source: SalvageSource, _ shapes: [TableShape]) {
    for table in [
      "hazard_version", "release_version", "task", "device", "victim", "accident",
      "minefield_record", "zone", "environment_check", "team", "contribution",
    ] {
      for key in source.keys(ofIndex: "\(table)_key") {
        guard let id = String.fromDatabaseValue(key[0]), key.count > 2,
          let organisation = String.fromDatabaseValue(key[1]),
          let row = key.last.flatMap({ Int64.fromDatabaseValue($0) })
        else { continue }
        note(table, row, organisation, id)
      }
    }
    for layer in ["hazard", "release"] {
      guard let shape = shapes.first(where: { $0.name == layer }),
        let version = shape.columns.firstIndex(where: { $0.name == "version" })
      else { continue }
      for record in source.tree(of: shape, among: shapes).records.values {
        guard record.values.count > version,
          let row = Int64.fromDatabaseValue(record.values[version]),
          let organisation = String.fromDatabaseValue(record.values[1]),
          let id = String.fromDatabaseValue(record.values[2])
        else { continue }
        note("\(layer)_version", row, organisation, id)
      }
    }
  }

  private mutating func note(_ table: String, _ row: Int64, _ organisation: String, _ id: String) {
    let kind = table.replacing("_version", with: "").replacing("_", with: " ")
    names[table, default: [:]][row] = "\(kind) \(RecordKey(organisation: organisation, id: id))"
  }

  func name(_ table: String, _ row: Int64) -> String? { names[table]?[row] }

  /// The last row of a table that is named.
  func lastRow(of table: String) -> Int64? { names[table]?.keys.max() }
}
