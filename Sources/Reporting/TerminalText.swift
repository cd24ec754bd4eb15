/// Text from a record as a terminal may be given it, measured and wrapped in characters.
enum TerminalText {
  /// Takes out what would move the cursor, break the line or turn the direction of what follows.
  ///
  /// A line break becomes a space; any other such character is shown as `U+FFFD`.
  static func tame(_ text: String) -> String {
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

  /// Breaks a text into lines at its spaces, and inside a word that is longer than a line.
  static func wrap(_ text: String, width: Int) -> [String] {
    guard text.count > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = word[...]
      if !line.isEmpty, line.count + 1 + rest.count <= width {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      // Measured no further than a line: a text without spaces may be very long.
      while let end = rest.index(rest.startIndex, offsetBy: width, limitedBy: rest.endIndex),
        end < rest.endIndex
      {
        lines.append(String(rest[..<end]))
        rest = rest[end...]
      }
      line = String(rest)
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
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
    let blank = String(repeating: " ", count: max(0, width - text.count))
    return right ? blank + text : text + blank
  }

  static func withoutTrailingSpaces(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension [String] {
  /// The length of the longest line, in characters.
  var widest: Int { reduce(0) { Swift.max($0, $1.count) } }
}
