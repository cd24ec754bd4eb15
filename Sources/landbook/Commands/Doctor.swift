import ArgumentParser
import Foundation
import Workflows

/// Looks at the installation and a book.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is installed, which protections hold and how a book is, on one page.",
    discussion: """
      Send this page along when you ask for help. Exit code 2 says that something needs attention.
      """)

  @Option(help: "A book to look at, too (default: $LANDBOOK, if it is there).")
  var book: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let outcome = try Examine(book: named).run()
    try output.write(outcome.report)
    if outcome.needsAttention { throw ExitCode.findings }
  }

  /// A book that only the environment names may be missing: the page is wanted all the same.
  private var named: String? {
    if let book { return book }
    let path = ProcessInfo.processInfo.environment["LANDBOOK"] ?? ""
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
