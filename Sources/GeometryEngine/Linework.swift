public import GeometryValues

/// Lines in a plane that together bound pieces of ground, all vertices on the ``MapGrid``.
public struct Linework {
  private(set) var coordinates: [Double] = []
  /// For each line, the index after its last vertex.
  private(set) var ends: [Int] = []
  /// Where lines were cut at the box: vertices that no record has.
  public private(set) var cutVertices: Set<Position> = []
  private let box: Envelope?

  /// Starts without lines; those added are cut at the box, where there is one.
  public init(within box: Envelope? = nil) {
    self.box = box
  }

  /// Whether there is no line.
  public var isEmpty: Bool { ends.isEmpty }

  /// Adds the rings of polygons whose vertices are on the grid.
  public mutating func add(_ polygons: MultiPolygon) {
    for ring in 0..<polygons.ringCount {
      let vertices = polygons.vertices(ofRing: ring)
      if box == nil {
        coordinates += polygons.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound]
        endLine()
      } else {
        for (before, after) in zip(vertices, vertices.dropFirst()) {
          add(from: polygons.vertex(before), to: polygons.vertex(after))
        }
      }
    }
  }

  /// Adds the lines of another set as they are.
  public mutating func append(_ other: Linework) {
    let start = coordinates.count / 2
    coordinates += other.coordinates
    ends += other.ends.map { $0 + start }
    cutVertices.formUnion(other.cutVertices)
  }

  /// Adds the sides of the box, so that what it cuts open is closed.
  public mutating func addOutline() {
    guard let box else { return }
    for (x, y) in [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
      (box.minX, box.minY),
    ] {
      append(Position(x: x, y: y))
    }
    endLine()
  }

  /// Adds the part of an edge inside the box.
  ///
  /// An edge is cut at the same place by the boxes on both sides of a line.
  public mutating func add(from start: Position, to end: Position) {
    guard start != end else { return }
    guard let box else { return extend(from: start, to: end) }
    let low = (start.x, start.y) < (end.x, end.y) ? start : end
    let high = low == start ? end : start
    guard low.x <= box.maxX, high.x >= box.minX, min(low.y, high.y) <= box.maxY,
      max(low.y, high.y) >= box.minY
    else { return }
    let edge = CutEdge(low: low, high: high)
    var first = low
    var last = high
    if first.x < box.minX { first = edge.at(x: box.minX) }
    if last.x > box.maxX { last = edge.at(x: box.maxX) }
    for bound in [box.minY, box.maxY] {
      let isFloor = bound == box.minY
      func isOut(_ y: Double) -> Bool { isFloor ? y < bound : y > bound }
      if isOut(first.y) && isOut(last.y) { return }
      if isOut(first.y) { first = edge.at(y: bound) }
      if isOut(last.y) { last = edge.at(y: bound) }
    }
    guard first != last else { return }
    if first != low { cutVertices.insert(first) }
    if last != high { cutVertices.insert(last) }
    let isForward = low == start
    extend(from: isForward ? first : last, to: isForward ? last : first)
  }

  /// Goes on with the last line where an edge begins at its end: GEOS pays for each line.
  private mutating func extend(from start: Position, to end: Position) {
    let count = coordinates.count
    if !ends.isEmpty, coordinates[count - 2] == start.x, coordinates[count - 1] == start.y {
      ends.removeLast()
    } else {
      append(start)
    }
    append(end)
    endLine()
  }

  private mutating func append(_ place: Position) {
    coordinates.append(place.x)
    coordinates.append(place.y)
  }

  private mutating func endLine() { ends.append(coordinates.count / 2) }
}

/// An edge from its left end, cut by lines along the axes.
private struct CutEdge {
  let low: Position
  let high: Position

  func at(x: Double) -> Position {
    Position(
      x: x,
      y: MapGrid.nearest(low.y + (high.y - low.y) * ((x - low.x) / (high.x - low.x))))
  }

  func at(y: Double) -> Position {
    Position(
      x: MapGrid.nearest(low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y))), y: y)
  }
}
