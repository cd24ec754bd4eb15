/// An edge in a sweep, its place among those the sweep line meets, and the ground on its sides.
///
/// Coordinates are metres from the lower left corner of the record's box; no edge is upright.
struct SweepEdge {
  /// The left end.
  var x0: Double
  var y0: Double
  /// The right end.
  var x1: Double
  var y1: Double
  var slope: Double
  /// Where the stretch with the present ground on its sides began.
  var px = 0.0
  var py = 0.0
  /// Neighbours on the sweep line, below and above.
  var previous: Int32 = 0
  var next: Int32 = 0
  /// Covers of the ground just below and just above.
  var below: Int32 = 0
  var above: Int32 = 0
  /// The layer that begins or ends here.
  var layer: Int32
  /// A second layer that does, or -1: a border between regions ends one and begins the other.
  var otherLayer: Int32 = -1
  /// The edge that follows in the ring; in a map, the number of the piece.
  var successor: Int32 = -1
  var block: Int32 = -1

  @inline(__always)
  init(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, layer: Int32) {
    let rightward = ax < bx
    x0 = rightward ? ax : bx
    y0 = rightward ? ay : by
    x1 = rightward ? bx : ax
    y1 = rightward ? by : ay
    let rise = (y1 - y0) / (x1 - x0)
    // Ends a denormal apart: a slope without end would make heights that are no numbers.
    slope = rise.isFinite ? rise : 0
    self.layer = layer
  }

  @inline(__always)
  func height(at x: Double) -> Double { y0 + (x - x0) * slope }

  /// The height at an x that may be the right end, where it is the end's own.
  @inline(__always)
  func heightOrEnd(at x: Double) -> Double { x == x1 ? y1 : y0 + (x - x0) * slope }
}
