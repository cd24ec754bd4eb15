import ArgumentParser
import Reporting
import Workflows

/// Keeps a period's figures.
struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep the figures of a period as they are published.",
    discussion: """
      Later, report balance --from the day after prints its opening as published, what came to \
      light since, and the opening restated.
      """)

  @Argument(help: "2023, 2023-Q4, 2023-12 or FROM..TO with two days.")
  var period: String?

  @OptionGroup var book: BookOptions

  @Flag(help: "List the closed periods.")
  var list = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (period == nil) != list {
      throw ValidationError("Name a period to close, or give --list.")
    }
  }

  func run() throws {
    guard let period else {
      return try output.write(try ClosePeriod(try book.openToRead()).list())
    }
    try output.write(try ClosePeriod(try book.open(for: .writing)).run(period))
    Talk.say("Closed \(period).")
  }
}
