extension StringProtocol {
  /// The text without blanks, tabs, line ends and no-break spaces around it.
  var trimmingBlanks: String {
    // Nearly every cell begins and ends with a letter or digit.
    if let first = utf8.first, let last = utf8.suffix(1).first,
      (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last)
    {
      return String(self)
    }
    var text = self[...]
    while let first = text.first, first.isBlank { text = text.dropFirst() }
    while let last = text.last, last.isBlank { text = text.dropLast() }
    return String(text)
  }
}

extension Character {
  /// Whether the character is white space or one of the marks that print nothing.
  var isBlank: Bool { isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }
}
