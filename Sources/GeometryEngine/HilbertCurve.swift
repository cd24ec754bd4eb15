internal import GeometryValues

/// A curve through a square that keeps near things near: the order of leaves in an index.
struct HilbertCurve {
  private static let order: UInt32 = 16
  private static let greatest = Double(UInt16.max)

  private let minX: Double
  private let minY: Double
  private let scaleX: Double
  private let scaleY: Double

  init(over box: Envelope) {
    minX = box.minX
    minY = box.minY
    scaleX = box.maxX > box.minX ? Self.greatest / (box.maxX - box.minX) : 0
    scaleY = box.maxY > box.minY ? Self.greatest / (box.maxY - box.minY) : 0
  }

  /// How far along the curve the middle of a box lies.
  func place(of box: Envelope) -> UInt32 {
    var x = Self.cell(((box.minX + box.maxX) / 2 - minX) * scaleX)
    var y = Self.cell(((box.minY + box.maxY) / 2 - minY) * scaleY)
    var place: UInt32 = 0
    var side: UInt32 = 1 << (Self.order - 1)
    while side > 0 {
      let right: UInt32 = x & side > 0 ? 1 : 0
      let upper: UInt32 = y & side > 0 ? 1 : 0
      place += side * side * ((3 * right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 0xFFFF - x
          y = 0xFFFF - y
        }
        swap(&x, &y)
      }
      side /= 2
    }
    return place
  }

  private static func cell(_ value: Double) -> UInt32 {
    // A box without end gives no number here; any cell will do, the order stays fixed.
    value >= 0 ? UInt32(min(value, greatest)) : 0
  }
}
