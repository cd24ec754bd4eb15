public import ArgumentParser
import Foundation
public import LandRelease
public import Reporting
public import Workflows

/// How a report is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    help: """
      \(DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: by the ending \
      of --output, else text).
      """)
  var format: DocumentFormat?

  @Flag(help: "Same as --format json.")
  var json = false

  @Option(name: [.customShort("o"), .customLong("output")], help: "Write to a file instead.")
  var output: String?

  @Option(help: "The unit people are shown: ha, m2 or km2. Machine formats give exact m2.")
  var unit: AreaUnit = .hectares

  @Option(help: "One table of the report alone, by its id.")
  var table: String?

  @Option(
    help: """
      The language people are shown: \(Language.allCases.map(\.rawValue).joined(separator: ", ")) \
      (default: $LANDBOOK_LANG, else en). Exact CSV and JSON stay as they are.
      """)
  var lang: Language?

  @Flag(help: "CSV for a spreadsheet: labels, the unit asked for, marks of the language.")
  var excel = false

  @Flag(help: "CSV or XLSX with a row of HXL tags under the header.")
  var hxl = false

  private var form: DocumentFormat {
    format ?? (json ? .json : output.flatMap(DocumentFormat.init(endingOf:)))
      ?? (excel ? .csv : .text)
  }

  /// Whether the rows are for sorting and adding up, and all of them are wanted.
  var isForMachines: Bool { !form.isForReading }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("Give --json or --format \(format.rawValue), not both.")
    }
    if excel, form != .csv {
      throw ValidationError("--excel is a way of CSV; the report is to be \(form.rawValue).")
    }
    if hxl, !form.takesTags {
      throw ValidationError("--hxl is for csv and xlsx; the report is to be \(form.rawValue).")
    }
    if !form.isText, output == nil {
      throw ValidationError(
        "An \(form.rawValue) document is a file, not text for a terminal. Name it with -o FILE.")
    }
    _ = try language
  }

  func write(_ report: Reporting.Report) throws {
    let writing = WriteReport(form, try presentation)
    let narrowed: Reporting.Report
    do throws(NoSuchTable) {
      narrowed = try report.narrowed(toTable: table)
    } catch {
      throw ValidationError(error.description)
    }
    if form == .csv { sayWhichTable(of: narrowed) }
    if let output {
      try writing.run(narrowed, to: output)
      if form == .csv { sayHead(of: narrowed) }
    } else if let text = writing.text(of: narrowed) {
      try Talk.give(text)
    }
  }

  /// Says what else there is where a report has more tables than the file can hold.
  private func sayWhichTable(of report: Reporting.Report) {
    guard report.tables.count > 1, let table = report.main else { return }
    let others = report.tables.map(\.id).filter { $0 != table.id }
    Talk.say(
      "This is the table \(table.id) alone; --table gives another: "
        + "\(others.joined(separator: ", ")).")
  }

  /// A CSV file has no place for the head of the log by which verify knows the state again.
  private func sayHead(of report: Reporting.Report) {
    guard let head = report.stamps.first(where: { $0.key == "log_head" }) else { return }
    Talk.say("\(head.label): \(head.value)")
  }

  private var presentation: Presentation {
    get throws {
      var presentation = Presentation(unit: unit, width: Talk.width, language: try language)
      presentation.isForSpreadsheet = excel
      presentation.hasTags = hxl
      return presentation
    }
  }

  private var language: Language {
    get throws { try Language.asked(lang) }
  }
}

extension Language {
  /// The language that was named, else the one of the environment.
  static func asked(_ named: Language?) throws -> Language {
    if let named { return named }
    let name = ProcessInfo.processInfo.environment["LANDBOOK_LANG"] ?? ""
    guard !name.isEmpty else { return .english }
    guard let language = Language(rawValue: name) else {
      throw ValidationError(
        "$LANDBOOK_LANG is '\(name)', which is none of "
          + Language.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return language
  }
}

extension DocumentFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension AreaUnit: ExpressibleByArgument {}
