/// A line a series over the rows of its table, told apart by dashes and marks.
enum LineChart {
  private static let dashes: [String?] = [nil, "7 4", "2 3", "9 3 2 3", "4 2", "12 4"]
  /// More points than this have no marks.
  private static let mostMarks = 60

  static func draw(_ figures: ChartFigures, in drawing: inout Drawing) {
    let frame = ColumnFrame(
      figures, ends: figures.series.flatMap { $0.values.compactMap(\.self) }, in: drawing)
    frame.drawAxis(in: &drawing)
    for (index, series) in figures.series.enumerated() {
      var run: [(x: Double, y: Double)] = []
      // Where a figure is missing the line is broken, never bridged.
      for (row, value) in series.values.enumerated() {
        if let value {
          run.append((frame.middle(row), frame.scale.place(value)))
        } else {
          line(run, index, in: &drawing)
          run = []
        }
      }
      line(run, index, in: &drawing)
    }
  }

  /// A short piece of a series' line, for the legend.
  static func sample(_ index: Int, x: Double, y: Double, in drawing: inout Drawing) {
    line([(x, y), (x + 18, y)], index, marksAt: [(x + 9, y)], in: &drawing)
  }

  private static func line(
    _ points: [(x: Double, y: Double)], _ index: Int, in drawing: inout Drawing
  ) {
    let hasMarks = points.count <= mostMarks
    line(points, index, marksAt: hasMarks ? points : [], in: &drawing)
  }

  private static func line(
    _ points: [(x: Double, y: Double)], _ index: Int, marksAt marks: [(x: Double, y: Double)],
    in drawing: inout Drawing
  ) {
    let ink = Swatch.series(index).ink
    if points.count > 1 {
      drawing.polyline(points, stroke: ink, dash: dashes[index % dashes.count])
    }
    for mark in marks {
      switch index % 3 {
      case 0: drawing.circle(x: mark.x, y: mark.y, radius: 3, fill: ink, stroke: ink)
      case 1:
        drawing.rectangle(
          x: mark.x - 3, y: mark.y - 3, width: 6, height: 6, fill: "#ffffff", stroke: ink)
      default: drawing.circle(x: mark.x, y: mark.y, radius: 3.5, fill: "#ffffff", stroke: ink)
      }
    }
  }
}
