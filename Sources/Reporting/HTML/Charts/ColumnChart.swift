/// Bars that stand, one place a time.
enum ColumnChart {
  static let mostWidth = 56.0

  static func draw(
    _ figures: ChartFigures, isStacked: Bool, id: String, in drawing: inout Drawing
  ) {
    let stacks = isStacked ? BarChart.stacked(figures) : []
    let ends =
      isStacked
      ? stacks.flatMap { $0.map(\.to) }
      : figures.series.flatMap { $0.values.compactMap(\.self) }
    let frame = ColumnFrame(figures, ends: ends, in: drawing)
    frame.drawAxis(in: &drawing)
    let room = min(frame.pace * 0.76, mostWidth * Double(isStacked ? 1 : figures.series.count))
    for row in figures.names.indices {
      let start = frame.middle(row) - room / 2
      if isStacked {
        for bar in stacks[row] {
          draw(bar, x: start, width: room, in: frame, id: id, drawing: &drawing)
        }
      } else {
        let width = room / Double(figures.series.count)
        for (index, series) in figures.series.enumerated() {
          guard let value = series.values[row] else { continue }
          draw(
            Bar(series: index, from: 0, to: value, printed: series.printed[row]),
            x: start + width * Double(index), width: width, in: frame, id: id, drawing: &drawing)
        }
      }
    }
  }

  private static func draw(
    _ bar: Bar, x: Double, width: Double, in frame: ColumnFrame, id: String,
    drawing: inout Drawing
  ) {
    let upper = frame.scale.place(max(bar.from, bar.to))
    let lower = frame.scale.place(min(bar.from, bar.to))
    let swatch = Swatch.series(bar.series)
    drawing.rectangle(
      x: x, y: upper, width: width, height: lower - upper,
      fill: swatch.fill("\(id)-\(bar.series + 1)"), stroke: swatch.ink)
    // A figure that would run into its neighbour's is left to the table.
    guard Drawing.width(of: bar.printed, size: 11) < width + 6 else { return }
    drawing.text(
      bar.printed, x: x + width / 2, y: bar.to < 0 ? lower + 13 : upper - 5, anchor: .middle,
      size: 11)
  }
}
