import GeometryValues
import Interchange

extension FeatureTable {
  /// What of the features a tile shows, as GeoJSON with no more detail than its pixels.
  ///
  /// Ground smaller than a pixel never vanishes: things too small to be drawn stand as squares of
  /// some pixels, one for all of a kind that lie there.
  ///
  /// - Parameter kind: the column that decides how a feature is drawn; nil for one way.
  public func tile(_ grid: TileGrid, kind: String?) -> [UInt8] {
    var drawing = TileDrawing(grid)
    let column = kind.flatMap { name in columns.firstIndex { $0.name == name } }
    var rows: [Int] = []
    let box = grid.box(withMargin: 6)
    index.forEach(meeting: box) { rows.append($0) }
    let words = column.map { column in values[column].map(\.text) } ?? []
    func word(_ row: Int) -> String { column.map { words[Int(codes[$0][row])] } ?? "" }
    let ranks = words.map(TileDrawing.rank)
    func rank(_ row: Int) -> Int { column.map { ranks[Int(codes[$0][row])] } ?? 0 }
    rows.sort { (rank($0), $0) < (rank($1), $1) }
    for row in rows {
      let own = boxes[row]
      let isSmall =
        own.maxX - own.minX < 2 * grid.width && own.maxY - own.minY < 2 * grid.height
      let isPoint = own.minX == own.maxX && own.minY == own.maxY
      if isSmall || isPoint || drawing.isFull {
        drawing.add(around: own, word(row))
      } else {
        drawing.add(shapes.parts(row), own, word(row), id: id(of: row))
      }
    }
    return drawing.finished()
  }
}

/// One tile as it is drawn.
struct TileDrawing {
  /// A tile holds so many vertices at most; what comes then is drawn as squares.
  private static let mostVertices = 60_000
  /// Pixels of a square that stands for what is too small.
  private static let square = 4.0

  private struct Square: Hashable {
    let column: Int
    let row: Int
    let kind: String
  }

  private let grid: TileGrid
  private let cutting: RingCutting
  private var json = Array(#"{"type":"FeatureCollection","features":["#.utf8)
  private var isFirst = true
  private var vertices = 0
  private var squares: [Square: Int] = [:]

  init(_ grid: TileGrid) {
    self.grid = grid
    cutting = RingCutting(box: grid.box(withMargin: 6))
  }

  var isFull: Bool { vertices > Self.mostVertices }

  /// What is worse is drawn over what is better.
  static func rank(_ kind: String) -> Int {
    ["confirmed": 5, "given_up": 4, "pending": 3, "restricted": 3, "suspected": 2][kind] ?? 0
  }

  mutating func add(around box: Envelope, _ kind: String) {
    let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    let square = Square(
      column: Int(((x - grid.box.minX) / grid.width / Self.square).rounded(.down)),
      row: Int(((y - grid.box.minY) / grid.height / Self.square).rounded(.down)), kind: kind)
    squares[square, default: 0] += 1
  }

  mutating func add(
    _ shape: (kind: PackedShapes.Kind, parts: [[[Position]]]), _ box: Envelope, _ kind: String,
    id: String
  ) {
    switch shape.kind {
    case .none: return
    case .points:
      for point in shape.parts.joined().joined() {
        var own = Envelope()
        own.add(x: point.x, y: point.y)
        add(around: own, kind)
      }
    case .lines:
      let lines = shape.parts.joined().map(thinned).filter { $0.count > 1 }
      if lines.isEmpty { return add(around: box, kind) }
      let text = lines.map(text).joined(separator: ",")
      write("MultiLineString", "[\(text)]", kind, #","id":"\#(id)""#)
    case .polygons:
      // An outer ring that is cut away takes its holes along; a hole that is too small is filled.
      let polygons = shape.parts.compactMap { rings -> String? in
        guard let outer = rings.first.flatMap(closed) else { return nil }
        return
          "[\(([outer] + rings.dropFirst().compactMap(closed)).map(text).joined(separator: ","))]"
      }
      if !polygons.isEmpty {
        write("MultiPolygon", "[\(polygons.joined(separator: ","))]", kind, #","id":"\#(id)""#)
      } else if box.meets(grid.box), shape.parts.contains(where: isNarrow) {
        add(around: box, kind)
      }
    }
  }

  /// Whether a polygon is there, but too narrow to be drawn.
  private func isNarrow(_ rings: [[Position]]) -> Bool {
    rings.first.map { !cutting.cut($0).isEmpty } ?? false
  }

  private func closed(_ ring: [Position]) -> [Position]? {
    var thin = thinned(cutting.cut(ring))
    while thin.count > 1, thin.first == thin.last { thin.removeLast() }
    guard thin.count > 2, let first = thin.first else { return nil }
    return thin + [first]
  }

  /// The line on a grid of half pixels, without what lies on the way from one point to the next.
  private func thinned(_ line: [Position]) -> [Position] {
    let (stepX, stepY) = (grid.width / 2, grid.height / 2)
    var thin: [Position] = []
    for point in line {
      let place = Position(
        x: grid.box.minX + ((point.x - grid.box.minX) / stepX).rounded() * stepX,
        y: grid.box.minY + ((point.y - grid.box.minY) / stepY).rounded() * stepY)
      if thin.last == place { continue }
      if thin.count > 1, isBetween(thin[thin.count - 2], thin[thin.count - 1], place) {
        thin.removeLast()
      }
      thin.append(place)
    }
    return thin
  }

  private func isBetween(_ a: Position, _ b: Position, _ c: Position) -> Bool {
    let cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    let along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return abs(cross) < 1e-3 * grid.width * grid.height && along >= 0
  }

  private func text(_ line: [Position]) -> String {
    let points = line.map {
      "[\(JSONWriting.number($0.x, decimals: grid.decimals)),\(JSONWriting.number($0.y, decimals: grid.decimals))]"
    }
    return "[\(points.joined(separator: ","))]"
  }

  private mutating func write(_ type: String, _ coordinates: String, _ kind: String, _ more: String)
  {
    if !isFirst { json.append(UInt8(ascii: ",")) }
    isFirst = false
    // A vertex takes a dozen bytes and more.
    vertices += coordinates.utf8.count / 16
    json += Array(
      "\n{\"type\":\"Feature\",\"properties\":{\"kind\":\(JSONWriting.text(kind))\(more)},\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
        .utf8)
  }

  mutating func finished() -> [UInt8] {
    let ordered = squares.sorted {
      (Self.rank($0.key.kind), $0.key.row, $0.key.column, $0.key.kind)
        < (Self.rank($1.key.kind), $1.key.row, $1.key.column, $1.key.kind)
    }
    for (square, count) in ordered {
      let x = grid.box.minX + Double(square.column) * Self.square * grid.width
      let y = grid.box.minY + Double(square.row) * Self.square * grid.height
      let (east, north) = (x + Self.square * grid.width, y + Self.square * grid.height)
      let ring = [
        Position(x: x, y: y), Position(x: east, y: y), Position(x: east, y: north),
        Position(x: x, y: north), Position(x: x, y: y),
      ]
      write("Polygon", "[\(text(ring))]", square.kind, ",\"count\":\(count)")
    }
    return json + Array("\n]}\n".utf8)
  }
}
