import GeometryValues

/// Writes a table as CSV, geometries as well-known text in the last column.
enum CSVLayer {
  static func write(_ table: ExportTable, to path: String) throws -> WrittenLayer {
    let file = try OutputFile(path)
    let names = table.columns.map(\.name) + (table.hasGeometry ? ["wkt"] : [])
    try file.write(names.map(CSVText.text).joined(separator: ",") + "\n")
    var rows = 0
    try table.visitRows { row in
      var cells = row.cells.map(text)
      if table.hasGeometry {
        cells.append(row.geometry.map { CSVText.quoted(WKT.write($0)) } ?? "")
      }
      try file.write(cells.joined(separator: ",") + "\n")
      rows += 1
    }
    try file.finish()
    return WrittenLayer(rows: rows, renamings: [])
  }

  private static func text(_ cell: ExportCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): CSVText.text(text)
    case .integer(let number): String(number)
    case .decimal(let digits): DecimalText.read(digits) == nil ? CSVText.text(digits) : digits
    case .date(let date): date.description
    case .truth(let truth): truth ? "yes" : "no"
    }
  }
}
