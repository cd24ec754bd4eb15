/// Keeps spreadsheets from running a text as a formula.
enum FormulaGuard {
  /// The text, behind an apostrophe where it could be taken for a formula.
  static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n": "'" + text
    // Some spreadsheets take the wide forms of East Asian keyboards for the narrow ones.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + text
    default: text
    }
  }
}
