import ArgumentParser
import Workflows

/// Gives back the space that the book no longer uses.
struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the book anew without space that nothing uses, every row compared.")

  @OptionGroup var book: BookOptions

  func run() throws {
    for sentence in try CompactBook(bookAt: try book.path).run() { Talk.say(sentence) }
  }
}
