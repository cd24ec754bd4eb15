/// A chart with its caption; its table stands below it.
struct ChartFigure {
  /// More bars than this are not told apart; the table has them all.
  static let mostBars = 25
  static let mostSteps = 40
  static let width = 720.0

  private let chart: Chart
  private let table: Table
  private let presentation: Presentation
  private let id: String

  init(_ chart: Chart, of table: Table, _ presentation: Presentation, number: Int) {
    self.chart = chart
    self.table = table
    self.presentation = presentation
    id = "chart-\(number)"
  }

  /// The figure; nil where the table has nothing to draw.
  var markup: Markup? {
    guard let all = ChartFigures(chart, of: table, presentation) else { return nil }
    let isCut = all.names.count > most(of: all)
    let figures = isCut ? all.largest(most(of: all)) : all
    var drawing = Drawing(
      width: Self.width, isMirrored: presentation.language.isRightToLeft)
    draw(figures, in: &drawing)
    let title = chart.title
    let below = presentation.phrase("The figures are in the table below.")
    let cut =
      isCut
      ? presentation.phrase(
        "The \(figures.names.count) largest of \(all.names.count) are drawn.") : nil
    let words = [cut, below].compactMap(\.self).joined(separator: " ")
    let swatches =
      [WaterfallChart.definition(id)].filter { _ in chart.form == .waterfall }
      + figures.series.indices.map { index in
        Swatch.series(index).definition("\(id)-\(index + 1)")
      }
    let picture = drawing.markup(
      id: id, title: title, description: words,
      defs: chart.form == .lines ? [] : swatches.compactMap(\.self))
    return .element(
      "figure", ["class": "chart"],
      [
        .element(
          "figcaption", [:],
          [.element("strong", text: title)]
            + (figures.unit.map {
              [.text(" "), .element("span", ["class": "unit"], text: "(\($0))")]
            }
              ?? [])
            + (cut.map { [.element("br"), .element("span", ["class": "cut"], text: $0)] } ?? [])),
        .element(
          "div",
          [
            "class": "scroll", "tabindex": "0", "role": "region",
            "aria-label": title,
          ], [picture]),
      ])
  }

  /// How many rows are drawn: names are chosen from, a way over time or from figure to figure is not.
  private func most(of figures: ChartFigures) -> Int {
    switch chart.form {
    case .lines, .waterfall: Int.max
    case .bars, .stackedBars: isUpright(figures) ? Self.mostSteps : Self.mostBars
    }
  }

  private func draw(_ figures: ChartFigures, in drawing: inout Drawing) {
    ChartLegend.draw(figures, of: chart.form, id: id, in: &drawing)
    switch chart.form {
    case .lines: LineChart.draw(figures, in: &drawing)
    case .waterfall: WaterfallChart.draw(figures, id: id, in: &drawing)
    case .bars, .stackedBars:
      let isStacked = chart.form == .stackedBars
      if isUpright(figures) {
        ColumnChart.draw(figures, isStacked: isStacked, id: id, in: &drawing)
      } else {
        BarChart.draw(figures, isStacked: isStacked, id: id, in: &drawing)
      }
    }
  }

  /// Years and months stand along the foot; names need the room at the side.
  private func isUpright(_ figures: ChartFigures) -> Bool {
    figures.names.allSatisfy { $0.count <= 8 && $0.unicodeScalars.first?.isDigit == true }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
