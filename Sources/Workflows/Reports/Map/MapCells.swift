import GeometryValues
import LandRelease
import Reporting

/// Ground of records too small to draw, added up in cells of a map, as the ledger has it.
struct MapCells {
  /// Less than this is what rounding leaves: 1 m2.
  fileprivate static let least: Int64 = 10_000

  /// What stands in one cell.
  private struct Stock {
    /// Square centimetres by state.
    var areas: [LandState: Int64] = [:]
    /// The last day on which ground was opened.
    var lastOpened = Int.min

    /// The highest state of which there is ground.
    var state: LandState? {
      areas.filter { $0.key != .unrecorded && $0.value > MapCells.least }.keys.max()
    }
  }

  private let scale: MapScale
  private var stocks: [Int: Stock] = [:]

  init(_ scale: MapScale) {
    self.scale = scale
  }

  mutating func add(_ transition: Transition, area: Area, in cell: Int, on day: Int?) {
    var stock = stocks[cell] ?? Stock()
    stock.areas[transition.from, default: 0] -= area.squareCentimetres
    stock.areas[transition.to, default: 0] += area.squareCentimetres
    if transition.to.isOpen { stock.lastOpened = max(stock.lastOpened, day ?? Int.min) }
    stocks[cell] = stock
  }

  /// Draws nothing in some cells.
  mutating func forget(_ cells: Set<Int>) {
    for cell in cells { stocks[cell] = nil }
  }

  /// Takes the open ground out of cells that lie whole under a later release.
  mutating func release(under polygon: MultiPolygon, box: Envelope, on day: Int) {
    let touched = scale.cells(in: box)
    for row in touched.rows {
      for column in touched.columns {
        let cell = row * scale.columns + column
        guard let stock = stocks[cell], stock.lastOpened <= day, stock.state?.isOpen == true,
          scale.rectangle(row: row, from: column, to: column).allSatisfy(polygon.holds)
        else { continue }
        stocks[cell]?.areas = stock.areas.filter { !$0.key.isOpen }
      }
    }
  }

  /// The cells of one size up, four in one.
  func coarser(_ coarse: MapScale) -> MapCells {
    var cells = MapCells(coarse)
    for (cell, stock) in stocks {
      let row = min(cell / scale.columns / 2, coarse.rows - 1)
      let column = min(cell % scale.columns / 2, coarse.columns - 1)
      var sum = cells.stocks[row * coarse.columns + column] ?? Stock()
      sum.areas.merge(stock.areas, uniquingKeysWith: +)
      sum.lastOpened = max(sum.lastOpened, stock.lastOpened)
      cells.stocks[row * coarse.columns + column] = sum
    }
    return cells
  }

  /// Cells of one state beside each other, as rectangles; released ones only where no open hazard
  /// is drawn.
  func runs(
    leavingOutReleasedUnder open: [Envelope]
  ) -> [(state: LandState, shape: MapFigure.Shape)] {
    let hidden = touched(by: open)
    let shown = stocks.compactMap { cell, stock -> (cell: Int, state: LandState, area: Int64)? in
      guard let state = stock.state, state.isOpen || !hidden.contains(cell) else { return nil }
      return (cell, state, stock.areas[state] ?? 0)
    }.sorted { $0.cell < $1.cell }
    var runs: [(state: LandState, shape: MapFigure.Shape)] = []
    var start = 0
    while start < shown.count {
      let (first, state, _) = shown[start]
      var end = start + 1
      while end < shown.count, shown[end].state == state,
        shown[end].cell == first + end - start, shown[end].cell % scale.columns != 0
      {
        end += 1
      }
      let area = shown[start..<end].reduce(Int64(0)) { $0 + $1.area }
      runs.append((state, shape(first, count: end - start, area: area)))
      start = end
    }
    return runs
  }

  private func shape(_ first: Int, count: Int, area: Int64) -> MapFigure.Shape {
    let column = first % scale.columns
    var polygon = MultiPolygon()
    polygon.append(rings: [
      scale.rectangle(row: first / scale.columns, from: column, to: column + count - 1)
    ])
    let hectares = Area(squareCentimetres: area).figure(in: .hectares)
    return MapFigure.Shape(polygon, title: "Small areas together: \(hectares) ha")
  }

  /// The cells with ground that any of the boxes touches.
  private func touched(by boxes: [Envelope]) -> Set<Int> {
    var touched: Set<Int> = []
    for box in boxes {
      let cells = scale.cells(in: box)
      if cells.rows.count * cells.columns.count > stocks.count {
        for cell in stocks.keys
        where cells.rows.contains(cell / scale.columns)
          && cells.columns.contains(cell % scale.columns)
        { touched.insert(cell) }
        continue
      }
      for row in cells.rows {
        for column in cells.columns { touched.insert(row * scale.columns + column) }
      }
    }
    return touched
  }
}

extension MultiPolygon {
  /// Whether a place lies inside, by counting the edges east of it.
  fileprivate func holds(_ place: Position) -> Bool {
    var isInside = false
    for ring in 0..<ringCount {
      for index in vertices(ofRing: ring).dropLast() {
        let (a, b) = (vertex(index), vertex(index + 1))
        guard (a.y > place.y) != (b.y > place.y) else { continue }
        if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
