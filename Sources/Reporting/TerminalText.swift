/// Text from a record as a terminal may be given it, wrapped by the columns it takes.
public enum TerminalText {
  /// Takes out what would move the cursor, break the line or turn the direction of what follows.
  ///
  /// A line break becomes a space; any other such character is shown as `U+FFFD`.
  public static func tame(_ text: String) -> String {
    var tamed = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": tamed.append(" ")
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": tamed.append("\u{FFFD}")
      default:
        tamed.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
    }
    return String(tamed)
  }

  /// The same line by line, the breaks between them left as they are.
  public static func tameLines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { tame(String($0)) }.joined(separator: "\n")
  }

  /// Breaks a text into lines at its spaces, and inside a word that is longer than a line.
  static func wrap(_ text: String, width: Int) -> [String] {
    guard TerminalWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = word[...]
      if !line.isEmpty, TerminalWidth.of(line) + 1 + TerminalWidth.of(rest) <= width {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while let end = self.end(of: rest, width: width), end < rest.endIndex {
        lines.append(String(rest[..<end]))
        rest = rest[end...]
      }
      line = String(rest)
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Where a line of the width ends, behind one character at least.
  ///
  /// Measured no further than a line: a text without spaces may be very long.
  private static func end(of text: Substring, width: Int) -> String.Index? {
    guard var end = text.indices.first else { return nil }
    var taken = 0
    while end < text.endIndex {
      taken += TerminalWidth.of(text[end])
      if taken > width, end > text.startIndex { return end }
      end = text.index(after: end)
    }
    return end
  }

  /// Breaks a label into two lines where that makes it narrowest.
  static func fold(_ label: String) -> [String] {
    let words = label.split(separator: " ")
    let folds = words.indices.dropFirst().map { index in
      [words[..<index].joined(separator: " "), words[index...].joined(separator: " ")]
    }
    return folds.min { $0.widest < $1.widest } ?? [label]
  }

  static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let blank = String(repeating: " ", count: max(0, width - TerminalWidth.of(text)))
    return right ? blank + text : text + blank
  }

  static func withoutTrailingSpaces(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension [String] {
  /// The width of the widest line, in columns of a terminal.
  var widest: Int { reduce(0) { Swift.max($0, TerminalWidth.of($1)) } }
}
