import Foundation

/// Hears what a reader program sends and says, and notices when it falls silent.
final class ReaderListening {
  enum Heard {
    case bytes(Data)
    /// Nothing came for as long as patience lasts.
    case silence
    case end
  }

  /// In seconds.
  let patience: Double
  private static let wordsKept = 4096

  private let output: FileHandle
  private let errors: FileHandle
  private var areErrorsOpen = true
  private var words = Data()

  init(_ output: Pipe, _ errors: Pipe, patience: Double) {
    self.output = output.fileHandleForReading
    self.errors = errors.fileHandleForReading
    self.patience = patience
  }

  /// Waits for what comes next on standard output; what is said on standard error is kept aside,
  /// so that a talkative reader never waits for us to listen.
  func hear() -> Heard {
    let deadline = Date().addingTimeInterval(patience)
    while true {
      var doors = [
        pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: areErrorsOpen ? errors.fileDescriptor : -1, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { return .silence }
      let ready = poll(&doors, 2, Int32(min(left * 1000 + 1, 3_600_000)))
      if ready < 0, errno != EINTR { return .end }
      guard ready > 0 else { continue }
      if doors[1].revents != 0 { keepWords() }
      if doors[0].revents != 0 {
        let more = Self.read(output)
        return more.isEmpty ? .end : .bytes(more)
      }
    }
  }

  /// The last line the reader said on standard error, once it has ended.
  func lastWords() -> String {
    while areErrorsOpen {
      var door = pollfd(fd: errors.fileDescriptor, events: Int16(POLLIN), revents: 0)
      // A child of the reader may hold the pipe open for ever.
      guard poll(&door, 1, 100) > 0 else { break }
      keepWords()
    }
    let text = String(decoding: words, as: UTF8.self)
    return text.split(separator: "\n").last.map { String($0.prefix(200)) } ?? ""
  }

  private func keepWords() {
    let more = Self.read(errors)
    if more.isEmpty { areErrorsOpen = false }
    words = (words + more).suffix(Self.wordsKept)
  }

  private static func read(_ handle: FileHandle) -> Data {
    var bytes = Data(count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes {
      Foundation.read(handle.fileDescriptor, $0.baseAddress, $0.count)
    }
    return bytes.prefix(max(0, count))
  }
}
