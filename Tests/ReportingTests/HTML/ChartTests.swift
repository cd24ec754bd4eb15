import LandRelease
import Testing

@testable import Reporting

/// What is drawn is as long as what it stands for.
struct ChartTests {
  static func table(_ rows: [(String, [Double?], Row.Style)]) -> Table {
    let count = rows.first?.1.count ?? 0
    return Table(
      id: "t", title: "T",
      columns: [Column("name", "Name", .text)]
        + (0..<count).map { Column("series_\($0)_m2", "Series \($0)", .area) },
      rows: rows.map { name, values, style in
        Row(style, [.text(name)] + values.map { $0.map { .area(hectares($0)) } ?? .empty })
      })
  }

  static func figure(
    _ form: Chart.Form, _ rows: [(String, [Double?], Row.Style)],
    _ presentation: Presentation = Presentation()
  ) throws -> PageElement? {
    let table = table(rows)
    let chart = Chart(
      "A chart", of: "t", as: form, by: "name", table.columns.dropFirst().map(\.key))
    guard let markup = ChartFigure(chart, of: table, presentation, number: 1).markup else {
      return nil
    }
    return try PageDocument(markup.written).root
  }

  /// The bars outside of the definitions and of the legend, whose swatches are 16 wide.
  static func bars(_ figure: PageElement?) -> [PageElement] {
    let svg = figure?.all("svg").first?.children ?? []
    return svg.filter { $0.name == "rect" && $0.attributes["width"] != "16" }
  }

  static func body(_ names: String..., values: [Double?]) -> [(String, [Double?], Row.Style)] {
    zip(names, values).map { ($0, [$1], .body) }
  }

  @Test func barsAreAsLongAsTheirFigures() throws {
    let values = [120.0, 60, 0, 240]
    let bars = Self.bars(
      try Self.figure(.bars, Self.body("a", "b", "c", "d", values: values)))
    let widths = bars.map { $0.number("width") }
    #expect(widths.count == 4)
    for (width, value) in zip(widths, values) {
      #expect(abs(width - widths[3] * value / 240) < 0.02)
    }
    #expect(Set(bars.map { $0.number("x") }).count == 1)
  }

  @Test func figuresBelowZeroGoTheOtherWay() throws {
    let bars = Self.bars(try Self.figure(.bars, Self.body("a", "b", values: [50, -25])))
    #expect(abs(bars[1].number("x") + bars[1].number("width") - bars[0].number("x")) < 0.02)
    #expect(abs(bars[0].number("width") - 2 * bars[1].number("width")) < 0.02)
  }

  @Test func stackedBarsEndWhereTheNextBegins() throws {
    let bars = Self.bars(
      try Self.figure(.stackedBars, [("a", [10, 20, 30], .body), ("b", [60, nil, 0], .body)]))
    #expect(bars.count == 4)
    for (bar, next) in zip(bars, bars.dropFirst()).prefix(2) {
      #expect(abs(bar.number("x") + bar.number("width") - next.number("x")) < 0.02)
    }
    let whole = bars.prefix(3).reduce(0) { $0 + $1.number("width") }
    #expect(abs(whole - bars[3].number("width")) < 0.03)
  }

  @Test func timesStandUpright() throws {
    let bars = Self.bars(try Self.figure(.bars, Self.body("2021", "2022", values: [10, 40])))
    #expect(abs(bars[1].number("height") - 4 * bars[0].number("height")) < 0.05)
    let feet = bars.map { $0.number("y") + $0.number("height") }
    #expect(abs(feet[0] - feet[1]) < 0.02)
  }

