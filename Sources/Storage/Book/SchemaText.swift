/// The SQL that made a table, view, index or trigger, cut into words.
///
/// Blanks, the case of words and the marks around names say nothing; texts in single quotes stay
/// as they are.
struct SchemaText: Equatable {
  var words: [String] = []

  init(_ sql: String) {
    var rest = Array(sql.unicodeScalars)[...]
    while let first = rest.first {
      switch first {
      case " ", "\n", "\t", "\r": rest = rest.dropFirst()
      case "'": words.append(Self.quoted(&rest, until: first))
      case "\"", "`": words.append(Self.name(in: Self.quoted(&rest, until: first)))
      case "[": words.append(Self.name(in: Self.quoted(&rest, until: "]")))
      case _ where Self.isInWord(first):
        let word = rest.prefix { Self.isInWord($0) }
        words.append(Self.text(word).lowercased())
        rest = rest.dropFirst(word.count)
      default:
        words.append(String(first))
        rest = rest.dropFirst()
      }
    }
  }

  /// The words that are more than the known ones, where nothing but them differs.
  func additions(to known: SchemaText) -> ArraySlice<String>? {
    let start = zip(words, known.words).prefix { $0 == $1 }.count
    let most = min(words.count, known.words.count) - start
    let end = zip(words.reversed(), known.words.reversed()).prefix { $0 == $1 }.count
    guard start + min(end, most) == known.words.count else { return nil }
    return words[start..<(words.count - min(end, most))]
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar) || scalar.value > 127
  }

  /// With its quotes, of which doubled ones are part of the text.
  private static func quoted(
    _ rest: inout ArraySlice<Unicode.Scalar>, until mark: Unicode.Scalar
  ) -> String {
    var place = rest.startIndex + 1
    while place < rest.endIndex {
      if rest[place] == mark {
        guard place + 1 < rest.endIndex, rest[place + 1] == mark, mark != "]" else { break }
        place += 1
      }
      place += 1
    }
    let end = min(place + 1, rest.endIndex)
    defer { rest = rest[end...] }
    return text(rest[..<end])
  }

  /// A name in quotes is the word within them, unless that is none.
  private static func name(in quoted: String) -> String {
    let inner = quoted.unicodeScalars.dropFirst().dropLast()
    return !inner.isEmpty && inner.allSatisfy(isInWord) && !("0"..."9").contains(inner.first ?? "0")
      ? String(String.UnicodeScalarView(inner)).lowercased() : quoted
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
