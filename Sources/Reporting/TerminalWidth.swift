/// How many columns of a terminal a text takes, after Unicode's East Asian Width and the marks that
/// take none.
enum TerminalWidth {
  static func of(_ text: some StringProtocol) -> Int {
    let bytes = text.utf8.count
    // Letters of one byte each, which is most text, need no look at their properties.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return bytes }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return first == "\u{AD}" ? 0 : 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(first) || character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
