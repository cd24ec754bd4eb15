import GeometryValues

/// Squares of a fixed grid that stand for open ground which a map leaves out, so that the gap does
/// not read as free ground.
///
/// The grid is the same for every book, and only boxes are laid on it: how the ground lies within a
/// square can't be told from them.
struct RestrictedSquares {
  /// What the column `state` says of them.
  static let state = "restricted"
  /// What their note says.
  static let note = "Restricted ground: it is not free ground. Ask the programme."

  /// So many squares of the finest grid make one degree: about two kilometres each.
  private static let perDegree = 50.0
  /// A box on more squares than this is drawn on a coarser grid.
  private static let mostOfABox = 400.0

  private struct Square: Hashable, Comparable {
    /// How many of the finest squares a side holds.
    let side: Int
    let row: Int
    let column: Int

    static func < (left: Square, right: Square) -> Bool {
      (left.side, left.row, left.column) < (right.side, right.row, right.column)
    }

    var polygon: MultiPolygon {
      func degrees(_ number: Int) -> Double { Double(number * side) / perDegree }
      let (west, east) = (degrees(column), degrees(column + 1))
      let (south, north) = (max(degrees(row), -90), min(degrees(row + 1), 90))
      return MultiPolygon(rings: [
        [
          Position(x: west, y: south), Position(x: east, y: south), Position(x: east, y: north),
          Position(x: west, y: north), Position(x: west, y: south),
        ]
      ])
    }
  }

  private var squares: Set<Square> = []

  /// - Parameters:
  ///   - whole: the open ground as the book has it.
  ///   - shown: as the map shows it.
  ///   - boxes: of the records that the map leaves out, in degrees.
  init(whole: [MapFeature], shown: [MapFeature], within boxes: [Envelope]) {
    let drawn = Set(shown.map { Drawn($0) })
    for feature in whole where !drawn.contains(Drawn(feature)) {
      let own = feature.polygon.envelope
      for box in boxes where box.meets(own) {
        add(
          Envelope(
            minX: max(own.minX, box.minX), minY: max(own.minY, box.minY),
            maxX: min(own.maxX, box.maxX), maxY: min(own.maxY, box.maxY)))
      }
    }
  }

  /// - Parameter boxes: of records that are told to nobody.
  init(around boxes: [Envelope]) {
    for box in boxes where !box.isEmpty { add(box) }
  }

  private struct Drawn: Hashable {
    let state: String
    let coordinates: [Double]

    init(_ feature: MapFeature) {
      state = feature.group.state.rawValue
      coordinates = feature.polygon.coordinates
    }
  }

  private mutating func add(_ box: Envelope) {
    var side = 1
    func span(_ least: Double, _ most: Double) -> ClosedRange<Int> {
      let unit = Self.perDegree / Double(side)
      return Int((least * unit).rounded(.down))...Int((most * unit).rounded(.down))
    }
    while Double(span(box.minX, box.maxX).count) * Double(span(box.minY, box.maxY).count)
      > Self.mostOfABox
    {
      side *= 2
    }
    for row in span(box.minY, box.maxY) {
      for column in span(box.minX, box.maxX) {
        squares.insert(Square(side: side, row: row, column: column))
      }
    }
  }

  /// In a fixed order.
  var polygons: [MultiPolygon] { squares.sorted().map(\.polygon) }
}
