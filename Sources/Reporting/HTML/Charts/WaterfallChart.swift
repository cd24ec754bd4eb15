/// Steps from figure to figure: results stand on zero, what lies between goes on from the last end.
enum WaterfallChart {
  static let rowHeight = 26.0

  static func draw(_ figures: ChartFigures, id: String, in drawing: inout Drawing) {
    let bars = steps(figures)
    let frame = BarFrame(
      figures, ends: bars.flatMap { [$0?.from ?? 0, $0?.to ?? 0] },
      printed: bars.map { $0?.printed ?? "" }, top: drawing.height + 6, in: drawing)
    let height = rowHeight * Double(bars.count)
    frame.drawAxis(height: height, in: &drawing)
    var end: Double?
    for (row, bar) in bars.enumerated() {
      let y = frame.top + rowHeight * Double(row)
      frame.drawName(figures.names[row], middle: y + rowHeight / 2, in: &drawing)
      guard let bar else { continue }
      if let end, row > 0 {
        let x = frame.scale.place(end)
        drawing.line(
          from: (x, y - 4), to: (x, y + 4), stroke: Drawing.quiet, dash: "2 2")
      }
      draw(bar, in: frame, y: y + 4, isResult: figures.isResult[row], id: id, drawing: &drawing)
      end = bar.to
    }
    frame.drawZero(height: height, in: &drawing)
  }

  /// One bar a row; nil where the row has no figure.
  static func steps(_ figures: ChartFigures) -> [Bar?] {
    var running = 0.0
    return figures.names.indices.map { row in
      guard let series = figures.series.first, let value = series.values[row] else { return nil }
      let from = figures.isResult[row] ? 0 : running
      running = from + value
      return Bar(series: 0, from: from, to: running, printed: series.printed[row])
    }
  }

  /// A step up is hatched, a step down is empty, a result is filled.
  private static func draw(
    _ bar: Bar, in frame: BarFrame, y: Double, isResult: Bool, id: String,
    drawing: inout Drawing
  ) {
    let start = frame.scale.place(min(bar.from, bar.to))
    let width = frame.scale.place(max(bar.from, bar.to)) - start
    let height = rowHeight - 8
    let ink = Swatch.series(0).ink
    let fill = isResult ? ink : bar.to < bar.from ? "#ffffff" : "url(#\(id)-step)"
    drawing.rectangle(x: start, y: y, width: width, height: height, fill: fill, stroke: ink)
    let isLow = bar.to < bar.from && bar.to < 0
    let label = Bar(
      series: 0, from: isLow ? 0 : min(bar.from, bar.to),
      to: isLow ? bar.to : max(bar.from, bar.to),
      printed: bar.printed)
    frame.drawFigure(label, middle: y + height / 2, in: &drawing)
  }

  static func definition(_ id: String) -> Markup? {
    Swatch(tint: "#dbe8f3", ink: Swatch.series(0).ink, hatch: .rising).definition("\(id)-step")
  }
}
