import GeometryValues

/// Whether shapes share a point with a box, its border included.
struct BoxMeeting {
  private let box: Envelope

  init(_ box: Envelope) { self.box = box }

  func isMet(_ kind: PackedShapes.Kind, _ parts: [[[Position]]]) -> Bool {
    switch kind {
    case .none: false
    case .points: parts.joined().joined().contains(where: holds)
    case .lines: parts.joined().contains(where: isCrossed)
    case .polygons: parts.contains { part in part.contains(where: isCrossed) || liesIn(part) }
    }
  }

  private func holds(_ point: Position) -> Bool {
    point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY && point.y <= box.maxY
  }

  private func isCrossed(_ line: [Position]) -> Bool {
    if let first = line.first, holds(first) { return true }
    return zip(line, line.dropFirst()).contains { meets($0, $1) }
  }

  /// Cuts the edge back to the box, side by side; what is left is the part within.
  private func meets(_ a: Position, _ b: Position) -> Bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (start, end) = (0.0, 1.0)
    for (slope, room) in [
      (-dx, a.x - box.minX), (dx, box.maxX - a.x), (-dy, a.y - box.minY), (dy, box.maxY - a.y),
    ] {
      if slope == 0 {
        if room < 0 { return false }
      } else if slope < 0 {
        start = max(start, room / slope)
      } else {
        end = min(end, room / slope)
      }
      if start > end { return false }
    }
    return true
  }

  /// Whether the box lies within a polygon whose edges all pass it by.
  private func liesIn(_ rings: [[Position]]) -> Bool {
    let (x, y) = (box.minX, box.minY)
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        if x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
      }
    }
    return isInside
  }
}
