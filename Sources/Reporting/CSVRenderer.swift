import LandRelease

/// Renders one table as RFC 4180: keys, then one record a row; no totals, no comment lines.
///
/// Areas are exact square metres, shares fractions of one, dates ISO 8601, whatever people are shown.
enum CSVRenderer {
  static func render(_ table: Table, hasTags: Bool = false) -> String {
    let header = table.columns.map { quoted(FormulaGuard.guarded($0.key)) }
    let tags = table.columns.map { HXLTag.of($0, areasIn: .squareMetres) }
    let records = table.records.map { row in
      table.columns.enumerated().map { index, column in
        field(row.cell(at: index), column: column)
      }
    }
    let lines = [header] + (hasTags ? [tags] : []) + records
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Cell, column: Column) -> String {
    switch cell {
    case .text(let text): quoted(FormulaGuard.guarded(text))
    case .date(let date): date.description
    // A word that no program takes for a number, and nobody for a zero.
    case .withheld: Cell.withheldWord
    default: cell.machineNumber(column: column) ?? ""
    }
  }

  private static func quoted(_ text: String) -> String {
    // By code point: a letter with an accent put on a quote is one character with it.
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? quote(text) : text
  }

  /// A text between quotes, those inside doubled.
  static func quote(_ text: String) -> String {
    var field = "".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.append(scalar) }
      field.append(scalar)
    }
    return "\"\(String(field))\""
  }
}
