import LandRelease
public import Reporting

/// A report as a workbook: a front page, charts, and a sheet a table.
public struct ReportSheets {
  /// Rows that fit on a sheet beside its header.
  static let mostRows = 1_048_000
  private static let widest = 60.0

  let report: Report
  let presentation: Presentation

  /// Takes a report as it was made; its words are put into the language here.
  public init(_ report: Report, _ presentation: Presentation) {
    self.report = report.translated(to: presentation.language)
    self.presentation = presentation
  }

  /// The workbook, dated like no other so that the same report gives the same bytes.
  public func document(created: Int = WorkbookDocument.noDate) -> WorkbookDocument {
    var names = SheetNames()
    let front = names.name(for: presentation.phrase("Report"))
    let pictures = names.name(for: presentation.phrase("Charts"))
    let tables = report.tables.map { sheet(of: $0, named: names.name(for: $0.title)) }
    let charts = ChartSheet(report, tables, presentation).sheet(named: pictures)
    return WorkbookDocument(
      title: report.title, comment: (report.warnings + report.notes).joined(separator: " "),
      created: created,
      sheets: [frontSheet(named: front, tables: tables)] + (charts.map { [$0] } ?? []) + tables)
  }

  private func sheet(of table: Table, named name: String) -> Sheet {
    let body = table.rows.filter { $0.style != .total }
    let rows = (body + table.totals).map { row($0, of: table) }
    let columns = table.columns.enumerated().map { index, column in
      Sheet.Column(
        presentation.label(of: column), width: width(of: column, at: index, in: table))
    }
    var sheet = Sheet(name: name, columns: columns, rows: rows + notes(of: table))
    sheet.page = page(header: table.title)
    if presentation.hasTags { sheet.tags = table.columns.map { presentation.tag(of: $0) } }
    // Sorting would tear sums and headings from the rows they are of.
    if !body.isEmpty, body.allSatisfy({ $0.style == .body || $0.style == .result }) {
      sheet.filtered = body.count
    }
    return sheet
  }

  private func notes(of table: Table) -> [Sheet.Row] {
    guard !table.notes.isEmpty else { return [] }
    // Notes of a narrow table would stand in a column of words.
    let style: Sheet.Style = table.columns.count > 5 ? .sentence : .plain
    return [Sheet.Row([])] + table.notes.map { Sheet.Row(style, [.text($0)]) }
  }

  func row(_ row: Row, of table: Table) -> Sheet.Row {
    let style: Sheet.Style =
      switch row.style {
      case .body: .plain
      case .result, .subtotal, .heading: .bold
      case .total: .total
      }
    let cells = table.columns.enumerated().map { index, column in
      cell(row.cell(at: index), column: column)
    }
    return Sheet.Row(style, row.style == .heading ? Array(cells.prefix(1)) : cells)
  }

  private func cell(_ cell: Cell, column: Column) -> Sheet.Cell {
    switch cell {
    case .text(let text): return text.isEmpty ? .blank : .text(text)
    case .date(let date):
      guard date.year >= 1900 else { return .text(date.description) }
      return .day(year: date.year, month: date.month, day: date.day, format: dayFormat)
    // A word adds nothing to a sum, and is not read as zero.
    case .withheld: return .text(presentation.printed(cell, column: column))
    default:
      guard let figure = presentation.figure(cell, column: column) else { return .blank }
      return .number(figure.value, format: Self.format(of: figure))
    }
  }

  /// Spreadsheets show the marks of their own user's language in these places.
  private static func format(of figure: SheetFigure) -> String {
    let decimals = figure.decimals > 0 ? "." + String(repeating: "0", count: figure.decimals) : ""
    return figure.isPercent ? "0\(decimals)%" : "#,##0\(decimals)"
  }

  private var dayFormat: String {
    switch presentation.language {
    case .english: "yyyy-mm-dd"
    case .azerbaijani, .russian, .ukrainian: "dd.mm.yyyy"
    case .french, .arabic: "dd/mm/yyyy"
    }
  }

  /// As wide as the widest of the first rows, and never so wide that a page is one column.
  private func width(of column: Column, at index: Int, in table: Table) -> Double {
    let label = presentation.label(of: column)
    let cells = (table.rows.prefix(500) + table.totals).filter { $0.style != .heading }
      .map { presentation.printed($0.cell(at: index), column: column).count }
    let words = label.split(separator: " ").map(\.count).max() ?? 0
    let widest = max(cells.max() ?? 0, words, min(label.count, 16))
    return min(Double(widest) + 2, Self.widest)
  }

  func page(header: String) -> SheetPage {
    var page = SheetPage()
    page.header = header
    page.warning = report.warnings.first ?? ""
    page.footer = report.notes.last ?? ""
    page.isRightToLeft = presentation.language.isRightToLeft
    return page
  }
}
