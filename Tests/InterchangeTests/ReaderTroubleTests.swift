import Foundation
import GeometryValues
import Testing

@testable import Interchange

@Suite("Trouble with the reader", .serialized)
struct ReaderTroubleTests {
  /// Runs with a shell script in the reader's place.
  private func fault(script: String) throws -> SurveyFault {
    let folder = try TemporaryFolder()
    let program = try folder.file("reader.sh", "#!/bin/sh\n\(script)\n")
    chmod(program, 0o755)
    let shapefile = try folder.file("survey.shp", "")
    return try #require(throws: SurveyFault.self) {
      try ReaderProcess.open(shapefile, layer: nil, program: URL(fileURLWithPath: program)).rows()
    }
  }

  private static let layer = FeatureFrame.layer(.init(name: "l", fields: [.init(name: "id")]))

  /// A stream that begins well: two features of one column.
  private static let opening = octal([
    .hello(version: FeatureFrame.version), layer, .feature(.init(id: 1, cells: ["a"])),
    .feature(.init(id: 2, cells: ["b"])),
  ])

  private static func octal(_ frames: [FeatureFrame]) -> String {
    var bytes: [UInt8] = []
    for frame in frames { frame.encode(into: &bytes) }
    return bytes.map {
      "\\" + String(repeating: "0", count: 3 - String($0, radix: 8).count) + String($0, radix: 8)
    }
    .joined()
  }

  @Test("without the program the error names the package to install")
  func withoutProgram() throws {
    let fault = try #require(throws: SurveyFault.self) {
      try ReaderProcess.open("/a/b.kml", layer: nil, program: nil)
    }
    #expect(fault.message.contains("KML needs the formats reader"))
    #expect(fault.remedy.contains("libgdal-dev"))
  }

  @Test("without formats the error names the package to install")
  func withoutFormats() throws {
    let fault = try fault(script: "exit 69")
    #expect(fault.message.contains("Shapefile needs the formats reader"))
    #expect(fault.remedy.contains("libgdal-dev"))
  }

  @Test("a crash, an exit and a cut stream name the file and the last feature")
  func crashes() throws {
    let start = Self.opening
    let crash = try fault(script: "printf '\(start)'; kill -SEGV $$")
    #expect(crash.message.contains("survey.shp after feature 2: it crashed (signal 11)"))
    let exit = try fault(script: "printf '\(start)'; echo 'out of luck' >&2; exit 3")
    #expect(exit.message.contains("code 3, saying \"out of luck\""))
    let cut = try fault(script: "printf '\(start)F\\001'; exit 0")
    #expect(cut.message.contains("after feature 2"))
    let killed = try fault(script: "kill -KILL $$")
    #expect(killed.message.contains("memory"))
  }

  @Test("a reader of another version, nonsense and a refusal are told apart")
  func protocolErrors() throws {
    #expect(
      try fault(script: "printf '\(Self.octal([.hello(version: 9)]))'").message.contains(
        "another version"))
    #expect(try fault(script: "echo hello world").message.contains("can't be understood"))
    #expect(
      try fault(script: "printf '\(Self.octal([.failure("no such layer")]))'").message.contains(
        "no such layer"))
  }

  @Test("a reader that talks without end on its error output blocks nothing")
  func talkative() throws {
    let fault = try fault(script: "head -c 1000000 /dev/zero | tr '\\000' 'x' >&2; exit 4")
    #expect(fault.message.contains("code 4"))
  }

  @Test("a reader that falls silent is stopped and told from one that is slow")
  func silence() throws {
    setenv("LANDBOOK_READER_PATIENCE", "1", 1)
    defer { unsetenv("LANDBOOK_READER_PATIENCE") }
    let start = Date()
    let hung = try fault(
      script: "printf '\(Self.opening)'; trap '' TERM; sleep 60 & wait; sleep 60")
    #expect(hung.message.contains("after feature 2: it sent nothing for 1 seconds"))
    #expect(Date().timeIntervalSince(start) < 45)
    let deaf = try fault(script: "trap '' TERM; while :; do :; done")
    #expect(deaf.message.contains("after feature 0: it sent nothing"))
  }

  @Test("counts and rows that do not fit are refused, and nothing after them is read")
  func wrongCounts() throws {
    let few = try fault(script: "printf '\(Self.opening)\(Self.octal([.end(count: 3)]))'")
    #expect(few.message.contains("it announced 3 features and sent 2"))
    let narrow = Self.octal([.feature(.init(id: 3, cells: ["a", "b"]))])
    #expect(
      try fault(script: "printf '\(Self.opening)\(narrow)'").message.contains(
        "a row of 2 cells for 1 columns"))
    let early = Self.octal([
      .hello(version: FeatureFrame.version), .feature(.init(id: 1, cells: [])),
    ])
    #expect(try fault(script: "printf '\(early)'").message.contains("a row of 0 cells"))
    #expect(
      try fault(script: "printf '\(Self.opening)\(Self.octal([Self.layer]))'").message.contains(
        "a second layer"))
  }

  @Test("a giant frame, a truncated one and noise are one error each, without the memory")
  func brokenFrames() throws {
    let giant = try fault(script: "printf '\(Self.opening)F\\377\\377\\377\\377'; sleep 5")
    #expect(giant.message.contains("after feature 2: it sent what can't be understood"))
    let cut = try fault(script: "printf '\(Self.opening)F\\100\\000\\000\\000abc'")
    #expect(cut.message.contains("after feature 2: it ended with code 0"))
    let noise = try fault(script: "printf '\(Self.opening)'; printf 'zzzzzzzzzzzz'")
    #expect(noise.message.contains("after feature 2"))
  }

  @Test("memory, time and the kernel's own end are told apart")
  func endings() throws {
    func death(_ signal: Int32, _ words: String = "") -> String {
      ReaderFaults.death(bySignal: signal, words)
    }
    #expect(death(SIGABRT, "what(): std::bad_alloc").contains("more memory than it may"))
    #expect(death(SIGABRT, "assertion failed").contains("crashed (signal 6), saying"))
    #expect(death(SIGXCPU).contains("more processor time"))
    #expect(try fault(script: "kill -BUS $$").message.contains("it crashed (signal 7)"))
    #expect(
      try fault(script: "printf '\(Self.opening)'; echo 'std::bad_alloc' >&2; kill -SEGV $$")
        .message.contains("after feature 2: it used more memory than it may (signal 11)"))
  }

  @Test(
    "addresses and file systems of libraries are refused before the reader is started",
    arguments: ["/vsicurl/http://a/b.shp", "http://a/b.shp", "s3://a/b.gdb", ""])
  func addresses(path: String) throws {
    let fault = try #require(throws: SurveyFault.self) { try ReaderProgram.plainPath(path) }
    #expect(fault.message.contains("not a plain file path"))
  }

  @Test("the reader knows nothing of our environment but where libraries are")
  func environment() {
    setenv("LANDBOOK_SECRET", "1", 1)
    defer { unsetenv("LANDBOOK_SECRET") }
    let environment = ReaderProgram.environment
    #expect(environment["LANDBOOK_SECRET"] == nil)
    #expect(environment["HOME"] == nil)
    #expect(environment["SWIFT_BACKTRACE"] == "enable=no")
  }

  @Test("what the reader says of the file is kept, once")
  func notes() throws {
    let folder = try TemporaryFolder()
    let frames = Self.octal([
      .hello(version: FeatureFrame.version), .note("One."), Self.layer,
      .feature(.init(id: 1, cells: ["a"])), .note("Two."), .note("One."), .end(count: 1),
    ])
    let program = try folder.file("reader.sh", "#!/bin/sh\nprintf '\(frames)'\n")
    chmod(program, 0o755)
    let table = try ReaderProcess.open(
      try folder.file("a.shp", ""), layer: nil, program: URL(fileURLWithPath: program))
    #expect(try table.rows().count == 1)
    #expect(try table.rows().count == 1)
    #expect(table.notes.sentences == ["One.", "Two."])
  }
}
