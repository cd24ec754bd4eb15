/// Bars that lie, one row a name, its figure at the end.
enum BarChart {
  static let barHeight = 13.0

  static func draw(
    _ figures: ChartFigures, isStacked: Bool, id: String, in drawing: inout Drawing
  ) {
    let bars = isStacked ? stacked(figures) : beside(figures)
    let ends = bars.flatMap { $0.flatMap { [$0.from, $0.to] } }
    let printed = bars.flatMap { $0.map(\.printed) }
    let frame = BarFrame(
      figures, ends: ends, printed: printed, top: drawing.height + 6, in: drawing)
    let lanes = isStacked ? 1 : figures.series.count
    let laneHeight = isStacked || lanes == 1 ? barHeight + 3 : barHeight
    let rowHeight = laneHeight * Double(lanes) + 8
    let height = rowHeight * Double(figures.names.count)
    frame.drawAxis(height: height, in: &drawing)
    for (row, rowBars) in bars.enumerated() {
      let y = frame.top + rowHeight * Double(row) + 4
      frame.drawName(figures.names[row], middle: y + rowHeight / 2 - 4, in: &drawing)
      for bar in rowBars {
        let lane = isStacked ? 0 : bar.series
        frame.draw(
          bar, y: y + laneHeight * Double(lane), height: laneHeight - 1, id: id, in: &drawing)
      }
    }
    frame.drawZero(height: height, in: &drawing)
  }

  private static func beside(_ figures: ChartFigures) -> [[Bar]] {
    figures.names.indices.map { row in
      figures.series.enumerated().compactMap { index, series in
        let isBlank = series.values[row] == nil && series.printed[row].isEmpty
        // A figure that is withheld is said so, where its bar would be.
        return isBlank
          ? nil
          : Bar(series: index, from: 0, to: series.values[row] ?? 0, printed: series.printed[row])
      }
    }
  }

  /// Figures below zero pile up on the other side.
  static func stacked(_ figures: ChartFigures) -> [[Bar]] {
    figures.names.indices.map { row in
      var (above, below) = (0.0, 0.0)
      return figures.series.enumerated().compactMap { index, series in
        guard let value = series.values[row], value != 0 else { return nil }
        let from = value < 0 ? below : above
        if value < 0 { below += value } else { above += value }
        return Bar(series: index, from: from, to: from + value, printed: "")
      }
    }
  }
}

/// One bar, in figures.
struct Bar {
  let series: Int
  let from: Double
  let to: Double
  /// What stands at its end.
  let printed: String
}
