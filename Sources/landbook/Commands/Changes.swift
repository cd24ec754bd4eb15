public import ArgumentParser
public import LandRelease
import Reporting
import Workflows

/// Lists what changed between two states of knowledge.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what changed between two states of knowledge, record by record.",
    discussion: """
      The figures of all lines add up to the difference of the reports that were known at the two \
      days.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The earlier state: as known at the end of that day (UTC), YYYY-MM-DD.")
  var fromKnown: DayArgument

  @Option(help: "The later state (default: today).")
  var toKnown: DayArgument?

  @Option(help: "Compare the figures of the end of that day, YYYY-MM-DD.")
  var to: DayArgument?

  @Option(
    name: .customLong("by"),
    help: "\(ChangeDimension.allCases.map(\.rawValue).joined(separator: ", ")). Can be repeated.")
  var dimensions: [ChangeDimension] = []

  @Option(help: "The contamination the ledger is read for; land is all together.")
  var layer: Layer = .land

  @Option(
    help:
      "By which day events count: effective (completion), approved, or recorded in the book.")
  var clock: LedgerClock = .effective

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if Set(dimensions).count != dimensions.count {
      throw ValidationError("A dimension is named twice in --by.")
    }
    if let toKnown, toKnown.date < fromKnown.date {
      throw ValidationError("--to-known \(toKnown.date) is before --from-known \(fromKnown.date).")
    }
  }

  func run() throws {
    let opened = try book.openToRead()
    var request = ListChanges.Request(
      from: fromKnown.date, to: toKnown?.date, asOf: to?.date,
      dimensions: dimensions.isEmpty ? ChangeDimension.allCases : dimensions)
    request.layer = layer
    request.clock = clock
    let made = try ListChanges(opened).run(request)
    try output.write(try ShareReports(opened, sharing.sharing).run(made))
  }
}

extension ChangeDimension: ExpressibleByArgument {}
