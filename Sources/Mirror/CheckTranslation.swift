internal import LandRelease

/// The checks of a book's table as PostgreSQL takes them.
///
/// A check that uses anything but comparisons and a few functions is left out, as is one of flags,
/// which are true or false by their type; the book holds them all.
struct CheckTranslation {
  private static let words: [String: String] = [
    "and": "AND", "or": "OR", "not": "NOT", "in": "IN", "is": "IS", "null": "NULL",
    "replace": "replace", "length": "length", "instr": "strpos", "ifnull": "coalesce",
  ]

  private let columns: [String: TableLayout.Kind]

  init(_ layout: TableLayout) {
    columns = Dictionary(uniqueKeysWithValues: layout.columns.map { ($0.name, $0.kind) })
  }

  /// Each check that can be said, in the order of the declaration.
  func all(in declaration: String) -> [String] {
    var (checks, rest) = ([String](), Self.tokens(declaration)[...])
    while let place = rest.firstIndex(where: { $0.lowercased() == "check" }) {
      rest = rest[(place + 1)...]
      let body = Self.enclosed(rest)
      rest = rest.dropFirst(body.count + 2)
      if let check = translate(body) { checks.append(check) }
    }
    return checks
  }

  /// The tokens between a parenthesis, which is the first, and the one that closes it.
  private static func enclosed(_ tokens: ArraySlice<String>) -> ArraySlice<String> {
    var depth = 0
    for (place, token) in zip(tokens.indices, tokens) {
      if token == "(" { depth += 1 } else if token == ")" { depth -= 1 }
      if depth == 0 { return tokens[tokens.startIndex..<place].dropFirst() }
    }
    return []
  }

  private func translate(_ tokens: ArraySlice<String>) -> String? {
    var said: [String] = []
    for token in tokens {
      let name = token.hasPrefix("\"") ? String(token.dropFirst().dropLast()) : token
      if let kind = columns[name] {
        if kind == .truth { return nil }
        said.append(Server.quoted(name))
      } else if let word = Self.words[token.lowercased()] {
        said.append(word)
      } else if token.first.map({ $0.isLetter || $0 == "_" || $0 == "\"" }) == true {
        return nil
      } else {
        said.append(token)
      }
    }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  /// Words, names and texts with their marks, numbers, and signs; comments are left out.
  static func tokens(_ sql: String) -> [String] {
    var (tokens, rest) = ([String](), Array(sql)[...])
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if rest.starts(with: "--") {
        rest = rest.drop { !$0.isNewline }
      } else if first == "'" || first == "\"" {
        let text = rest.dropFirst().prefix { $0 != first }
        tokens.append("\(first)\(String(text))\(first)")
        rest = rest.dropFirst(text.count + 2)
      } else if first.isLetter || first.isNumber || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        let pair = String(rest.prefix(2))
        let token = ["<>", "<=", ">=", "!=", "||"].contains(pair) ? pair : String(first)
        tokens.append(token)
        rest = rest.dropFirst(token.count)
      }
    }
    return tokens
  }
}
