import ArgumentParser
import LandRelease
import Workflows

/// Explains a record, a district or a figure.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which movements, records and source rows are behind a record or a figure.",
    discussion: """
      A record or a district is explained whole. With --figure, the names say which cell of a \
      report is opened: a district, a year, quarter or month, an operator, donor, kind or \
      activity, several of them together, or all.
      """)

  @Argument(
    help: "Ids, organisation/id, district codes or names; with --figure also all and others.")
  var names: [String]

  @Option(
    help: "A column or line of balance, progress, bridge or headline, as net_cleared or closing.")
  var figure: String?

  @Option(
    name: .customLong("by"),
    help: "What the names are of, in their order, where that could be more than one thing.")
  var dimensions: [LedgerDimension] = []

  @Option(help: "The contamination the figure is of; land, the default, is all together.")
  var layer: Layer?

  @Option(help: "So many of the largest lines of a figure, the rest as one.")
  var top: Int?

  @OptionGroup var book: BookOptions

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: DayArgument?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: DayArgument?

  @OptionGroup var view: ViewOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if figure == nil, layer != nil || top != nil || !dimensions.isEmpty {
      throw ValidationError("--layer, --by and --top are of a figure: name it with --figure.")
    }
    if let top, top < 1 { throw ValidationError("--top is at least 1.") }
    if figure == nil, names.count > 1, output.isForMachines || output.output != nil {
      throw ValidationError(
        "Name one record or district: a file or a machine format holds one report.")
    }
  }

  func run() throws {
    if let figure { return try explain(figure) }
    let explain = Explain(try book.openToRead())
    for name in names {
      try output.write(
        try explain.run(name, period: try Period(typed: from, to), from: view.viewpoint))
    }
  }

  private func explain(_ figure: String) throws {
    var request = FigureRequest(figure, of: names)
    request.dimensions = dimensions
    request.period = try Period(typed: from, to)
    request.layer = layer ?? .land
    request.viewpoint = view.viewpoint
    request.top = top
    try output.write(try ExplainFigure(try book.openToRead()).run(request))
  }
}
