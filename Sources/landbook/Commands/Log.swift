import ArgumentParser
import Workflows

/// Lists the batches of a book.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what came into the book, batch by batch, and what was taken back.")

  @OptionGroup var book: BookOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(try ListBatches(try book.open(for: .reading)).run())
  }
}
