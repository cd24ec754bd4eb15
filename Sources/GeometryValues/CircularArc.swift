import Foundation

/// An arc of a circle through three points, drawn as chords.
///
/// All three points stay vertices. A chord spans no more than one degree, so it lies within
/// 0.00004 of the radius from the arc, and a full circle loses 0.00005 of its area. The same arc
/// walked backwards gives the same vertices, so that neighbours still meet.
struct CircularArc {
  private static let widestChord = Double.pi / 180

  let start: Position
  let middle: Position
  let end: Position

  /// The vertices after the first, the end among them.
  func vertices(_ remarks: inout GeometryRemarks) -> [Position] {
    if (end.x, end.y) < (start.x, start.y) {
      let backwards = CircularArc(start: end, middle: middle, end: start)
      return backwards.vertices(&remarks).dropLast().reversed() + [end]
    }
    guard let circle else { return [middle, end] }
    remarks.arcs += 1
    return circle.vertices(from: start, to: middle, &remarks)
      + circle.vertices(from: middle, to: end, &remarks)
  }

  /// The circle through the points; nil where they lie on a line.
  private var circle: Circle? {
    // A full circle is written with its end on its start and the opposite point between them.
    if start == end {
      let center = Position(x: (start.x + middle.x) / 2, y: (start.y + middle.y) / 2)
      return start == middle ? nil : Circle(center: center, isLeftward: true).finite(start)
    }
    let (bx, by) = (middle.x - start.x, middle.y - start.y)
    let (cx, cy) = (end.x - start.x, end.y - start.y)
    let (b, c) = (bx * bx + by * by, cx * cx + cy * cy)
    let turn = 2 * (bx * cy - by * cx)
    guard abs(turn) > 1e-9 * (b + c) else { return nil }
    return Circle(
      center: Position(
        x: start.x + (cy * b - by * c) / turn, y: start.y + (bx * c - cx * b) / turn),
      isLeftward: turn > 0
    ).finite(start)
  }

  private struct Circle {
    let center: Position
    /// Whether the arc is walked counterclockwise.
    let isLeftward: Bool

    /// Nil where coordinates are so great that it can't be computed.
    func finite(_ point: Position) -> Circle? {
      hypot(point.x - center.x, point.y - center.y).isFinite ? self : nil
    }

    func vertices(
      from start: Position, to end: Position, _ remarks: inout GeometryRemarks
    ) -> [Position] {
      let radius = hypot(start.x - center.x, start.y - center.y)
      let first = atan2(start.y - center.y, start.x - center.x)
      var sweep = atan2(end.y - center.y, end.x - center.x) - first
      if isLeftward, sweep <= 0 { sweep += 2 * .pi }
      if !isLeftward, sweep >= 0 { sweep -= 2 * .pi }
      let chords = max(1, Int((abs(sweep) / CircularArc.widestChord).rounded(.up)))
      let step = sweep / Double(chords)
      remarks.deviation = max(remarks.deviation, radius * (1 - cos(step / 2)))
      return (1..<chords).map { number in
        let angle = first + step * Double(number)
        return Position(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
      } + [end]
    }
  }
}
