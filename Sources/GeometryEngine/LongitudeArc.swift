internal import GeometryValues

/// The shortest arc of longitude over many boxes.
enum LongitudeArc {
  /// The middle of the arc, degrees, above -180 and up to 180; `envelopes` must not be empty.
  static func middle(of envelopes: [Envelope]) -> Double {
    let arcs = envelopes.map(arc).sorted { $0.start < $1.start }
    guard let first = arcs.first else { return 0 }
    // The widest gap that no box covers is where the arc is cut open.
    var reached = first.end
    var gap = 0.0
    var start = first.start
    var end = first.end
    for arc in arcs.dropFirst() {
      if arc.start - reached > gap {
        gap = arc.start - reached
        start = arc.start
        end = reached + 360
      }
      reached = max(reached, arc.end)
    }
    if first.start + 360 - reached >= gap {
      start = first.start
      end = reached
    }
    return wrapped((start + end) / 2)
  }

  private static func arc(of box: Envelope) -> (start: Double, end: Double) {
    let crosses = box.maxX - box.minX > 180 && box.maxX - box.minX <= 360
    let start = wrapped(crosses ? box.maxX : box.minX)
    return (start, start + (crosses ? box.minX + 360 - box.maxX : box.maxX - box.minX))
  }

  private static func wrapped(_ longitude: Double) -> Double {
    let wrapped = longitude.remainder(dividingBy: 360)
    return wrapped == -180 ? 180 : wrapped
  }
}
