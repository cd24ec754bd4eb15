/// A session with the program as it is kept in a file: inputs, commands, and what they answer.
///
/// Every line says what it is by how it begins:
///
///     # a remark; blank lines stand between steps
///     <<< hazards.csv          an input file, up to a line with <<< alone
///     id,class                 (`<<< name with BOM` or `with CRLF`: written that way)
///     <<<
///     $ landbook post          a command; a \ at its end continues it on the next line
///     > a line on standard output
///     >2 a line on standard error
///     >= 2                     its exit code, 0 if it isn't said
struct Transcript: Equatable {
  /// One step of a session, or the remarks between two.
  enum Piece: Equatable {
    case remark(String)
    case file(InputFile)
    case command(Command)
  }

  /// A file that commands read.
  struct InputFile: Equatable {
    var name: String
    var lines: [String]
    var hasByteOrderMark = false
    var hasCarriageReturns = false

    var text: String {
      let end = hasCarriageReturns ? "\r\n" : "\n"
      return (hasByteOrderMark ? "\u{FEFF}" : "") + lines.map { $0 + end }.joined()
    }
  }

  /// A command line, and its answer where one was recorded.
  struct Command: Equatable {
    var line: String
    var answer: Answer?
  }

  /// What a command gave back.
  struct Answer: Equatable {
    var output = TextLines(lines: [])
    var errors = TextLines(lines: [])
    var code = 0
  }

  var pieces: [Piece]

  var files: [InputFile] {
    pieces.compactMap { if case .file(let file) = $0 { file } else { nil } }
  }

  var commands: [Command] {
    pieces.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  /// The same session with these answers, in the order of its commands.
  func answered(_ answers: [Answer]) -> Transcript {
    var left = answers[...]
    return Transcript(
      pieces: pieces.map { piece in
        guard case .command(var command) = piece else { return piece }
        command.answer = left.popFirst()
        return .command(command)
      })
  }
}

extension Transcript {
  /// The text of the file.
  var text: String {
    pieces.flatMap(Self.lines).map { $0 + "\n" }.joined()
  }

  private static func lines(of piece: Piece) -> [String] {
    switch piece {
    case .remark(let line): [line]
    case .file(let file): ["<<< " + file.name + suffix(of: file)] + file.lines + ["<<<"]
    case .command(let command):
      ["$ " + command.line] + (command.answer.map(lines) ?? [])
    }
  }

  private static func suffix(of file: InputFile) -> String {
    let marks = (file.hasByteOrderMark ? ["BOM"] : []) + (file.hasCarriageReturns ? ["CRLF"] : [])
    return marks.isEmpty ? "" : " with " + marks.joined(separator: ", ")
  }

  static func lines(of answer: Answer) -> [String] {
    answer.output.lines.map { $0.isEmpty ? ">" : "> " + $0 }
      + answer.errors.lines.map { $0.isEmpty ? ">2" : ">2 " + $0 }
      + (answer.code == 0 ? [] : [">= \(answer.code)"])
  }
}
