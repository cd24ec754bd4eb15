/// Gives sheets names that every spreadsheet takes.
struct SheetNames {
  /// The most UTF-16 units of a name.
  private static let longest = 31
  private var taken: Set<String> = ["history"]

  /// A name made of a title: without the signs that are not allowed, cut, and unlike all before.
  mutating func name(for title: String) -> String {
    let allowed = title.unicodeScalars.map { scalar -> Character in
      let isSign = "[]:*?/\\'".unicodeScalars.contains(scalar)
      return isSign || scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    let words = String(allowed).split(separator: " ").joined(separator: " ")
    let whole = words.isEmpty ? "-" : words
    var name = Self.cut(whole, to: Self.longest)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = Self.cut(whole, to: Self.longest - 3) + " \(number)"
      number += 1
    }
    return name
  }

  private static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var short = text
    while short.utf16.count > length { short.removeLast() }
    // Cut between words where that leaves enough.
    guard let space = short.lastIndex(of: " "), short[..<space].utf16.count > length / 2 else {
      return short
    }
    return String(short[..<space])
  }
}
