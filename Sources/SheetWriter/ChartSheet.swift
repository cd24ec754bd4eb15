import LandRelease
import Reporting

/// The charts of a report on a sheet of their own, drawn from the cells of its other sheets.
struct ChartSheet {
  /// Told apart also by people who see few colours.
  private static let colours: [UInt32] = [
    0x1B6CA8, 0xE08E0B, 0x4C8C4A, 0xA23B72, 0x6C757D, 0x3A3A3A,
  ]

  let report: Report
  let tables: [Sheet]
  let presentation: Presentation

  init(_ report: Report, _ tables: [Sheet], _ presentation: Presentation) {
    self.report = report
    self.tables = tables
    self.presentation = presentation
  }

  /// - Returns: nil where the report has no chart with figures.
  func sheet(named name: String) -> Sheet? {
    var sheet = Sheet(
      name: name,
      columns: [Sheet.Column("", width: 44)] + (0..<4).map { _ in Sheet.Column("", width: 14) },
      rows: [Sheet.Row]())
    sheet.hasHeader = false
    sheet.page = ReportSheets(report, presentation).page(header: report.title)
    for chart in report.charts { add(chart, to: &sheet) }
    sheet.page?.breaks = sheet.charts.map(\.place)
    return sheet.charts.isEmpty ? nil : sheet
  }

  private func add(_ chart: Chart, to sheet: inout Sheet) {
    guard let place = report.tables.firstIndex(where: { $0.id == chart.table }) else { return }
    let table = report.tables[place]
    let count = table.rows.filter { $0.style != .total }.count
    let columns = chart.series.compactMap { key in table.columns.firstIndex { $0.key == key } }
    guard count > 0, let first = columns.first,
      let category = table.columns.firstIndex(where: { $0.key == chart.category })
    else { return }
    let axis = presentation.label(of: table.columns[first])
    if chart.form == .waterfall {
      return addWaterfall(chart, of: table, category, first, axis, to: &sheet)
    }
    let header = tables[place].headerHeight
    let series = columns.enumerated().map { number, column in
      SheetChart.Series(
        table.columns[column].label, column: column,
        colour: Self.colours[number % Self.colours.count])
    }
    var drawn = SheetChart(
      chart.title, form(of: chart), of: tables[place].name, category: category,
      lines: header...(header + count - 1), series: series,
      axis: columns.count == 1 ? axis : unit(of: table.columns[first]),
      place: sheet.rows.count)
    drawn.hasNegatives = table.rows.contains { row in
      columns.contains { column in
        let figure = presentation.figure(row.cell(at: column), column: table.columns[column])
        return (figure?.value ?? 0) < 0
      }
    }
    draw(drawn, on: &sheet)
  }

  private func draw(_ chart: SheetChart, on sheet: inout Sheet) {
    sheet.charts.append(chart)
    sheet.rows += Array(repeating: Sheet.Row([]), count: SheetChart.height)
  }

  private func form(of chart: Chart) -> SheetChart.Form {
    switch chart.form {
    case .bars, .waterfall: .bars
    case .stackedBars: .stackedBars
    case .lines: .lines
    }
  }

  private func unit(of column: Column) -> String {
    column.kind == .area ? presentation.phrase(presentation.unit(of: column).symbol) : ""
  }

  /// Bars that stand on bars which are not drawn; what they are made of stands below the chart.
  private func addWaterfall(
    _ chart: Chart, of table: Table, _ category: Int, _ column: Int, _ axis: String,
    to sheet: inout Sheet
  ) {
    let steps = WaterfallSteps(table, column: column, presentation)
    let place = sheet.rows.count
    let first = place + SheetChart.height + 1
    let names = [
      axis, "", presentation.phrase("Level"), presentation.phrase("More"),
      presentation.phrase("Less"),
    ]
    draw(
      SheetChart(
        chart.title, .stackedBars, of: sheet.name, category: 0,
        lines: first...(first + steps.bars.count - 1),
        series: [
          SheetChart.Series(" ", column: 1, colour: nil),
          SheetChart.Series(names[2], column: 2, colour: Self.colours[4]),
          SheetChart.Series(names[3], column: 3, colour: Self.colours[0]),
          SheetChart.Series(names[4], column: 4, colour: Self.colours[1]),
        ], axis: axis, place: place), on: &sheet)
    sheet.rows.append(Sheet.Row(.bold, names.map { .text($0) }))
    let format = "#,##0.##"
    sheet.rows += steps.bars.map { bar in
      let name = presentation.printed(bar.row.cell(at: category), column: table.columns[category])
      return Sheet.Row(
        [.text(name)]
          + [bar.base, bar.level, bar.more, bar.less].map { .number($0, format: format) })
    }
    sheet.rows += [Sheet.Row([])]
  }
}

/// The bars of a waterfall: where each begins, and whether it is a level, more or less.
struct WaterfallSteps {
  struct Bar {
    let row: Row
    var base = 0.0
    var level = 0.0
    var more = 0.0
    var less = 0.0
  }

  private(set) var bars: [Bar] = []

  init(_ table: Table, column: Int, _ presentation: Presentation) {
    var reached = 0.0
    for row in table.rows where row.style == .body || row.style == .result {
      let cell = row.cell(at: column)
      guard let value = presentation.figure(cell, column: table.columns[column])?.value else {
        continue
      }
      var bar = Bar(row: row)
      if row.style == .result {
        bar.level = value
        reached = value
      } else {
        bar.base = min(reached, reached + value)
        bar.more = max(value, 0)
        bar.less = max(-value, 0)
        reached += value
      }
      bars.append(bar)
    }
  }
}
