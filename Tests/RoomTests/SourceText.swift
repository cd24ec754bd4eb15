import Foundation
import Testing

/// Swift sources as text: what they declare, and the words of their code lists.
struct SourceText: CustomTestStringConvertible {
  private let files: [String]
  /// The names and words of the cases of every enum with text as raw values, by its name.
  private let enums: [String: [(name: String, word: String)]]

  /// Reads the sources of rooms; none is all of them.
  init(rooms: [String] = RoomTests.allowed.keys.filter { $0 != "Schemas" }) throws {
    self.init(
      try rooms.flatMap { room in
        try RoomTests.swiftFiles(of: room).map { try String(contentsOf: $0, encoding: .utf8) }
      })
  }

  init(_ text: String) {
    self.init([text])
  }

  private init(_ files: [String]) {
    self.files = files
    enums = files.reduce(into: [:]) { enums, file in
      guard Self.holds(": String", in: file) else { return }
      for (name, cases) in Self.enums(in: file) { enums[name, default: []] += cases }
    }
  }

  /// Failed expectations print this, not every source.
  var testDescription: String { "\(files.count) files" }

  /// Whether `Type` or `Type.member` is declared; a member in the type or an extension of it.
  func declares(_ name: String) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard let type = parts.first, parts.count < 3 else { return false }
    let files = files.filter { Self.holds(type, in: $0) }
    guard
      files.contains(where: { Self.has(#"(struct|enum|class|actor|typealias) \#(type)\b"#, in: $0) }
      )
    else { return false }
    guard parts.count == 2 else { return true }
    let member =
      #"(?m)^ *((public|private\(set\)|static|internal\(set\)|mutating) )*"#
      + #"((let|var|func|struct|enum) \#(parts[1])\b|case ([^.:]*\W)?\#(parts[1])\b)"#
    return files.contains {
      Self.holds(parts[1], in: $0)
        && Self.has(#"(struct|enum|class|actor|extension) \#(type)\b"#, in: $0)
        && Self.has(member, in: $0)
    }
  }

  func contains(_ text: String) -> Bool { files.contains { Self.holds(text, in: $0) } }

  /// The words of an enum with text as raw values; of all of that name, where there are several.
  func words(ofEnum name: String) -> [String] { enums[name, default: []].map(\.word) }

  /// The names of its cases as Swift has them.
  func cases(ofEnum name: String) -> [String] { enums[name, default: []].map(\.name) }

  /// The words of every enum with text as raw values.
  var allWords: Set<String> { Set(enums.values.joined().map(\.word)) }

  private static func enums(in file: String) -> [(String, [(name: String, word: String)])] {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { start in
      guard holds(": String", in: String(lines[start])),
        let name = lines[start].firstMatch(of: /enum (\w+): String\b/)?.output.1
      else { return nil }
      let indent = lines[start].prefix { $0 == " " }
      let body = lines[(start + 1)...].prefix { $0 != indent + "}" }
      let cases = body.filter { $0.hasPrefix(indent + "  case ") }
      return (String(name), cases.flatMap { Self.cases(inLine: $0) })
    }
  }

  /// `case ied, boobyTrap = "booby_trap"` has two.
  private static func cases(inLine line: Substring) -> [(name: String, word: String)] {
    line.matches(of: /(\w+)(?: = "([^"]*)")?(?:,|$)/).map {
      (String($0.output.1), String($0.output.2 ?? $0.output.1))
    }
  }

  /// The search of the C library: sources are long, and there are many names to look for.
  private static func holds(_ text: String, in file: String) -> Bool { strstr(file, text) != nil }

  private static func has(_ pattern: String, in text: some StringProtocol) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }
}
