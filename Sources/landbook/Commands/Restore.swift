import ArgumentParser
import Workflows

/// Puts a backup in the place of the book.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the place of the book; the book of before is kept.",
    discussion: """
      The backup is read to its end before anything changes, and it stays where it is. Programs \
      that have the book open must be closed. landbook backup --list shows what there is.
      """)

  @Argument(help: "The backup, such as book.gpkg.bak-20260301T083000Z.")
  var backup: String

  @OptionGroup var book: BookOptions

  @Flag(help: "Put it back although it is a backup of another book.")
  var anotherBook = false

  func run() throws {
    let restoring = RestoreBook(bookAt: try book.path)
    for sentence in try restoring.run(backup, takesAnother: anotherBook) { Talk.say(sentence) }
  }
}
