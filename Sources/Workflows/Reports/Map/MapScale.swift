import Foundation
import GeometryValues

/// What a screen can show of a country: the size of a pixel in degrees, and cells of pixels.
struct MapScale {
  /// Pixels across a map.
  static let width = 1200.0
  static let height = 900.0

  let box: Envelope
  /// Degrees of longitude and of latitude a pixel.
  let pixel: (x: Double, y: Double)
  /// Pixels a cell, along each side.
  let cellPixels: Double
  let columns: Int
  let rows: Int

  /// - Parameter cellPixels: how many pixels a cell has along each side.
  init(_ box: Envelope, cellPixels: Double) {
    self.box = box
    self.cellPixels = cellPixels
    let squeeze = max(0.1, cos((box.minY + box.maxY) / 2 * .pi / 180))
    let size = max(
      (box.maxX - box.minX) * squeeze / Self.width, (box.maxY - box.minY) / Self.height, 1e-7)
    pixel = (size / squeeze, size)
    columns = Int((box.maxX - box.minX) / (pixel.x * cellPixels)) + 1
    rows = Int((box.maxY - box.minY) / (pixel.y * cellPixels)) + 1
  }

  var cellCount: Int { columns * rows }

  /// How many pixels a box is along its longer side.
  func pixels(of envelope: Envelope) -> Double {
    max((envelope.maxX - envelope.minX) / pixel.x, (envelope.maxY - envelope.minY) / pixel.y)
  }

  /// The cell that holds the middle of a box.
  func cell(of envelope: Envelope) -> Int {
    let x = column((envelope.minX + envelope.maxX) / 2)
    let y = row((envelope.minY + envelope.maxY) / 2)
    return y * columns + x
  }

  /// The cells that a box touches.
  func cells(in envelope: Envelope) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    (
      column(envelope.minX)...column(envelope.maxX), row(envelope.minY)...row(envelope.maxY)
    )
  }

  private func column(_ x: Double) -> Int {
    min(max(Int((x - box.minX) / (pixel.x * cellPixels)), 0), columns - 1)
  }

  private func row(_ y: Double) -> Int {
    min(max(Int((y - box.minY) / (pixel.y * cellPixels)), 0), rows - 1)
  }

  /// The rectangle of some cells beside each other.
  func rectangle(row: Int, from first: Int, to last: Int) -> [Position] {
    let (west, east) = (
      box.minX + Double(first) * pixel.x * cellPixels,
      box.minX + Double(last + 1) * pixel.x * cellPixels
    )
    let (south, north) = (
      box.minY + Double(row) * pixel.y * cellPixels,
      box.minY + Double(row + 1) * pixel.y * cellPixels
    )
    return [
      Position(x: west, y: south), Position(x: east, y: south), Position(x: east, y: north),
      Position(x: west, y: north),
    ].map(rounded)
  }

  /// A place to a fifth of a pixel, so that it takes few digits.
  func rounded(_ position: Position) -> Position {
    Position(x: rounded(position.x), y: rounded(position.y))
  }

  private func rounded(_ degrees: Double) -> Double { (degrees * decimals).rounded() / decimals }

  private var decimals: Double { pow(10, (-log10(pixel.y / 5)).rounded(.up)) }
}

extension MapScale {
  /// A polygon with the corners that a screen can tell apart; rings smaller than a pixel are gone.
  ///
  /// Corners nearer than half a pixel to the line between their neighbours are left out, after
  /// Ramer, Douglas and Peucker.
  func simplified(_ polygon: MultiPolygon) -> MultiPolygon {
    var simple = MultiPolygon()
    for part in 0..<polygon.polygonCount {
      let rings = polygon.rings(ofPolygon: part).map { ring in
        simplified(polygon.vertices(ofRing: ring).map(polygon.vertex))
      }
      guard let outer = rings.first, outer.count > 2 else { continue }
      simple.append(rings: [outer] + rings.dropFirst().filter { $0.count > 2 })
    }
    return simple
  }

  /// The corners of a ring, without the closing one.
  private func simplified(_ ring: [Position]) -> [Position] {
    let open = ring.first == ring.last ? Array(ring.dropLast()) : ring
    guard open.count > 3, let first = open.first else { return distinct(open.map(rounded)) }
    // The farthest corner from the first splits the ring in two lines.
    let far = open.indices.max { distance(open[$0], first) < distance(open[$1], first) } ?? 0
    var kept = Array(repeating: false, count: open.count + 1)
    let line = open + [first]
    kept[0] = true
    kept[far] = true
    keep(line, 0, far, &kept)
    keep(line, far, open.count, &kept)
    return distinct(open.indices.filter { kept[$0] }.map { rounded(open[$0]) })
  }

  private func keep(_ line: [Position], _ first: Int, _ last: Int, _ kept: inout [Bool]) {
    var spans = [(first, last)]
    while let (first, last) = spans.popLast() {
      guard last - first > 1 else { continue }
      var farthest = (index: first, distance: 0.0)
      for index in (first + 1)..<last {
        let distance = distance(line[index], from: line[first], to: line[last])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.distance > 0.5 else { continue }
      kept[farthest.index] = true
      spans.append((first, farthest.index))
      spans.append((farthest.index, last))
    }
  }

  private func distinct(_ ring: [Position]) -> [Position] {
    var distinct: [Position] = []
    for corner in ring where corner != distinct.last { distinct.append(corner) }
    if distinct.count > 1, distinct.first == distinct.last { distinct.removeLast() }
    return distinct
  }

  /// In pixels.
  private func distance(_ left: Position, _ right: Position) -> Double {
    hypot((left.x - right.x) / pixel.x, (left.y - right.y) / pixel.y)
  }

  private func distance(_ point: Position, from start: Position, to end: Position) -> Double {
    let (ax, ay) = ((end.x - start.x) / pixel.x, (end.y - start.y) / pixel.y)
    let (bx, by) = ((point.x - start.x) / pixel.x, (point.y - start.y) / pixel.y)
    let length = ax * ax + ay * ay
    guard length > 0 else { return hypot(bx, by) }
    let along = min(max((ax * bx + ay * by) / length, 0), 1)
    return hypot(bx - along * ax, by - along * ay)
  }
}
