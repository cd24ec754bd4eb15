import Foundation
import Testing

/// Every name in the glossary is one that the program has.
struct GlossaryTests {
  /// One term, with the names in backticks of each column.
  struct Term: CustomTestStringConvertible {
    let name: String
    let swift: [String]
    let sql: [String]
    let keys: [String]
    let commands: [String]
    let labels: [String]
    let source: String

    var testDescription: String { name }

    init?(_ line: Substring) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 9, cells[1] != "Term", !cells[1].hasPrefix("---") else { return nil }
      name = cells[1]
      swift = Self.names(cells[2])
      sql = Self.names(cells[3])
      keys = Self.names(cells[4])
      commands = Self.names(cells[5])
      labels = cells[6].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      source = cells[7]
    }

    private static func names(_ cell: String) -> [String] {
      cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
  }

  static let terms: [Term] = {
    let file = RoomTests.root.appending(path: "Sources/LandRelease/LandRelease.docc/Glossary.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { $0.hasPrefix("|") ? Term($0) : nil }
  }()

  @Test func theTableIsWhole() throws {
    let file = RoomTests.root.appending(path: "Sources/LandRelease/LandRelease.docc/Glossary.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
    #expect(Self.terms.count > 40)
    #expect(Self.terms.count == lines.count - 2, "a row has too few or too many cells")
    #expect(Set(Self.terms.map(\.name)).count == Self.terms.count, "a term has two rows")
    #expect(Self.terms.allSatisfy { !$0.swift.isEmpty && !$0.source.isEmpty })
  }

  @Test func swiftNamesAreDeclared() throws {
    let sources = try SourceText()
    for term in Self.terms {
      for name in term.swift { #expect(sources.declares(name), "\(term.name): \(name)") }
    }
  }

  @Test func theLandingPageLeadsToWhatThereIs() throws {
    let file = RoomTests.root.appending(path: "Sources/LandRelease/LandRelease.docc/LandRelease.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let sources = try SourceText(rooms: ["LandRelease"])
    let names = text.matches(of: /- ``(\w+)``/).map { String($0.output.1) }
    #expect(!names.isEmpty)
    for name in names { #expect(sources.declares(name), "\(name)") }
  }

  @Test func bookNamesAreInTheSchema() throws {
    let schema = try SchemaText()
    for term in Self.terms {
      for name in term.sql { #expect(schema.has(name), "\(term.name): \(name)") }
    }
  }

  @Test func fileKeysAreWritten() throws {
    let writers = try SourceText(rooms: ["Reporting", "Workflows/Exporting"])
    let words = try SourceText(rooms: ["LandRelease"]).allWords
    for term in Self.terms {
      for key in term.keys {
        let sides = key.components(separatedBy: " = ")
        #expect(writers.contains("\"\(sides[0])\""), "\(term.name): \(key)")
        #expect(sides.count == 1 || words.contains(sides[1]), "\(term.name): \(key)")
      }
    }
  }

  @Test func commandWordsAreTaken() throws {
    let commands = try SourceText(rooms: ["landbook"])
    let words = try SourceText(rooms: ["LandRelease", "Reporting", "Workflows"]).allWords
    for term in Self.terms {
      for word in term.commands.flatMap({ $0.split(separator: " ").map(String.init) }) {
        let isKnown =
          word.hasPrefix("--")
          ? Self.isOption(word.dropFirst(2), of: commands)
          : words.contains(word) || commands.contains("struct \(word.capitalized): ParsableCommand")
        #expect(isKnown, "\(term.name): \(word)")
      }
    }
  }

  @Test func labelsArePrinted() throws {
    let reports = try SourceText(rooms: ["Reporting"])
    let styles = try ["hazard", "release"].map {
      let file = RoomTests.root.appending(path: "Schemas/Styles/\($0).qml")
      return try String(contentsOf: file, encoding: .utf8)
    }.joined()
    for term in Self.terms {
      for label in term.labels {
        #expect(
          reports.contains("\"\(label)\"") || styles.contains("label=\"\(label)\""),
          "\(term.name): \(label)")
      }
    }
  }

  @Test(arguments: ["LandState", "Cause", "Layer", "Activity", "Review", "Verdict"])
  func everyCaseHasARow(name: String) throws {
    let named = Set(Self.terms.flatMap(\.swift))
    let cases = try SourceText(rooms: ["LandRelease"]).cases(ofEnum: name)
    #expect(!cases.isEmpty)
    for word in cases { #expect(named.contains("\(name).\(word)"), "\(name).\(word)") }
  }

  /// `--as-of` is `customLong("as-of")` or a property `asOf`.
  private static func isOption(_ word: Substring, of commands: SourceText) -> Bool {
    let parts = word.split(separator: "-").map(String.init)
    let property = (parts.first ?? "") + parts.dropFirst().map(\.capitalized).joined()
    return commands.contains("customLong(\"\(word)\")") || commands.contains(" var \(property):")
      || commands.contains(" var \(property) =")
  }
}
