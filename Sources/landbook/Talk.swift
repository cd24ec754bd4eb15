import Foundation
import Workflows

/// What the program says beside its data, on standard error.
enum Talk {
  /// Says one line; on a terminal it is broken between words, and what follows is set in.
  static func say(_ line: String) {
    let text = width(of: STDERR_FILENO).map { wrapped(line, to: $0) } ?? line
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Writes data to standard output as it is.
  ///
  /// - Throws: ``WorkflowError`` where it can't be written, such as on a full disk.
  static func give(_ text: String) throws {
    try write(text)
  }

  private static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw WorkflowError(
        .inputOutput, "standard output can't be written", remedy: "Check the space left.")
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
