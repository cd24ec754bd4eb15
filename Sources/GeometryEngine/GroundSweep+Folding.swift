/// How a sweep makes a map: borders lie where an edge has different regions on its sides.
///
/// A border goes on, uncut, while its edge has the same regions on its sides; so a map is no finer
/// than its regions ask for, however many edges were swept.
extension GroundSweep {
  /// Makes ready to make a map, once all edges are read, those of the old map first.
  mutating func beginMap(of old: GroundMap, layers: Int32, _ classify: FoldState.Classify?) {
    isFolding = true
    fold.reset(edges: edges.count, layers: layers)
    fold.classify = classify
    fold.lines.resize(edges.count)
    for number in 2..<edges.count {
      let piece = number - 2
      if piece < old.pieces.count {
        fold.lines.base[number] = old.pieces.base[piece].line
      } else {
        fold.lines.base[number] = fold.nextLine
        fold.nextLine += 1
      }
    }
  }

  mutating func endMap() {
    isFolding = false
    fold.classify = nil
  }

  /// Begins an event, where borders that end or begin will meet.
  @inline(__always)
  mutating func beginNode() {
    fold.node = -1
  }

  @inline(__always)
  private mutating func region(of cover: Int32) -> Int32 {
    if cover >= Int32(truncatingIfNeeded: fold.regions.count) { ask(upTo: cover) }
    return fold.regions.base[Int(cover)]
  }

  /// Asks for the regions of covers that are new, in the order in which they were met.
  @inline(never)
  private mutating func ask(upTo cover: Int32) {
    for number in Int32(fold.regions.count)...cover {
      let members = covers.layers(of: number)
      guard let last = members.last, fold.classify == nil || last >= fold.layerCount else {
        fold.regions.append(GroundMap.outside)
        continue
      }
      var region: Int32 = 0
      if let classify = fold.classify {
        fold.covering.removeAll(keepingCapacity: true)
        for member in members where member < fold.layerCount { fold.covering.append(member) }
        region = classify(last - fold.layerCount, fold.covering[...])
        precondition(region >= 0, "regions are numbered from 0")
      }
      fold.regionCount = max(fold.regionCount, region + 1)
      fold.regions.append(region)
    }
  }

  private mutating func node(at x: Double) -> Int32 {
    if fold.node < 0 { fold.node = fold.made.addNode(x: x) }
    return fold.node
  }

  /// Begins a border at the start of an edge's stretch, if regions differ.
  mutating func open(_ number: Int32) {
    let new = edge(number)
    let below = region(of: new.pointee.below)
    let above = region(of: new.pointee.above)
    fold.starts.base[Int(number)] = below == above ? -1 : node(at: new.pointee.px)
  }

  /// Ends the border under way at an edge, if any.
  mutating func close(_ number: Int32, x: Double, y: Double) {
    let start = fold.starts.base[Int(number)]
    guard start >= 0 else { return }
    let old = edge(number)
    let piece = GroundMap.Piece(
      x0: old.pointee.px, y0: old.pointee.py, x1: x, y1: y, slope: old.pointee.slope,
      line: fold.lines.base[Int(number)],
      below: region(of: old.pointee.below),
      above: region(of: old.pointee.above), left: start, right: node(at: x))
    fold.made.append(piece)
    fold.starts.base[Int(number)] = -1
  }

  /// Gives an edge new ground on its sides; its border goes on if the regions are the same.
  mutating func refold(_ number: Int32, below: Int32, above: Int32, x: Double, y: Double) {
    let changed = edge(number)
    let isSame =
      region(of: below) == region(of: changed.pointee.below)
      && region(of: above) == region(of: changed.pointee.above)
    if !isSame { close(number, x: x, y: y) }
    changed.pointee.below = below
    changed.pointee.above = above
    guard !isSame else { return }
    changed.pointee.px = x
    changed.pointee.py = y
    open(number)
  }

  /// Lets the border of an edge that ends go on along the next, uncut if both are of one line.
  mutating func carry(from ending: Int32, to number: Int32, x: Double, y: Double) {
    let old = edge(ending)
    let new = edge(number)
    if fold.lines.base[Int(ending)] == fold.lines.base[Int(number)], new.pointee.y0 == y {
      new.pointee.px = old.pointee.px
      new.pointee.py = old.pointee.py
      fold.starts.base[Int(number)] = fold.starts.base[Int(ending)]
      fold.starts.base[Int(ending)] = -1
    } else {
      close(ending, x: x, y: y)
      new.pointee.px = x
      new.pointee.py = new.pointee.y0
      open(number)
    }
  }
}
