/// Comma-separated text as RFC 4180 has it, for the table of phrases.
enum DelimitedText {
  /// The rows with their fields; a blank line is none.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = "".unicodeScalars
    var isQuoted = false
    func endRow() {
      row.append(String(field))
      field = "".unicodeScalars
      if row != [""] { rows.append(row) }
      row = []
    }
    var scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case _ where isQuoted: field.append(scalar)
      case ",":
        row.append(String(field))
        field = "".unicodeScalars
      case "\r": continue
      case "\n": endRow()
      default: field.append(scalar)
      }
    }
    if !field.isEmpty || !row.isEmpty { endRow() }
    return rows
  }
}
