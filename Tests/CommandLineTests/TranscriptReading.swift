/// Why a transcript can't be read.
struct TranscriptFault: Error, Equatable {
  var line: Int
  var message: String
}

extension Transcript {
  /// Reads the text of a transcript.
  init(reading text: String) throws(TranscriptFault) {
    var reading = TranscriptReading(lines: TextLines(text).lines)
    self.init(pieces: try reading.pieces())
  }
}

/// Reads a transcript from its first line to its last.
struct TranscriptReading {
  let lines: [String]
  private var next = 0

  init(lines: [String]) {
    self.lines = lines
  }

  mutating func pieces() throws(TranscriptFault) -> [Transcript.Piece] {
    var pieces: [Transcript.Piece] = []
    while next < lines.count {
      let line = lines[next]
      if line.isEmpty || line.hasPrefix("#") {
        pieces.append(.remark(line))
        next += 1
      } else if line.hasPrefix("<<< ") {
        pieces.append(.file(try file()))
      } else if line.hasPrefix("$ ") {
        pieces.append(.command(try command()))
      } else {
        throw fault("\(line) is neither a remark, a file, a command nor the answer to one")
      }
    }
    return pieces
  }

  private func fault(_ message: String) -> TranscriptFault {
    TranscriptFault(line: next + 1, message: message)
  }

  private mutating func file() throws(TranscriptFault) -> Transcript.InputFile {
    let words = lines[next].dropFirst(4).split(separator: " ").map(String.init)
    var file = Transcript.InputFile(name: words[0], lines: [])
    for word in words.dropFirst() where word != "with" {
      switch word {
      case "BOM", "BOM,": file.hasByteOrderMark = true
      case "CRLF": file.hasCarriageReturns = true
      default: throw fault("\(word) says nothing about a file; BOM or CRLF is allowed")
      }
    }
    guard let end = lines[next...].firstIndex(of: "<<<") else {
      throw fault("no line with <<< alone ends \(file.name)")
    }
    file.lines = Array(lines[(next + 1)..<end])
    next = end + 1
    return file
  }

  private mutating func command() throws(TranscriptFault) -> Transcript.Command {
    var parts = [String(lines[next].dropFirst(2))]
    next += 1
    while parts.last?.hasSuffix("\\") == true, next < lines.count {
      parts.append(lines[next])
      next += 1
    }
    var command = Transcript.Command(line: parts.joined(separator: "\n"))
    var answer = Transcript.Answer()
    let start = next
    while next < lines.count, lines[next].hasPrefix(">") {
      try read(lines[next], into: &answer)
      next += 1
    }
    if next > start { command.answer = answer }
    return command
  }

  private func read(
    _ line: String, into answer: inout Transcript.Answer
  ) throws(TranscriptFault) {
    if line == ">" || line.hasPrefix("> ") {
      answer.output.lines.append(String(line.dropFirst(2)))
    } else if line == ">2" || line.hasPrefix(">2 ") {
      answer.errors.lines.append(String(line.dropFirst(3)))
    } else if line.hasPrefix(">= "), let code = Int(line.dropFirst(3)) {
      answer.code = code
    } else {
      throw fault("\(line) is no answer; > TEXT, >2 TEXT or >= CODE is allowed")
    }
  }
}
