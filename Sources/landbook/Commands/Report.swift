public import ArgumentParser
import LandRelease
import Reporting
public import Workflows

/// Prints one statement.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a statement or a document; --list tells what there is.",
    discussion: "Both ends of a period count. An undated hazard stands in every opening.")

  @Argument(help: "\(ReportRequest.Statement.allCases.map(\.rawValue).joined(separator: ", ")).")
  var statement: ReportRequest.Statement?

  @Flag(help: "List the statements and documents, with what each is and for whom.")
  var list = false

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

  @Option(help: "A whole period: 2024, 2024-Q2, 2024-05 or FROM..TO; instead of --from and --to.")
  var period: PeriodArgument?

  @Option(help: "The task of a completion report: its id, or ORG/ID.")
  var task: String?

  @Option(help: "For changes: as known first, at the end of that day; the last closing's if none.")
  var fromKnown: DayArgument?

  @Option(
    help:
      "Metres: for accidents, how near a release is named; for minefield-records, how near a find confirms."
  )
  var within: Double?
  @Option(help: "For an outlook: the land that a plan releases in a year, such as 2000ha.")
  var plannedRate: AreaArgument?

  @OptionGroup var view: ViewOptions

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if statement == nil && !list {
      throw ValidationError("No statement is named. landbook report --list tells what there is.")
    }
    if period != nil && (from != nil || to != nil || asOf != nil) {
      throw ValidationError("Give --period, or --from and --to, not both.")
    }
    if to != nil && asOf != nil { throw ValidationError("Give --to or --as-of, not both.") }
    if Set(dimensions).count != dimensions.count {
      throw ValidationError("A dimension is named twice in --by.")
    }
  }

  func run() throws {
    guard let statement, !list else { return try output.write(MakeReport.list()) }
    let days = try period?.period ?? Period(typed: from, to ?? asOf)
    var request = ReportRequest(statement: statement, period: days, dimensions: dimensions)
    request.layer = layer
    request.viewpoint = view.viewpoint
    request.task = task
    request.within = within
    request.plannedRate = plannedRate?.area
    request.knownFirst = fromKnown?.date
    let profile = try sharing.sharing
    request.countsRecords = profile.countsRecords
    request.mostSensitive = profile.mostSensitive
    let opened = try book.openToRead()
    let made = try MakeReport(opened).run(request)
    try output.write(try ShareReports(opened, profile).run(made))
  }
}

extension ReportRequest.Statement: ExpressibleByArgument {}

/// A period typed by its name.
struct PeriodArgument: ExpressibleByArgument {
  let period: Period

  init?(argument: String) {
    guard let period = Period(named: argument) else { return nil }
    self.period = period
  }
}

/// An area typed with its unit.
struct AreaArgument: ExpressibleByArgument {
  let area: Area

  init?(argument: String) {
    let text = argument.lowercased().filter { !$0.isWhitespace }
    for unit in [AreaUnit.squareKilometres, .hectares, .squareMetres]
    where text.hasSuffix(unit.rawValue) {
      guard let number = Double(text.dropLast(unit.rawValue.count).filter { $0 != "," }),
        number > 0, let area = Area(squareMetres: number * unit.inSquareMetres)
      else { return nil }
      self.area = area
      return
    }
    return nil
  }
}
