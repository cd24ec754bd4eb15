import Foundation
import Reporting
import Workflows

/// What the program says beside its data, on standard error.
enum Talk {
  /// A name in a broken file can be of any length.
  private static let longestLine = 4000

  /// Says one line; on a terminal it is broken between words, and what follows is set in.
  ///
  /// Where nobody listens the work goes on.
  /// What names of records or files hold can't break the line or move the cursor.
  static func say(_ words: String) {
    var line = TerminalText.tame(words)
    if line.utf8.count > longestLine { line = "\(line.prefix(longestLine)) ..." }
    let text = width(of: STDERR_FILENO).map { wrapped(line, to: $0) } ?? line
    _ = write(text + "\n", to: STDERR_FILENO)
  }

  /// Writes data to standard output; a reader who has seen enough ends the program quietly.
  ///
  /// Files and other programs get it as it is; on a terminal no name in it can move the cursor or
  /// turn the direction of what follows.
  ///
  /// - Throws: ``WorkflowError`` where it can't be written, such as on a full disk.
  static func give(_ text: String) throws {
    let isSeen = isatty(STDOUT_FILENO) == 1
    let code = write(isSeen ? TerminalText.tameLines(text) : text, to: STDOUT_FILENO)
    guard code != 0 else { return }
    if code == EPIPE {
      _ = signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    throw WorkflowError(
      .inputOutput, "standard output can't be written (\(String(cString: strerror(code))))",
      remedy: "Check the space left where it goes.")
  }

  /// - Returns: why it could not be written, as the system numbers it; 0 where it was.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: place), bytes.count - place)
        if count < 0, errno != EINTR { return errno }
        place += max(count, 0)
      }
      return 0
    }
  }

  /// The width of the terminal; none where output goes elsewhere.
  static var width: Int? { width(of: STDOUT_FILENO) }

  private static func width(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func wrapped(_ line: String, to width: Int) -> String {
    guard line.count > width, width > 20 else { return line }
    let indent = String(line.prefix { $0 == " " })
    var (lines, current) = ([String](), indent)
    for word in line.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      let start = lines.isEmpty ? indent : indent + "  "
      if current.count > start.count, current.count + 1 + word.count > width {
        lines.append(current)
        current = indent + "  " + word
      } else {
        current += (current.count > start.count ? " " : "") + word
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }
}
