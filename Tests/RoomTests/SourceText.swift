import Foundation
import Testing

/// Swift sources as text: what they declare, and the words of their code lists.
struct SourceText: CustomTestStringConvertible {
  private let files: [String]

  /// Reads the sources of rooms; none is all of them.
  init(rooms: [String] = RoomTests.allowed.keys.filter { $0 != "Schemas" }) throws {
    files = try rooms.flatMap { room in
      try RoomTests.swiftFiles(of: room).map { try String(contentsOf: $0, encoding: .utf8) }
    }
  }

  init(_ text: String) {
    files = [text]
  }

  /// Failed expectations print this, not every source.
  var testDescription: String { "\(files.count) files" }

  /// Whether `Type` or `Type.member` is declared; a member in the type or an extension of it.
  func declares(_ name: String) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard let type = parts.first, parts.count < 3,
      files.contains(where: { Self.has(#"(struct|enum|class|actor|typealias) \#(type)\b"#, in: $0) }
      )
    else { return false }
    guard parts.count == 2 else { return true }
    let member =
      #"(?m)^ *((public|private\(set\)|static|internal\(set\)|mutating) )*"#
      + #"((let|var|func|struct|enum) \#(parts[1])\b|case ([^.:]*\W)?\#(parts[1])\b)"#
    return files.contains {
      Self.has(#"(struct|enum|class|actor|extension) \#(type)\b"#, in: $0)
        && Self.has(member, in: $0)
    }
  }

  func contains(_ text: String) -> Bool { files.contains { $0.contains(text) } }

  /// The words of an enum with text as raw values; of all of that name, where there are several.
  func words(ofEnum name: String) -> [String] { cases(of: name).map(\.word) }

  /// The names of its cases as Swift has them.
  func cases(ofEnum name: String) -> [String] { cases(of: name).map(\.name) }

  private func cases(of name: String) -> [(name: String, word: String)] {
    files.flatMap { file -> [(name: String, word: String)] in
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = lines.firstIndex(where: { Self.has(#"enum \#(name): String\b"#, in: $0) })
      else { return [] }
      let indent = lines[start].prefix { $0 == " " }
      let body = lines[(start + 1)...].prefix { $0 != indent + "}" }
      return body.filter { $0.hasPrefix(indent + "  case ") }.flatMap { Self.cases(inLine: $0) }
    }
  }

  /// The words of every enum with text as raw values.
  var allWords: Set<String> {
    let names = files.flatMap { file in
      file.matches(of: /enum (\w+): String\b/).map { String($0.output.1) }
    }
    return Set(names.flatMap { words(ofEnum: $0) })
  }

  /// `case ied, boobyTrap = "booby_trap"` has two.
  private static func cases(inLine line: Substring) -> [(name: String, word: String)] {
    line.matches(of: /(\w+)(?: = "([^"]*)")?(?:,|$)/).map {
      (String($0.output.1), String($0.output.2 ?? $0.output.1))
    }
  }

  private static func has(_ pattern: String, in text: some StringProtocol) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }
}
