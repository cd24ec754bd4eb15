extension EdgeGathering {
  /// A ring with a tree of boxes over its runs.
  struct LongRing {
    let firstVertex: Int
    let edgeCount: Int
    /// Where its boxes begin.
    let boxes: Int

    init(_ vertices: Range<Int>, boxes: Int) {
      firstVertex = vertices.lowerBound
      edgeCount = vertices.count - 1
      self.boxes = boxes
    }
  }

  func followTree(
    _ ring: LongRing, _ view: GroundView, _ layer: Int32, _ run: inout Run,
    _ sweep: inout GroundSweep
  ) {
    var start = ring.boxes
    var size = RingRuns.leaf
    while size < ring.edgeCount {
      start += (ring.edgeCount + size - 1) / size
      size *= RingRuns.fanOut
    }
    visit(0, size, start, ring, view, layer, &run, &sweep)
  }

  /// Goes over the node `node` of a level whose runs have `size` edges and whose boxes begin at
  /// `start`.
  private func visit(
    _ node: Int, _ size: Int, _ start: Int, _ ring: LongRing, _ view: GroundView, _ layer: Int32,
    _ run: inout Run, _ sweep: inout GroundSweep
  ) {
    let first = node * size
    let end = min(first + size, ring.edgeCount)
    let box = view.boxes.baseAddress.unsafelyUnwrapped + 4 * (start + node)
    let beyond =
      side(box[2] - originX, box[3] - originY) & 5 | side(box[0] - originX, box[1] - originY) & 10
    if beyond != 0 {
      pass(beyond, to: ring.firstVertex + end, view, layer, &run, &sweep)
    } else if size == RingRuns.leaf {
      follow(ring.firstVertex + first + 1, ring.firstVertex + end + 1, view, layer, &run, &sweep)
    } else {
      let smaller = size / RingRuns.fanOut
      let below = start - (ring.edgeCount + smaller - 1) / smaller
      let last = (end - 1) / smaller
      for child in node * RingRuns.fanOut...last {
        visit(child, smaller, below, ring, view, layer, &run, &sweep)
      }
    }
  }

  /// Goes over a run that lies wholly beyond the given sides, to its last vertex.
  private func pass(
    _ beyond: UInt8, to vertex: Int, _ view: GroundView, _ layer: Int32, _ run: inout Run,
    _ sweep: inout GroundSweep
  ) {
    let x = view.vertices[2 * vertex] - originX
    let y = view.vertices[2 * vertex + 1] - originY
    let mask = run.mask & beyond
    if mask != 0 {
      run.mask = mask
    } else {
      end(run, layer, &sweep)
      run.px = run.qx
      run.py = run.qy
      run.mask = beyond
    }
    run.qx = x
    run.qy = y
    run.side = side(x, y)
  }
}
