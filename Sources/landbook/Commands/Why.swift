import ArgumentParser
import LandRelease
import Workflows

/// Explains a record or a district.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which movements, records and source rows are behind a record or a district.")

  @Argument(help: "Ids, organisation/id, or district codes or names.")
  var names: [String]

  @OptionGroup var book: BookOptions

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: DayArgument?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: DayArgument?

  @OptionGroup var view: ViewOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if names.count > 1, output.isForMachines || output.output != nil {
      throw ValidationError(
        "Name one record or district: a file or a machine format holds one report.")
    }
  }

  func run() throws {
    let explain = Explain(try book.openToRead())
    for name in names {
      try output.write(
        try explain.run(name, period: try Period(typed: from, to), from: view.viewpoint))
    }
  }
}
