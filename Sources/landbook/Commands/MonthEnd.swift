import ArgumentParser
import LandRelease
import Reporting
import Workflows

/// Makes the documents of a month.
struct MonthEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month-end",
    abstract: "Make the documents of a month in one folder.",
    discussion: """
      Summary, bulletin, monthly report, land release statement, reconciliation, data quality, \
      devices, victims and changes, as pages, CSV with HXL tags and JSON, the summary also as PDF \
      and XLSX, with a list of their SHA-256. The same book gives the same bytes.
      """)

  @Argument(help: "The month, such as 2024-05; also a quarter, a year or FROM..TO.")
  var period: String

  @Option(help: "The folder; files that month-end made there before are replaced.")
  var out: String

  @OptionGroup var book: BookOptions
  @OptionGroup var sharing: SharingOptions

  @Option(help: "The unit people are shown: ha, m2 or km2. Machine formats give exact m2.")
  var unit: AreaUnit = .hectares

  @Option(
    help: """
      The language people are shown: \(Language.allCases.map(\.rawValue).joined(separator: ", ")) \
      (default: $LANDBOOK_LANG, else en). CSV and JSON stay as they are.
      """)
  var lang: Language?

  func run() throws {
    let presentation = Presentation(unit: unit, language: try Language.asked(lang))
    let outcome = try MakeMonthEnd(
      try book.openToRead(), presentation, profile: try sharing.sharing
    ).run(period, to: out)
    for note in outcome.notes { Talk.say("Not made: \(note)") }
    Talk.say("\(outcome.files.count) files in \(out).")
  }
}
