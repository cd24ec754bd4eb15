import ArgumentParser
import Workflows

/// Holds a book against its log.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Hold everything the book has against its log: what was changed, lost or added past it.",
    discussion: """
      Every write closes with an entry of the log that holds the digests of what it left behind and \
      the hash of the entry before. The last hash, the head, is printed in every report: --head holds \
      the book against the head of an earlier report and works its ledger out anew. Whoever can write \
      the file can make its whole log anew; then the head of a report shows it. No byte of the book \
      changes. Exit code 2 says that something is not as logged.
      """)

  @OptionGroup var book: BookOptions

  @Option(
    help: "The head of the log that a report is stamped with: 64 digits, or the first 12 or more.")
  var head: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let head = try head.map { text in
      guard let head = HeadDigits(text) else {
        throw ValidationError(
          "--head takes the 64 hexadecimal digits of a report's head of the log, or 12 or more of the first."
        )
      }
      return head
    }
    let outcome = try VerifyBook(try book.open(for: .reading)).run(head: head)
    try output.write(outcome.report)
    if let message = outcome.message { Talk.say(message) }
    if !outcome.isAsLogged { throw ExitCode.findings }
  }
}
