import GeometryValues

/// Writes a table as GeoJSON (RFC 7946), or as a sequence with a feature a line.
public enum GeoJSONLayer {
  static func write(
    _ table: ExportTable, to path: String, isSequence: Bool
  ) throws -> WrittenLayer {
    let file = try OutputFile(path)
    if !isSequence {
      let description = table.description.map { "\"description\":\(JSONWriting.text($0))," } ?? ""
      try file.write(
        "{\"type\":\"FeatureCollection\",\"name\":\(JSONWriting.text(table.name)),\(description)\"features\":[\n"
      )
    }
    let keys = table.columns.map { JSONWriting.text($0.name) }
    var rows = 0
    try table.visitRows { row in
      if rows > 0, !isSequence { try file.write(",\n") }
      try file.write(feature(row, keys, decimals: table.coordinateDecimals))
      if isSequence { try file.write("\n") }
      rows += 1
    }
    if !isSequence { try file.write("\n]}\n") }
    try file.finish()
    return WrittenLayer(rows: rows, renamings: [])
  }

  private static func feature(_ row: ExportRow, _ keys: [String], decimals: Int) -> String {
    let properties = zip(keys, row.cells).map { "\($0):\(value($1))" }.joined(separator: ",")
    let geometry = row.geometry.map { JSONWriting.geometry($0, decimals: decimals) } ?? "null"
    return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }

  /// A value as JSON.
  public static func value(_ cell: ExportCell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text): JSONWriting.text(text)
    case .integer(let number): String(number)
    case .decimal(let digits): DecimalText.read(digits) == nil ? JSONWriting.text(digits) : digits
    case .date(let date): "\"\(date)\""
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}
