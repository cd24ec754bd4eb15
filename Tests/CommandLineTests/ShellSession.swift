import Foundation
import Reporting

/// Commands run one after another by one shell in a folder of their own, as a person would.
struct ShellSession {
  /// What one command gave back.
  struct Outcome {
    var output: String
    var errors: String
    /// None where the shell ended before the command was done.
    var code: Int?
  }

  let folder: URL
  private let record: URL

  /// Makes an empty folder; `remove` takes it away.
  init() throws {
    let base = FileManager.default.temporaryDirectory
      .appending(path: "landbook-\(UUID().uuidString.prefix(8))")
    folder = base.appending(path: "work")
    record = base.appending(path: "record")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: record, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  /// Runs the commands; with `isTogether`, errors come in the output, as on a terminal.
  func run(_ commands: [String], isTogether: Bool = false) throws -> [Outcome] {
    let script = commands.enumerated().map { place, command in
      let path = record.appending(path: "\(place)").path
      return """
        {
        \(command)
        } >'\(path).out' \(isTogether ? "2>&1" : "2>'\(path).err'")
        echo $? >'\(path).code'
        """
    }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", script.joined(separator: "\n")]
    shell.currentDirectoryURL = folder
    shell.environment = environment
    shell.standardInput = FileHandle.nullDevice
    try Self.withoutBlockedSignals { try shell.run() }
    shell.waitUntilExit()
    return commands.indices.map { place in
      Outcome(
        output: text(place, "out"), errors: text(place, "err"),
        code: Int(text(place, "code").dropLast()))
    }
  }

  /// A shell takes over the signals that its thread holds back, and one that never hears of the end
  /// of a child waits for ever.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// The program before all else, and a clock that stands still.
  private var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = Self.programs.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = folder.path
    environment["LANDBOOK"] = "book.gpkg"
    environment["LANDBOOK_ACTOR"] = ""
    environment["SOURCE_DATE_EPOCH"] = "1735689600"
    environment["TZ"] = "UTC"
    environment["LC_ALL"] = "C.UTF-8"
    return environment
  }

  /// The folder of the built programs, beside the tests.
  static var programs: URL {
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return tests?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
  }

  /// What was recorded, with the folder's path and the head of the log, which tells of every byte
  /// of a book, replaced by words that don't change.
  private func text(_ place: Int, _ kind: String) -> String {
    guard let data = try? Data(contentsOf: record.appending(path: "\(place).\(kind)")) else {
      return ""
    }
    let labels = Language.allCases.map { $0.phrase("Log head") } + ["log_head"]
    let head = "((?:\(labels.joined(separator: "|"))).{1,20}?)[0-9a-f]{64}"
    return String(decoding: data, as: UTF8.self)
      .replacingOccurrences(of: folder.path, with: "DIR")
      .replacingOccurrences(of: head, with: "$1HEAD", options: .regularExpression)
  }
}
