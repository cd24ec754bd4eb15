import LandRelease
import Reporting

@testable import Workflows

/// The figures of a report on zones, by the name of the row and the key of the column.
struct ZoneFigures {
  let report: Report
  private let rows: [String: [String: Cell]]

  init(_ report: Report, table id: String) {
    self.report = report
    var rows: [String: [String: Cell]] = [:]
    if let table = report.tables.first(where: { $0.id == id }) {
      for row in table.rows {
        var name = ""
        if case .text(let text) = row.cell(at: 0) { name = text }
        rows[name] = Dictionary(
          table.columns.enumerated().map { ($1.key, row.cell(at: $0)) },
          uniquingKeysWith: { first, _ in first })
      }
    }
    self.rows = rows
  }

  var names: [String] { rows.keys.sorted() }

  func cell(_ row: String, _ column: String) -> Cell? { rows[row]?[column] }

  /// In square metres; nil where there is no such figure.
  func area(_ row: String, _ column: String) -> Double? {
    guard case .area(let area) = rows[row]?[column] else { return nil }
    return area.squareMetres
  }

  /// In square metres, by state.
  func states(_ row: String) -> [LandState: Double] {
    LandState.allCases.reduce(into: [:]) { $0[$1] = area(row, "\($1.rawValue)_m2") }
  }
}
