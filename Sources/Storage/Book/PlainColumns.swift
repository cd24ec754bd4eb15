/// Columns that another program added to a table: a name, a type and at most a fixed default.
enum PlainColumns {
  private static let constraints: Set<String> = [
    "generated", "as", "check", "references", "constraint", "unique", "primary", "key", "on",
    "not", "null", "default", "collate",
  ]

  /// How many the words define; nil where they say anything else.
  static func count(in words: ArraySlice<String>) -> Int? {
    var rest = words
    if rest.first == "," { rest = rest.dropFirst() } else if rest.last == "," { rest.removeLast() }
    var count = 0
    while !rest.isEmpty {
      guard takeColumn(&rest) else { return nil }
      count += 1
      guard rest.isEmpty || rest.first == "," else { return nil }
      rest = rest.dropFirst()
    }
    return count > 0 ? count : nil
  }

  private static func takeColumn(_ rest: inout ArraySlice<String>) -> Bool {
    guard let name = rest.popFirst(), isName(name) else { return false }
    while let word = rest.first, isName(word), !constraints.contains(word) { rest.removeFirst() }
    if rest.first == "(" {
      guard let end = rest.firstIndex(of: ")"),
        rest[(rest.startIndex + 1)..<end].allSatisfy({ $0 == "," || Int($0) != nil })
      else { return false }
      rest = rest[(end + 1)...]
    }
    while let word = rest.first, word != "," {
      rest.removeFirst()
      switch word {
      case "null": break
      case "not": if rest.popFirst() != "null" { return false }
      case "collate": if rest.popFirst().map(isName) != true { return false }
      case "default":
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        guard let value = rest.popFirst(), isValue(value) else { return false }
        if rest.first == ".", rest.count > 1 { rest.removeFirst(2) }
      default: return false
      }
    }
    return true
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first == "\"" || first == "`" || first == "[" || first == "_" || first.value > 127
      || first.properties.isAlphabetic
  }

  private static func isValue(_ word: String) -> Bool {
    Int(word) != nil || word.hasPrefix("'")
      || ["null", "true", "false", "current_date", "current_time", "current_timestamp"]
        .contains(word)
  }
}
