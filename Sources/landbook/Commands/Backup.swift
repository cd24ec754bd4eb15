import ArgumentParser
import Reporting
import Workflows

/// Makes a backup of the book, or lists those there are.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a checked copy of the book, or list the copies there are.",
    discussion: """
      The copy lies beside the book as BOOK.bak-DATE, or where -o says: a folder, or a new file. \
      The latest ten of a folder are kept, damaged ones not counted; a file named with -o stays. \
      A copy is also made before the book is brought up to date for a new version of the program, \
      and before an import of 10,000 rows or 5 MB and more.
      """)

  @OptionGroup var book: BookOptions

  @Flag(help: "List the backups with their state; -o names the folder.")
  var list = false

  @Option(help: "How many are kept (default: $LANDBOOK_KEEP_BACKUPS, else 10).")
  var keep: Int?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The folder or file of the backup (default: beside the book).")
  var output: String?

  @Option(help: "How the list is written: text, csv, json (default: text).")
  var format: DocumentFormat = .text

  @OptionGroup var watching: WatchOptions

  func validate() throws {
    if let keep, keep < 1 { throw ValidationError("--keep is a number from 1 on.") }
    if !format.isText { throw ValidationError("The list is text, not a \(format.rawValue) file.") }
  }

  func run() throws {
    let backing = BackUpBook(bookAt: try book.path)
    if list {
      let list = try backing.list(in: output)
      let presentation = Presentation(width: Talk.width, language: try Language.asked(nil))
      if let text = WriteReport(format, presentation).text(of: list) { try Talk.give(text) }
      return
    }
    let made = try watching.watch { try backing.run(to: output, keep: keep, progress: $0) }
    Talk.say(made.sentence)
    if let sentence = made.logSentence { Talk.say(sentence) }
  }
}
