import Foundation

/// What the reader program says of itself.
public struct ReaderCondition: Hashable, Sendable {
  /// A way in which the reader is locked in.
  public struct Protection: Hashable, Sendable {
    /// What it protects from, in a word or two.
    public var name: String
    /// Whether it holds, by trial.
    public var isOn: Bool
    /// How that was found.
    public var detail: String
  }

  /// Where the program is; nil where it is not installed.
  public var program: String?
  /// The library of formats with its version; nil where there is none.
  public var library: String?
  /// Formats it reads.
  public var readable: [String] = []
  /// Endings of files it writes.
  public var writable: [String] = []
  /// The protections, each tried by the program itself.
  public var protections: [Protection] = []
  /// Why the program did not answer; nil where it did.
  public var trouble: String?

  /// Asks the reader program that would be used; waits ten seconds at most.
  public static func ask() -> ReaderCondition {
    ask(ReaderProgram.find())
  }

  static func ask(_ program: URL?) -> ReaderCondition {
    var condition = ReaderCondition(program: program?.path)
    guard let program else { return condition }
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = ["doctor"]
    process.environment = ReaderProgram.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      condition.trouble = "it can't be started: \(error.localizedDescription)"
      return condition
    }
    let listening = ReaderListening(output, Pipe(), patience: 10)
    var answer = Data()
    hearing: while answer.count < 1 << 20 {
      switch listening.hear() {
      case .bytes(let more): answer += more
      case .silence:
        condition.trouble = "it did not answer for ten seconds"
        break hearing
      case .end: break hearing
      }
    }
    if process.isRunning, condition.trouble != nil { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    condition.take(String(decoding: answer, as: UTF8.self))
    if condition.protections.isEmpty, condition.trouble == nil {
      condition.trouble = "it ended with code \(process.terminationStatus) and no answer"
    }
    return condition
  }

  private mutating func take(_ answer: String) {
    for line in answer.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (parts.first, parts.count) {
      case ("library", 2): library = parts[1] == "none" ? nil : parts[1]
      case ("read", 2): readable = Self.list(parts[1])
      case ("write", 2): writable = Self.list(parts[1])
      case ("protection", 4):
        protections.append(
          Protection(name: parts[1], isOn: parts[2] == "on", detail: parts[3]))
      default: continue
      }
    }
  }

  private static func list(_ text: String) -> [String] {
    text.isEmpty ? [] : text.components(separatedBy: ", ")
  }
}
