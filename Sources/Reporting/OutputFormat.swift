public import LandRelease

/// What a report is written as.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people, in fixed type.
  case text
  /// The main table, for spreadsheets and programs.
  case csv
  /// The whole report, for programs.
  case json

  /// Writes a report, ending in a line break; the same report gives the same bytes on any machine.
  ///
  /// - Parameters:
  ///   - unit: what people are shown areas in; machine formats give exact square metres.
  ///   - width: the terminal's width in characters; none is 100. Machine formats ignore it.
  public func render(_ report: Report, unit: AreaUnit = .hectares, width: Int? = nil) -> String {
    switch self {
    case .text: TextRenderer(unit: unit, width: width).render(report)
    case .csv: report.main.map(CSVRenderer.render) ?? ""
    case .json: JSONRenderer.render(report)
    }
  }

  /// Writes one table of a report.
  ///
  /// - Parameter table: the id of a table; none writes as `render(_:unit:width:)` does.
  /// - Throws: `NoSuchTable`, which lists the tables there are.
  public func render(
    _ report: Report, table: String?, unit: AreaUnit = .hectares, width: Int? = nil
  ) throws(NoSuchTable) -> String {
    guard let table else { return render(report, unit: unit, width: width) }
    guard let narrow = report.narrowed(to: table) else {
      throw NoSuchTable(id: table, known: report.tables.map(\.id))
    }
    return render(narrow, unit: unit, width: width)
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
