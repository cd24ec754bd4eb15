import Foundation
import Testing

/// The README's session says what the program says.
struct ReadmeTests {
  static let root = TranscriptTests.folder
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let readme = root.appending(path: "README.md")

  static var isThere: Bool { FileManager.default.fileExists(atPath: readme.path) }

  @Test(.enabled(if: isThere, "There is no README.md yet."))
  func theSessionIsWhatTheProgramSays() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let session = ReadmeSession(reading: text)
    try #require(!session.steps.isEmpty, "README.md has no session after \(ReadmeSession.mark)")
    let shell = try ShellSession()
    defer { shell.remove() }
    try FileManager.default.createSymbolicLink(
      at: shell.folder.appending(path: "SampleData"),
      withDestinationURL: Self.root.appending(path: "SampleData"))
    let given = try shell.run(session.steps.map(\.line), isTogether: true)
      .map { TextLines($0.output.replacing("\r\n", with: "\n")).lines }
    if TranscriptRun.isRecording {
      let recorded = session.recorded(given)
      if recorded != text { try recorded.write(to: Self.readme, atomically: true, encoding: .utf8) }
      return
    }
    for (step, given) in zip(session.steps, given)
    where !ReadmeSession.matches(step.shown, given) {
      let difference = TextLines(lines: step.shown).difference(to: TextLines(lines: given)) ?? ""
      Issue.record("README.md shows -, the program says +\n$ \(step.line)\n\(difference)")
    }
  }

  @Test(
    .enabled(if: isThere, "There is no README.md yet."),
    .disabled(if: TranscriptRun.isRecording, "The session is being recorded."))
  func noLineOfTheSessionIsTooLong() throws {
    let session = ReadmeSession(reading: try String(contentsOf: Self.readme, encoding: .utf8))
    for line in session.steps.flatMap({ [$0.line] + $0.shown }) {
      for part in line.split(separator: "\n") {
        #expect(part.count <= ReadmeSession.width, "README.md: \(part)")
      }
    }
  }

  static let text = """
    # Title
    ```console
    $ not of the session
    ```
    <!-- session -->

    ```console
    $ one \\
      two
    first
    ...
    last
    $ three
    ```
    <!-- session -->
    ```console
    $ four
    old
    ```
    end

    """

  @Test func markedBlocksAreRead() {
    #expect(
      ReadmeSession(reading: Self.text).steps == [
        ReadmeSession.Step(line: "one \\\n  two", shown: ["first", "...", "last"]),
        ReadmeSession.Step(line: "three", shown: []),
        ReadmeSession.Step(line: "four", shown: ["old"]),
      ])
    #expect(ReadmeSession(reading: "no session\n").steps.isEmpty)
  }

  static let long = String(repeating: "x", count: 101)

  @Test func recordingChangesAnswersAlone() {
    let given = [["first", "a", "b", "last"], ["new"], ["x", "y"]]
    #expect(
      ReadmeSession(reading: Self.text).recorded(given)
        == Self.text.replacing("$ three\n", with: "$ three\nnew\n").replacing(
          "old\n", with: "x\ny\n"))
  }

  @Test(arguments: [
    (["a", "b"], ["a", "b"], true),
    (["a"], ["a", "b"], false),
    (["a", "..."], ["a", "b", "c"], true),
    (["a", "..."], ["a"], true),
    (["...", "c"], ["a", "b", "c"], true),
    (["...", "b"], ["a", "b", "c"], false),
    (["a", "...", "c", "...", "c"], ["a", "c", "b", "c"], true),
    (["a", "...", "d"], ["b", "c", "d"], false),
    (["..."], [], true),
    ([], ["a"], false),
  ])
  func aGapStandsForAnyLines(shown: [String], given: [String], agrees: Bool) {
    #expect(ReadmeSession.matches(shown, given) == agrees)
  }

  @Test(arguments: [
    (["a", "...", "d", "e"], ["a", "b", "d", "f"], ["a", "...", "d", "f"]),
    (["a", "..."], ["z", "a", "b"], ["z", "a", "..."]),
    (["...", "d"], ["a", "d", "e"], ["...", "d", "e"]),
    (["gone", "...", "d"], ["a", "b", "d"], ["a", "b", "d"]),
    (["a", "...", "gone", "...", "d"], ["a", "b", "c", "d"], ["a", "b", "c", "d"]),
    (["a"], ["a", long, long, "b"], ["a", "...", "b"]),
    (["a", long], ["a", long], ["a", "..."]),
  ])
  func gapsAreKeptWhereTheirNeighboursAre(shown: [String], given: [String], kept: [String]) {
    #expect(ReadmeSession.shortened(given, after: shown) == kept)
  }
}
