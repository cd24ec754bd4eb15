/// What the fills and lines of a chart stand for.
enum ChartLegend {
  static let rowHeight = 20.0

  /// Draws it at the top; a single series needs none.
  static func draw(
    _ figures: ChartFigures, of form: Chart.Form, id: String, in drawing: inout Drawing
  ) {
    guard figures.series.count > 1, form != .waterfall else { return }
    var x = 0.0
    var y = 4.0
    for (index, series) in figures.series.enumerated() {
      let width = 24 + Drawing.width(of: series.label) + 20
      if x > 0, x + width > drawing.width {
        x = 0
        y += rowHeight
      }
      let swatch = Swatch.series(index)
      if form == .lines {
        LineChart.sample(index, x: x, y: y + 6, in: &drawing)
      } else {
        drawing.rectangle(
          x: x + 0.5, y: y + 0.5, width: 16, height: 12, fill: swatch.fill("\(id)-\(index + 1)"),
          stroke: swatch.ink)
      }
      drawing.text(series.label, x: x + 24, y: y + 10.5)
      x += width
    }
    drawing.line(from: (0, y + rowHeight), to: (0, y + rowHeight), stroke: "none")
  }
}
