import GeometryEngine
import GeometryValues

/// A grid over districts whose cells remember that they lie wholly in one of them.
///
/// Nearly all records lie far from any border, and for those one look at a cell is enough. A cell is
/// worked out when the first record falls into it.
final class InnerCells {
  private static let side = 256
  private static let unknown: Int16 = -1
  private static let mixed: Int16 = -2

  private let envelope: Envelope
  private let borders: BorderIndex
  private let width: Double
  private let height: Double
  private var cells = [Int16](repeating: InnerCells.unknown, count: side * side)

  init(_ borders: BorderIndex, over envelope: Envelope) {
    self.borders = borders
    self.envelope = envelope
    width = (envelope.maxX - envelope.minX) / Double(Self.side)
    height = (envelope.maxY - envelope.minY) / Double(Self.side)
  }

  /// The district in which the whole cell of a position lies; nil where it has to be looked at.
  func district(at position: Position) -> Int? {
    guard position.x >= envelope.minX, position.x < envelope.maxX, position.y >= envelope.minY,
      position.y < envelope.maxY
    else { return nil }
    let column = min(Self.side - 1, Int((position.x - envelope.minX) / width))
    let row = min(Self.side - 1, Int((position.y - envelope.minY) / height))
    let cell = row * Self.side + column
    if cells[cell] == Self.unknown { cells[cell] = district(column, row) }
    return cells[cell] >= 0 ? Int(cells[cell]) : nil
  }

  private func district(_ column: Int, _ row: Int) -> Int16 {
    let (x, y) = (envelope.minX + Double(column) * width, envelope.minY + Double(row) * height)
    let box = Envelope(minX: x, minY: y, maxX: x + width, maxY: y + height)
    var hasBorder = false
    borders.forEachEdge(meeting: box) { _, _ in hasBorder = true }
    guard !hasBorder else { return Self.mixed }
    let found = borders.first(holding: Position(x: x + width / 2, y: y + height / 2))
    return found < 0 ? Self.mixed : Int16(clamping: found)
  }
}
