import LandRelease

/// Renders one table as comma-separated text that a double click opens right in a spreadsheet.
///
/// A byte order mark, labels and words of the language, areas in the asked unit but whole, shares
/// in percent, ISO days; where the language has a decimal comma, semicolons part the fields. No
/// totals, as in the exact file: the rows are what a pivot table adds up.
struct SpreadsheetText {
  let presentation: Presentation

  func render(_ table: Table) -> String {
    let header = table.columns.map { quoted(FormulaGuard.guarded(presentation.label(of: $0))) }
    let tags = table.columns.map {
      HXLTag.of($0, areasIn: presentation.unit(of: $0), sharesIn: .percent)
    }
    let records = table.records.map { row in
      table.columns.enumerated().map { index, column in
        field(row.cell(at: index), column: column)
      }
    }
    let lines = [header] + (presentation.hasTags ? [tags] : []) + records
    return "\u{FEFF}" + lines.map { $0.joined(separator: separator) + "\r\n" }.joined()
  }

  private var separator: String { presentation.language.hasDecimalComma ? ";" : "," }

  private var numbers: NumberStyle {
    NumberStyle(
      decimal: presentation.language.numbers.decimal, group: "", percent: "%", minus: "-")
  }

  private func field(_ cell: Cell, column: Column) -> String {
    switch cell {
    case .text(let text): quoted(FormulaGuard.guarded(text))
    case .date(let date): date.description
    case .area(let area):
      area.exactDecimal(in: presentation.unit(of: column)).shortest.text(numbers)
    case .share(let part, let whole, _):
      FixedDecimal(100 * part.units, dividedBy: whole.units, places: 12)
        .map { $0.shortest.text(numbers) + "%" } ?? ""
    case .withheld: presentation.phrase(Cell.withheldWord)
    default:
      cell.machineNumber(column: column)?.replacing(".", with: numbers.decimal) ?? ""
    }
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !",;\"\t\r\n".unicodeScalars.contains($0) }
    return isPlain ? text : CSVRenderer.quote(text)
  }
}
