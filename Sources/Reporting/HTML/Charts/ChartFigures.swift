import LandRelease

/// What a chart shows, taken from its table: names, and for each series its figures.
struct ChartFigures {
  struct Series {
    let label: String
    let values: [Double?]
    let printed: [String]
  }

  /// What the rows are called.
  var names: [String]
  var series: [Series]
  /// Whether a row is a bar of its own, not a step from the one before.
  var isResult: [Bool]
  /// What one unit of the figures is called; nil for a mere count.
  let unit: String?
  /// What stands over the names.
  let nameLabel: String
  /// How the figures at an axis are printed.
  private let presentation: Presentation

  /// - Returns: nil where the table lacks what the chart names, or has no figure of it.
  init?(_ chart: Chart, of table: Table, _ presentation: Presentation) {
    let columns = table.columns
    guard let category = columns.firstIndex(where: { $0.key == chart.category }) else { return nil }
    let wanted = chart.series.compactMap { key in columns.firstIndex { $0.key == key } }
      .filter { columns[$0].kind.isNumeric }
    guard let first = wanted.first else { return nil }
    // Figures of another unit have no place at the same axis.
    let drawn = wanted.filter { columns[$0].kind == columns[first].kind }
    let rows = table.records
    guard !rows.isEmpty else { return nil }
    self.presentation = presentation
    unit = columns[first].kind == .share ? "%" : presentation.unitText(of: columns[first])
    nameLabel = columns[category].label
    names = rows.map { row in
      let name = presentation.printed(row.cell(at: category), column: columns[category])
      return name.isEmpty ? "–" : TerminalText.tame(name)
    }
    isResult = rows.map { $0.style == .result }
    series = drawn.map { index in
      Series(
        label: columns[index].label,
        values: rows.map {
          $0.cell(at: index).measure(in: columns[index], presentation.unit(of: columns[index]))
        },
        printed: rows.map { presentation.printed($0.cell(at: index), column: columns[index]) })
    }
    guard series.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
  }

  /// A figure at the axis, with no more decimals than its step has.
  func printed(tick: Double, step: Double) -> String {
    var decimals = 0
    var unit = 1.0
    while decimals < 6, step * unit != (step * unit).rounded() {
      decimals += 1
      unit *= 10
    }
    return presentation.printed(
      .number(tick, decimals: decimals), column: Column("tick", "", .number(unit: nil)))
  }

  /// The rows whose figures are greatest together, greatest first.
  func largest(_ count: Int) -> ChartFigures {
    func size(_ row: Int) -> Double {
      series.reduce(0) { $0 + abs($1.values[row] ?? 0) }
    }
    let order = names.indices.sorted { (size($0), $1) > (size($1), $0) }
    return keeping(Array(order.prefix(count)))
  }

  private func keeping(_ rows: [Int]) -> ChartFigures {
    var kept = self
    kept.names = rows.map { names[$0] }
    kept.isResult = rows.map { isResult[$0] }
    kept.series = series.map { series in
      Series(
        label: series.label, values: rows.map { series.values[$0] },
        printed: rows.map { series.printed[$0] })
    }
    return kept
  }
}

extension Cell {
  /// The figure as a length, in the unit it is printed in; nil where there is none.
  func measure(in column: Column, _ unit: AreaUnit) -> Double? {
    switch self {
    case .count(let count): return Double(count)
    case .area(let area): return area.squareMetres / unit.inSquareMetres
    case .share(let part, let whole, _):
      return whole.units == 0 ? nil : 100 * Double(part.units) / Double(whole.units)
    case .ratio(let count, let area, _):
      guard case .ratio(_, let unit) = column.kind, area != .zero else { return nil }
      return Double(count) / (area.squareMetres / unit.inSquareMetres)
    case .number(let number, _): return number.isFinite ? number : nil
    case .text, .date, .empty, .withheld: return nil
    }
  }
}
