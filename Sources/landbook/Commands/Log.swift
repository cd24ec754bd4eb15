import ArgumentParser
import Workflows

/// Lists the batches of a book.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what came into the book, batch by batch, and what was taken back.")

  @OptionGroup var book: BookOptions

  @Flag(
    help: "Add every entry of the chain: postings, closings, decisions and all else, with its hash."
  )
  var all = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(try ListBatches(try book.open(for: .reading)).run(withEntries: all))
  }
}
