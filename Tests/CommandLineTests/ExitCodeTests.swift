import Foundation
import Testing

/// Exit codes that need more than files and commands to be reached.
struct ExitCodeTests {
  /// Another program's lock on a book, as SQLite takes it to write.
  struct WriteLock {
    private let file: Int32

    init?(on book: URL) {
      file = open(book.path, O_RDWR)
      // SQLite locks bytes at a fixed place past any page: the second of them is the writer's.
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = 0x4000_0001
      lock.l_len = 1
      guard file >= 0, fcntl(file, F_SETLK, &lock) == 0 else { return nil }
    }

    func release() {
      close(file)
    }
  }

  @Test func aBookThatAnotherProgramWritesIsLocked() throws {
    let session = try ShellSession()
    defer { session.remove() }
    let book = session.folder.appending(path: "book.gpkg")
    #expect(try session.run(["landbook init book.gpkg"])[0].code == 0)
    let lock = try #require(WriteLock(on: book))
    let locked = try session.run(["landbook post", "landbook report balance"])
    #expect(locked[0].code == 75)
    #expect(locked[0].errors.contains("try again"))
    let holder =
      "is being written by [^(]+ \\(process \(getpid()), started [0-9]{4}-[0-9-]+ [0-9:]+ UTC"
    #expect(locked[0].errors.contains(try Regex(holder)), "\(locked[0].errors)")
    #expect(locked[1].code == 0, "reading goes on while another program prepares to write")
    lock.release()
    #expect(try session.run(["landbook post"])[0].code == 0)
  }

  @Test(.disabled(if: TranscriptRun.isRecording, "Answers are being recorded."))
  func everyDocumentedCodeIsReached() throws {
    let session = try ShellSession()
    defer { session.remove() }
    let help = try session.run(["landbook --help"])[0].output
    let start = try #require(help.range(of: "Exit codes: ")).upperBound
    let end = try #require(help[start...].range(of: ".\n")).lowerBound
    let documented = Set(
      help[start..<end].split { $0 == " " || $0 == "\n" }.compactMap { Int($0) })
    var reached: Set<Int> = [75, 130]
    for name in TranscriptTests.names {
      let text = try String(
        contentsOf: TranscriptTests.folder.appending(path: name), encoding: .utf8)
      reached.formUnion(try Transcript(reading: text).commands.map { $0.answer?.code ?? 0 })
    }
    #expect(reached.subtracting(documented).isEmpty, "a transcript has a code that help lacks")
    // 1 is for faults of the program, which a transcript can't cause; other programs in a transcript
    // may end with it.
    #expect(documented.subtracting(reached).isSubset(of: [1]))
  }
}
