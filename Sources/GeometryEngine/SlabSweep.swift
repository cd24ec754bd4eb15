import GeometryValues

/// Splits the ground under one record by all the polygons that meet it, and measures the parts.
///
/// The plane is cut into upright slabs at every vertex and crossing. No two edges cross inside a
/// slab, so between two edges that follow each other upwards lies a trapezoid, and it is known
/// which polygons cover it. Its area goes to that set of polygons. No output geometry is made,
/// so there is no topology to fail: parts are never negative and add up to the whole by
/// construction. Coordinates are metres in an equal-area plane; polygons must be valid, since
/// what counts is being inside an odd number of rings.
///
/// One sweep serves one thread and keeps its buffers from record to record.
public struct SlabSweep {
  /// A part of the ground: its area in the plane, and the layers that cover it.
  public struct Part {
    /// Square metres in the plane.
    public let area: Double
    /// Ascending positions in the list of layers given to the sweep.
    public let layers: [Int32]
  }

  /// An edge in the range of the record, with the layer it bounds.
  private struct Active {
    var x0: Double
    var y0: Double
    var x1: Double
    var slope: Double
    var layer: Int32
    /// Height in the middle of the slab at hand.
    var y = 0.0

    func height(at x: Double) -> Double { y0 + (x - x0) * slope }
  }

  /// Where an edge below the record begins or ends: all it does is turn its layer on or off.
  private struct Turn {
    var x: Double
    var layer: Int32
  }

  private var edges: [Active] = []
  private var turns: [Turn] = []
  private var cuts: [Double] = []
  private var sweep: [Int] = []
  private var base = CoverSet(layers: 0)
  private var sums = CoverSums()

  /// Makes a sweep that keeps its memory from one call to the next; it serves one thread.
  public init() {}

  /// Splits the union of the first `footprint` layers by all layers.
  ///
  /// - Parameters:
  ///   - layers: polygons of `table`, by number; a polygon may stand here once.
  ///   - footprint: how many of them, from the first, make the ground to be split.
  /// - Returns: the parts, in the order in which the sweep met them.
  public mutating func split(_ layers: [Int32], footprint: Int, of table: SlabEdges) -> [Part] {
    var box = Envelope()
    for layer in layers.prefix(footprint) { box.add(table.envelopes[Int(layer)]) }
    guard box.minX < box.maxX else { return [] }
    base = CoverSet(layers: layers.count)
    sums.reset(footprint: footprint)
    collect(layers, of: table, in: box)
    cut(in: box)
    walk()
    return sums.parts
  }

  /// Takes the edges that can matter: above the record none, below it only their turns.
  private mutating func collect(_ layers: [Int32], of table: SlabEdges, in box: Envelope) {
    edges.removeAll(keepingCapacity: true)
    turns.removeAll(keepingCapacity: true)
    for (position, polygon) in layers.enumerated() {
      let envelope = table.envelopes[Int(polygon)]
      guard envelope.minX < box.maxX, envelope.maxX > box.minX, envelope.minY < box.maxY,
        envelope.maxY > box.minY
      else { continue }
      table.forEachEdge(of: Int(polygon), from: box.minX, to: box.maxX) { edge in
        if min(edge.y0, edge.y1) > box.maxY { return }
        if max(edge.y0, edge.y1) < box.minY {
          turns.append(Turn(x: edge.x0, layer: Int32(position)))
          turns.append(Turn(x: edge.x1, layer: Int32(position)))
        } else {
          edges.append(
            Active(
              x0: edge.x0, y0: edge.y0, x1: edge.x1,
              slope: (edge.y1 - edge.y0) / (edge.x1 - edge.x0), layer: Int32(position)))
        }
      }
    }
    edges.sort { $0.x0 < $1.x0 }
    turns.sort { $0.x < $1.x }
  }

  /// Finds where slabs begin and end: the ends of edges and their crossings inside the box.
  private mutating func cut(in box: Envelope) {
    cuts.removeAll(keepingCapacity: true)
    cuts.append(box.minX)
    cuts.append(box.maxX)
    sweep.removeAll(keepingCapacity: true)
    // An upright edge has no slab of its own: where it comes up through the floor is a turn.
    for turn in turns { addCut(turn.x, box) }
    for index in edges.indices {
      let edge = edges[index]
      addCut(edge.x0, box)
      addCut(edge.x1, box)
      var kept = 0
      for other in sweep where edges[other].x1 > edge.x0 {
        sweep[kept] = other
        kept += 1
        if let x = Self.crossing(edge, edges[other]) { addCut(x, box) }
      }
      sweep.removeSubrange(kept...)
      sweep.append(index)
    }
    cuts.sort()
  }

  private mutating func addCut(_ x: Double, _ box: Envelope) {
    if x > box.minX && x < box.maxX { cuts.append(x) }
  }

  /// Where two edges cross inside the range of x that they share, or nil.
  @inline(__always)
  private static func crossing(_ a: Active, _ b: Active) -> Double? {
    let left = max(a.x0, b.x0)
    let right = min(a.x1, b.x1)
    guard left < right else { return nil }
    let before = a.height(at: left) - b.height(at: left)
    let after = a.height(at: right) - b.height(at: right)
    guard before * after < 0 else { return nil }
    return left + (right - left) * (before / (before - after))
  }

  /// Walks the slabs from left to right and each slab from below.
  private mutating func walk() {
    sweep.removeAll(keepingCapacity: true)
    var next = 0
    var nextTurn = 0
    for index in cuts.indices.dropFirst() {
      let left = cuts[index - 1]
      let right = cuts[index]
      let middle = left + (right - left) / 2
      guard middle > left, middle < right else { continue }
      while nextTurn < turns.count, turns[nextTurn].x <= middle {
        base.flip(turns[nextTurn].layer)
        nextTurn += 1
      }
      var kept = 0
      for edge in sweep where edges[edge].x1 > middle {
        sweep[kept] = edge
        kept += 1
      }
      sweep.removeSubrange(kept...)
      while next < edges.count, edges[next].x0 < middle {
        if edges[next].x1 > middle { sweep.append(next) }
        next += 1
      }
      orderUpwards(at: middle)
      measure(width: right - left)
    }
  }

  /// Puts the edges of the slab in order of height; nearly sorted already, so by insertion.
  private mutating func orderUpwards(at x: Double) {
    for place in sweep.indices {
      let edge = sweep[place]
      let y = edges[edge].height(at: x)
      edges[edge].y = y
      var hole = place
      while hole > 0, edges[sweep[hole - 1]].y > y {
        sweep[hole] = sweep[hole - 1]
        hole -= 1
      }
      sweep[hole] = edge
    }
  }

  /// Adds the trapezoids of the slab; below the lowest edge nothing of the record lies.
  private mutating func measure(width: Double) {
    var cover = base
    var below = -Double.infinity
    for edge in sweep {
      let y = edges[edge].y
      if y > below {
        if sums.isFootprint(cover) { sums.add((y - below) * width, to: cover) }
        below = y
      }
      cover.flip(edges[edge].layer)
    }
  }
}
