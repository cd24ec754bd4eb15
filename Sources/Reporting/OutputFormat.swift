/// What a report is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people, in fixed type.
  case text
  /// The main table, for spreadsheets and programs.
  case csv
  /// The whole report, for programs.
  case json
  /// For documents and web pages of projects.
  case markdown

  /// Writes a report, ending in a line break; the same report gives the same bytes on any machine.
  ///
  /// - Parameter presentation: unit, language and room; exact CSV and JSON are the same in all.
  public func render(
    _ report: Report, _ presentation: Presentation = Presentation()
  ) -> String {
    func translated() -> Report { report.translated(to: presentation.language) }
    switch self {
    case .text: return TextRenderer(presentation).render(translated())
    case .markdown: return MarkdownRenderer(presentation: presentation).render(translated())
    case .csv where presentation.isForSpreadsheet:
      return translated().main.map(SpreadsheetText(presentation: presentation).render) ?? ""
    case .csv:
      return report.main.map { CSVRenderer.render($0, hasTags: presentation.hasTags) } ?? ""
    case .json: return JSONRenderer.render(report)
    }
  }
}

/// A table was asked for that the report does not have.
public struct NoSuchTable: Error, Hashable, CustomStringConvertible {
  /// The table asked for.
  public let id: String
  /// The tables there are.
  public let known: [String]

  /// What is wrong and what to ask for instead.
  public var description: String {
    guard !known.isEmpty else {
      return "The report has no table '\(id)', nor any other. Leave the table out."
    }
    return "The report has no table '\(id)'. It has: \(known.joined(separator: ", "))."
  }
}
