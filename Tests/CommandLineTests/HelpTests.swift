import Foundation
import Testing

/// Everything that can be typed is explained.
struct HelpTests {
  /// The program's own description of its commands.
  struct Description: Decodable {
    var command: Command
  }

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The command and those below it, each with its whole name.
    func all(under parent: String = "") -> [(name: String, command: Command)] {
      let name = parent.isEmpty ? commandName : "\(parent) \(commandName)"
      return [(name, self)] + (subcommands ?? []).flatMap { $0.all(under: name) }
    }
  }

  struct Argument: Decodable {
    var kind: String
    var valueName: String?
    var abstract: String?
    var shouldDisplay: Bool
  }

  /// The commands of the built program but `help`, which the parser adds.
  static func commands() throws -> [(name: String, command: Command)] {
    let session = try ShellSession()
    defer { session.remove() }
    let dump = try session.run(["landbook --experimental-dump-help"])[0]
    let root = try JSONDecoder().decode(Description.self, from: Data(dump.output.utf8)).command
    return root.all().filter { !$0.name.hasPrefix("landbook help") }
  }

  @Test func everyCommandHasAnAbstract() throws {
    let commands = try Self.commands()
    #expect(commands.count > 1)
    for (name, command) in commands {
      let abstract = command.abstract ?? ""
      #expect(abstract.hasSuffix("."), "\(name): \"\(abstract)\" is no sentence")
    }
  }

  @Test func everyArgumentHasHelp() throws {
    for (name, command) in try Self.commands() {
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        let abstract = argument.abstract ?? ""
        #expect(!abstract.isEmpty, "\(name): \(argument.valueName ?? argument.kind) has no help")
      }
    }
  }

  /// The first cells of the README's table rows.
  static func firstCells(of text: String) -> [String] {
    TextLines(text).lines.filter { $0.hasPrefix("|") }.compactMap { line in
      line.split(separator: "|").first.map { String($0).replacing("`", with: " ") }
    }
  }

  @Test(.enabled(if: ReadmeTests.isThere, "There is no README.md yet."))
  func everyCommandIsInTheReadme() throws {
    let cells = Self.firstCells(of: try String(contentsOf: ReadmeTests.readme, encoding: .utf8))
    for (name, _) in try Self.commands().dropFirst() {
      let word = String(name.split(separator: " ")[1])
      let isThere = cells.contains { $0.split(separator: " ").prefix(2).contains(Substring(word)) }
      #expect(isThere, "no table row of README.md begins with `\(word)`")
    }
  }

  @Test func tableRowsAreRead() {
    #expect(
      Self.firstCells(of: "a | b\n| `init BOOK` | new |\n|---|---|\n") == ["  init BOOK  ", "---"])
  }

  /// A command without a transcript has nobody who looks at what it says.
  @Test func everyCommandHasATranscript() throws {
    for (name, _) in try Self.commands().dropFirst() {
      let word = String(name.split(separator: " ")[1])
      #expect(
        TranscriptTests.names.contains { $0.hasPrefix(word) },
        "write Transcripts/\(word).test for \(name)")
    }
  }
}
