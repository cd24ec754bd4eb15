import GeometryValues

/// Reads rings into the edges that matter in a box, in metres from its lower left corner.
///
/// A run of vertices that lies wholly to one side of the box acts like one edge from its first to
/// its last vertex, since only the number of rings around a spot of the box matters. So rings stay
/// closed and most of a neighbour costs nothing; runs to the left or right are left out.
struct EdgeGathering {
  let originX: Double
  let originY: Double
  let width: Double
  let height: Double

  init(_ box: Envelope) {
    originX = box.minX
    originY = box.minY
    width = box.maxX - box.minX
    height = box.maxY - box.minY
  }

  /// Where the reading of a ring stands: a run from p to q beyond the sides of `mask`.
  struct Run {
    var px = 0.0
    var py = 0.0
    var qx = 0.0
    var qy = 0.0
    var mask: UInt8 = 0
    var side: UInt8 = 0
  }

  /// Adds the edges of a polygon to the sweep.
  @inline(__always)
  func read(_ polygon: Int, of view: GroundView, as layer: Int32, into sweep: inout GroundSweep) {
    for ring in view.rings(of: polygon) {
      let vertices = view.vertices(ofRing: ring)
      let first = Int32(sweep.edges.count)
      var run = begin(vertices.lowerBound, view)
      if vertices.count - 1 <= RingRuns.shortest {
        follow(vertices.lowerBound + 1, vertices.upperBound, view, layer, &run, &sweep)
      } else if let start = view.table.runs.start(ofRing: ring) {
        followTree(LongRing(vertices, boxes: start), view, layer, &run, &sweep)
      }
      end(run, layer, &sweep)
      let last = sweep.edges.count - 1
      if last >= Int(first) { sweep.edges.base[last].successor = first }
    }
  }

  @inline(__always)
  private func begin(_ vertex: Int, _ view: GroundView) -> Run {
    let x = view.vertices[2 * vertex] - originX
    let y = view.vertices[2 * vertex + 1] - originY
    let side = side(x, y)
    return Run(px: x, py: y, qx: x, qy: y, mask: side, side: side)
  }

  @inline(__always)
  func side(_ x: Double, _ y: Double) -> UInt8 {
    (x <= 0 ? 1 : 0) | (x >= width ? 2 : 0) | (y <= 0 ? 4 : 0) | (y >= height ? 8 : 0)
  }

  @inline(__always)
  func follow(
    _ first: Int, _ end: Int, _ view: GroundView, _ layer: Int32, _ run: inout Run,
    _ sweep: inout GroundSweep
  ) {
    var place = view.vertices.baseAddress.unsafelyUnwrapped + 2 * first
    for _ in first..<end {
      step(to: place[0] - originX, place[1] - originY, layer, &run, &sweep)
      place += 2
    }
  }

  @inline(__always)
  private func step(
    to x: Double, _ y: Double, _ layer: Int32, _ run: inout Run, _ sweep: inout GroundSweep
  ) {
    let side = side(x, y)
    let mask = run.mask & side
    if mask != 0 {
      run.mask = mask
    } else {
      end(run, layer, &sweep)
      run.px = run.qx
      run.py = run.qy
      run.mask = run.side & side
    }
    run.qx = x
    run.qy = y
    run.side = side
  }

  @inline(__always)
  func end(_ run: Run, _ layer: Int32, _ sweep: inout GroundSweep) {
    if run.px == run.qx || max(run.px, run.qx) <= 0 || min(run.px, run.qx) >= width { return }
    sweep.append(
      SweepEdge(run.px, run.py, run.qx, run.qy, layer: layer), endingAt: run.qx)
  }
}
