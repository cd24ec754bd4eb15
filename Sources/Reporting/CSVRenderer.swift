import LandRelease

/// Renders one table as RFC 4180: keys, then one record a row; no totals, no comment lines.
///
/// Areas are exact square metres, shares fractions of one, dates ISO 8601, whatever people are shown.
enum CSVRenderer {
  static func render(_ table: Table) -> String {
    let header = table.columns.map { quoted(guarded($0.key)) }
    let records = table.records.map { row in
      table.columns.enumerated().map { index, column in
        field(row.cell(at: index), column: column)
      }
    }
    return ([header] + records).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Cell, column: Column) -> String {
    switch cell {
    case .text(let text): quoted(guarded(text))
    case .date(let date): date.description
    default: cell.machineNumber(column: column) ?? ""
    }
  }

  /// Keeps a spreadsheet from running a text as a formula.
  private static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": "'" + text
    default: text
    }
  }

  private static func quoted(_ text: String) -> String {
    // By code point: a letter with an accent put on a quote is one character with it.
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    var field = "".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.append(scalar) }
      field.append(scalar)
    }
    return "\"\(String(field))\""
  }
}
