import Foundation
import Workflows

/// What the program says beside its data, on standard error.
enum Talk {
  static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
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
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