  @Test func aWaterfallGoesOnFromWhereItCame() throws {
    let figure = try Self.figure(
      .waterfall,
      [
        ("net", [100], .result), ("more", [20], .body), ("less", [-50], .body),
        ("gross", [70], .result),
      ])
    let bars = Self.bars(figure)
    let ends = bars.map { ($0.number("x"), $0.number("x") + $0.number("width")) }
    #expect(abs(ends[1].0 - ends[0].1) < 0.02)
    #expect(abs(ends[2].1 - ends[1].1) < 0.02)
    #expect(abs(ends[2].0 - ends[3].1) < 0.02)
    #expect(abs(ends[3].0 - ends[0].0) < 0.02)
    #expect(Set(bars.map { $0.attributes["fill"] }).count == 3)
  }

  @Test func aMissingFigureBreaksTheLine() throws {
    let rows = ["2019", "2020", "2021", "2022", "2023"]
    let values: [Double?] = [1, 2, nil, 4, 5]
    let figure = try Self.figure(.lines, zip(rows, values).map { ($0, [$1], .body) })
    #expect(figure?.all("polyline").count == 2)
    #expect(figure?.all("circle").count == 4)
  }

  @Test func manyRowsAreCutToTheLargestAndItSaysSo() throws {
    let rows = (1...78).map { ("District \($0)", [Double($0)] as [Double?], Row.Style.body) }
    let figure = try #require(try Self.figure(.bars, rows))
    #expect(Self.bars(figure).count == 25)
    #expect(figure.text.contains("The 25 largest of 78 are drawn."))
    #expect(figure.all("text").map(\.text).contains("District 78"))
    #expect(!figure.all("text").map(\.text).contains("District 53"))
  }

  @Test(arguments: Chart.Form.allCases, [[0.0], [1e9], [-3], [0.0004], [0, 0, 0]])
  func anyFiguresFindRoom(form: Chart.Form, values: [Double]) throws {
    let rows = values.enumerated().map {
      ("Name \($0.offset)", [$0.element] as [Double?], Row.Style.result)
    }
    let figure = try #require(try Self.figure(form, rows))
    let svg = try #require(figure.all("svg").first)
    let height = svg.number("height")
    for element in svg.all {
      for name in ["x", "x1", "x2", "cx"] where element.attributes[name] != nil {
        #expect((0...720).contains(element.number(name)), "\(form) \(values) \(element.name)")
      }
      for name in ["y", "y1", "y2", "cy"] where element.attributes[name] != nil {
        #expect((0...height).contains(element.number(name)))
      }
      #expect(!element.attributes.values.contains { $0.contains("nan") || $0.contains("inf") })
    }
  }

  @Test func withoutFiguresThereIsNoChart() throws {
    #expect(try Self.figure(.bars, []) == nil)
    #expect(try Self.figure(.bars, [("a", [nil], .body)]) == nil)
    let chart = Chart("A", of: "t", as: .bars, by: "name", ["no_such"])
    let table = Self.table([("a", [1], .body)])
    #expect(ChartFigure(chart, of: table, Presentation(), number: 1).markup == nil)
  }

  @Test func aPictureHasATitleAndADescription() throws {
    let figure = try #require(try Self.figure(.bars, [("a", [1], .body)]))
    let svg = try #require(figure.all("svg").first)
    #expect(svg.attributes["role"] == "img")
    let names = svg.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
    #expect(names == svg.children.prefix(2).compactMap { $0.attributes["id"] })
    #expect(svg.children.prefix(2).map(\.name) == ["title", "desc"])
  }

  @Test(arguments: [
    ([0.0, 87], 6, [0, 20, 40, 60, 80, 100]), ([-30, 100], 3, [-50, 0, 50, 100]),
    ([0.0, 0.03], 3, [0, 0.01, 0.02, 0.03]), ([], 4, [0, 0.5, 1]),
  ])
  func axesEndAtRoundNumbers(values: [Double], most: Int, ticks: [Double]) {
    let scale = ChartScale(values, start: 0, length: 1, most: most)
    #expect(scale.ticks.count == ticks.count)
    for (tick, expected) in zip(scale.ticks, ticks) { #expect(abs(tick - expected) < 1e-12) }
  }
}
