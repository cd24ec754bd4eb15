import Foundation
import Testing

/// Every file in `Transcripts`, played from its own inputs with the built program.
///
/// `make record` writes what the program says now into the files: read the change as you would
/// read code.
struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".test") }.sorted()
  }()

  @Test(arguments: names)
  func theProgramAnswersAsRecorded(name: String) throws {
    let url = Self.folder.appending(path: name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let run = try TranscriptRun(try Transcript(reading: text))
    if TranscriptRun.isRecording {
      if run.actual.text != text {
        try run.actual.text.write(to: url, atomically: true, encoding: .utf8)
      }
      return
    }
    for difference in run.differences {
      Issue.record("\(name) expects -, the program says +\n\(difference)")
    }
  }

  @Test func theProgramIsBuilt() {
    let path = ShellSession.programs.appending(path: "landbook").path
    #expect(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
  }

  @Test func transcriptsAreKeptAsTheyAreWritten() throws {
    #expect(!Self.names.isEmpty)
    for name in Self.names {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(try Transcript(reading: text).text == text, "\(name) reads back differently")
    }
  }
}
