import ArgumentParser
import Workflows

/// Lists mapping profiles.
struct Profile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the mapping profiles: how files of some columns are read.",
    discussion: """
      landbook import ... --profile NAME uses one; --save-profile NAME keeps what --map, --code, \
      --crs and --unit say of a file.
      """)

  @OptionGroup var book: BookOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(try ListProfiles(try book.open(for: .reading)).run())
  }
}
