public import ArgumentParser
import LandRelease
import Reporting
public import Workflows

/// Prints one statement.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a statement: balance, progress, transitions, bridge or devices.",
    discussion: "Both ends of a period count. An undated hazard stands in every opening.")

  @Argument(help: "\(ReportRequest.Statement.allCases.map(\.rawValue).joined(separator: ", ")).")
  var statement: ReportRequest.Statement

  @OptionGroup var book: BookOptions

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: DayArgument?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: DayArgument?

  @Option(help: "Everything up to the end of that day; same as --to.")
  var asOf: DayArgument?

  @Option(
    name: .customLong("by"),
    help: "\(LedgerDimension.allCases.map(\.rawValue).joined(separator: ", ")). Can be repeated.")
  var dimensions: [LedgerDimension] = []

  @Option(help: "The contamination the ledger is read for; land, the default, is all together.")
  var layer: Layer?

  @OptionGroup var view: ViewOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if to != nil && asOf != nil { throw ValidationError("Give --to or --as-of, not both.") }
    if Set(dimensions).count != dimensions.count {
      throw ValidationError("A dimension is named twice in --by.")
    }
  }

  func run() throws {
    let opened = try book.openToRead()
    var request = ReportRequest(
      statement: statement, period: try Period(typed: from, to ?? asOf), dimensions: dimensions)
    request.layer = layer
    request.viewpoint = view.viewpoint
    try output.write(try MakeReport(opened).run(request))
  }
}

extension ReportRequest.Statement: ExpressibleByArgument {}
