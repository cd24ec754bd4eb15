/// Cells of delimited text: quotes where they are needed, and no formulas for spreadsheets.
enum CSVText {
  /// What makes a spreadsheet take a text for a formula, full-width forms included.
  private static let formulaMarks: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// A text cell, kept from being run: `=1+1` becomes `'=1+1`.
  static func text(_ text: String) -> String {
    // A mark that combines with the next is a mark all the same.
    guard let first = text.unicodeScalars.first, formulaMarks.contains(first) else {
      return quoted(text)
    }
    return quoted("'\(text)")
  }

  /// A cell as it is, in quotes where it holds a quote, a comma or a line end.
  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    // By code point: a quote with an accent put on it is a quote to whoever reads the file.
    var doubled = "".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { doubled.append(scalar) }
      doubled.append(scalar)
    }
    return "\"\(String(doubled))\""
  }

  /// The text that `text(_:)` guarded, or that a spreadsheet keeps from being a number: `'00123`
  /// and `="00123"`.
  static func unguarded(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "'"):
      guard let second = cell.unicodeScalars.dropFirst().first,
        formulaMarks.contains(second) || ("0"..."9").contains(second)
      else { return cell }
      return String(cell.unicodeScalars.dropFirst())
    case UInt8(ascii: "="):
      let text = cell.dropFirst()
      guard text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return cell }
      return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    default: return cell
    }
  }
}
