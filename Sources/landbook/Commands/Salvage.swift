import ArgumentParser
import Workflows

/// Saves what can be read of a damaged book.
struct Salvage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new book of what can be read of a damaged one, with a list of the rest.",
    discussion: """
      The damaged file is read page by page and not changed. Rows whose hashes show that they are \
      as they were keep their numbers in the new book; every other row is on the list. Exit code 2 \
      says that there is one. Where a backup is sound, landbook restore is better.
      """)

  @Argument(help: "The damaged file.")
  var damaged: String

  @Argument(help: "The new book to make.")
  var new: String

  @Option(help: "Where the list of lost rows goes (default: NEW.lost.csv).")
  var list: String?

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  @OptionGroup var output: OutputOptions

  @OptionGroup var watching: WatchOptions

  func run() throws {
    let outcome = try SalvageBook(damaged).run(to: new, list: list)
    try output.write(outcome.report)
    Talk.say("\(new): \(outcome.saved) rows saved, \(outcome.lost) lost.")
    if post { try PostTalk.post(try Book.open(at: new, for: .writing), watching) }
    guard let list = outcome.list else { return }
    Talk.say("What is lost: \(list)")
    throw ExitCode.findings
  }
}
