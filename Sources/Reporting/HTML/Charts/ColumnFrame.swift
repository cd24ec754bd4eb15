/// The room of a chart over time: figures up the side, times along the foot.
struct ColumnFrame {
  static let height = 240.0

  let top: Double
  let scale: ChartScale
  /// How wide the room of one row is.
  let pace: Double
  private let figures: ChartFigures
  private let left: Double

  init(_ figures: ChartFigures, ends: [Double], in drawing: Drawing) {
    self.figures = figures
    let top = drawing.height + 18
    let scale = ChartScale(ends, start: top + Self.height, length: -Self.height, most: 5)
    let widest =
      scale.ticks.map {
        Drawing.width(of: figures.printed(tick: $0, step: scale.step), size: 11)
      }.max() ?? 0
    left = widest + 10
    pace = (drawing.width - left - 8) / Double(max(1, figures.names.count))
    self.top = top
    self.scale = scale
  }

  /// The middle of a row's room.
  func middle(_ row: Int) -> Double { left + pace * (Double(row) + 0.5) }

  func drawAxis(in drawing: inout Drawing) {
    for tick in scale.ticks {
      let y = scale.place(tick)
      drawing.line(
        from: (left, y), to: (drawing.width, y),
        stroke: tick == 0 ? Drawing.quiet : Drawing.rule)
      drawing.text(
        figures.printed(tick: tick, step: scale.step), x: left - 6, y: y + 4, anchor: .end,
        fill: Drawing.quiet, size: 11)
    }
    let widest = (figures.names.map { Drawing.width(of: $0, size: 11) }.max() ?? 0) + 10
    let every = max(1, Int((widest / pace).rounded(.up)))
    for (row, name) in figures.names.enumerated() where row % every == 0 {
      drawing.text(
        name, x: middle(row), y: top + Self.height + 17, anchor: .middle, fill: Drawing.quiet,
        size: 11)
    }
  }
}
