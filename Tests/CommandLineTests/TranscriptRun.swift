import Foundation

/// A transcript played with the built program.
struct TranscriptRun {
  let expected: Transcript
  let actual: Transcript

  /// Writes the inputs into a new folder and runs the commands there.
  init(_ transcript: Transcript) throws {
    expected = transcript
    let session = try ShellSession()
    defer { session.remove() }
    for file in transcript.files {
      try Data(file.text.utf8).write(to: session.folder.appending(path: file.name))
    }
    let outcomes = try session.run(transcript.commands.map(\.line))
    actual = transcript.answered(
      outcomes.map { outcome in
        Transcript.Answer(
          output: TextLines(outcome.output), errors: TextLines(outcome.errors),
          code: outcome.code ?? -1)
      })
  }

  /// What differs, command by command; a command without an expectation is one, unless it says
  /// nothing and succeeds.
  var differences: [String] {
    zip(expected.commands, actual.commands).compactMap { expected, actual in
      let wanted = TextLines(lines: Transcript.lines(of: expected.answer ?? .init()))
      let given = TextLines(lines: Transcript.lines(of: actual.answer ?? .init()))
      return wanted.difference(to: given).map { "$ \(actual.line)\n\($0)" }
    }
  }

  /// Whether answers are to be recorded instead of compared.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1"
  }
}
