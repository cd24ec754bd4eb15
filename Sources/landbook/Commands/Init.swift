import ArgumentParser
import Foundation
import Workflows

/// Makes a new book.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Make a new, empty book.")

  @Argument(help: "The file to make, such as country.gpkg.")
  var book: String

  @Option(help: "The book's name in reports (default: the file's name).")
  var name: String?

  @Flag(help: "The book is for made-up records only, whose ids begin SYN-.")
  var synthetic = false

  func run() throws {
    let file = URL(fileURLWithPath: book).deletingPathExtension().lastPathComponent
    _ = try Book.make(at: book, name: name ?? file, isSynthetic: synthetic)
    Talk.say(
      "Made \(book)\(synthetic ? ", a SYNTHETIC book" : ""). Next: landbook import districts FILE --book \(book)"
    )
  }
}
