/// The room of a chart whose bars lie: names at one side, the axis along the foot.
struct BarFrame {
  static let mostOfNames = 230.0

  let top: Double
  let scale: ChartScale
  private let figures: ChartFigures
  private let names: Double
  private let left: Double
  private let right: Double

  init(
    _ figures: ChartFigures, ends: [Double], printed: [String], top: Double, in drawing: Drawing
  ) {
    self.figures = figures
    self.top = top
    names = figures.names.map(Self.width).max() ?? 0
    let figureRoom = (printed.map { Drawing.width(of: $0) }.max() ?? 0) + 8
    left = names + 10 + (ends.contains { $0 < 0 } ? figureRoom : 0)
    right = drawing.width - max(figureRoom, 24)
    let probe = ChartScale(ends, start: 0, length: 1, most: 5)
    let widest =
      probe.ticks.map { Drawing.width(of: figures.printed(tick: $0, step: probe.step)) }.max() ?? 1
    let most = Int((right - left) / (1.5 * widest + 12))
    scale = ChartScale(ends, start: left, length: right - left, most: min(6, max(1, most)))
  }

  func drawAxis(height: Double, in drawing: inout Drawing) {
    let bottom = top + height
    for tick in scale.ticks {
      let x = scale.place(tick)
      drawing.line(from: (x, top), to: (x, bottom))
      drawing.text(
        figures.printed(tick: tick, step: scale.step), x: x, y: bottom + 16, anchor: .middle,
        fill: Drawing.quiet, size: 11)
    }
  }

  func drawZero(height: Double, in drawing: inout Drawing) {
    let x = scale.place(0)
    drawing.line(from: (x, top), to: (x, top + height), stroke: Drawing.quiet)
  }

  /// A long name stands on two lines, and what they have no room for is cut.
  private static func lines(of name: String) -> [String] {
    guard Drawing.width(of: name) > mostOfNames else { return [name] }
    let letters = Int(mostOfNames / 6.9)
    let lines = TerminalText.wrap(name, width: letters)
    return lines.count <= 2 ? lines : [lines[0], String(lines[1].prefix(letters - 1)) + "…"]
  }

  private static func width(of name: String) -> Double {
    let lines = lines(of: name)
    return lines.map { Drawing.width(of: $0, size: lines.count == 1 ? 12 : 11) }.max() ?? 0
  }

  func drawName(_ name: String, middle: Double, in drawing: inout Drawing) {
    let shown = Self.lines(of: name)
    for (index, line) in shown.enumerated() {
      let y = middle + 4 + (shown.count == 1 ? 0 : Double(index) * 12 - 6)
      drawing.text(
        line, x: names, y: y, anchor: .end, size: shown.count == 1 ? nil : 11)
    }
  }

  func draw(_ bar: Bar, y: Double, height: Double, id: String, in drawing: inout Drawing) {
    let start = scale.place(min(bar.from, bar.to))
    let end = scale.place(max(bar.from, bar.to))
    let swatch = Swatch.series(bar.series)
    drawing.rectangle(
      x: start, y: y, width: end - start, height: height,
      fill: swatch.fill("\(id)-\(bar.series + 1)"), stroke: swatch.ink)
    drawFigure(bar, middle: y + height / 2, in: &drawing)
  }

  func drawFigure(_ bar: Bar, middle: Double, in drawing: inout Drawing) {
    guard !bar.printed.isEmpty else { return }
    let isBelow = bar.to < bar.from || (bar.to == bar.from && bar.to < 0)
    drawing.text(
      bar.printed, x: scale.place(bar.to) + (isBelow ? -5 : 5), y: middle + 4,
      anchor: isBelow ? .end : .start, size: 11)
  }
}
