import Reporting

extension ReportSheets {
  /// The first page: what the report is, what is wrong with it, the headline, what it rests on and
  /// how to read it.
  func frontSheet(named name: String, tables: [Sheet]) -> Sheet {
    var rows = [Sheet.Row(.title, [.text(report.title)])]
    if let subtitle = report.subtitle { rows.append(Sheet.Row(.sentence, [.text(subtitle)])) }
    rows += report.warnings.map { Sheet.Row(.warning, [.text($0)]) }
    if let headline = report.tables.first(where: { $0.id == "headline" }) {
      rows += [Sheet.Row([])] + block(headline)
    }
    let unit = presentation.unitStamps(of: report)
    rows += [Sheet.Row([])]
    rows += (report.stamps.map { ($0.label, $0.value) } + unit)
      .map { Sheet.Row([.text($0), .text($1)]) }
    rows += lead("Sheets")
    rows += zip(tables, report.tables).map { sheet, table in
      Sheet.Row([.text(sheet.name), .text(table.title)])
    }
    if !report.notes.isEmpty {
      rows += lead("Notes") + report.notes.map { Sheet.Row(.sentence, [.text($0)]) }
    }
    var sheet = Sheet(
      name: name,
      columns: [Sheet.Column("", width: 36)] + (0..<5).map { _ in Sheet.Column("", width: 20) },
      rows: rows)
    sheet.hasHeader = false
    sheet.page = page(header: report.title)
    return sheet
  }

  private func lead(_ english: String) -> [Sheet.Row] {
    [Sheet.Row([]), Sheet.Row(.bold, [.text(presentation.phrase(english))])]
  }

  /// A small table with its caption, set into a page of other things.
  private func block(_ table: Table) -> [Sheet.Row] {
    let labels = table.columns.map { Sheet.Cell.text(presentation.label(of: $0)) }
    return [Sheet.Row(.bold, [.text(table.title)]), Sheet.Row(.labels, labels)]
      + (table.rows.filter { $0.style != .total } + table.totals).map { row($0, of: table) }
  }
}
