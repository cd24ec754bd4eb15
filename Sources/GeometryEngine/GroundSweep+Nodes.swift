/// What happens where borders of a map meet.
extension GroundSweep {
  /// Adds the borders of a map, whose regions are layers from `firstLayer` on.
  mutating func read(_ map: GroundMap, firstLayer: Int32) {
    let first = Int32(edges.count)
    for place in 0..<map.pieces.count {
      let piece = map.pieces.base[place]
      var border = SweepEdge(piece.x0, piece.y0, piece.x1, piece.y1, layer: -1)
      border.slope = piece.slope
      let isInner = piece.below >= 0 && piece.above >= 0
      border.layer = firstLayer + max(piece.below, piece.above)
      border.otherLayer = isInner ? firstLayer + min(piece.below, piece.above) : -1
      edges.append(border)
      if piece.x0 <= 0 { entering.append(first + Int32(place)) }
    }
    nodes.list(map, first: first)
    for node in 0..<Int32(map.nodes.count) {
      let x = map.nodes.base[Int(node)]
      if x > 0, x < width, nodes.edges(at: node).count > 0 { order.append(x: x, number: ~node) }
    }
  }

  /// Passes a node: takes what ends there off the line and puts on it what begins there.
  mutating func pass(node: Int32, at x: Double) {
    let meeting = nodes.edges(at: node)
    if meeting.count == 2 { return turn(meeting[0], meeting[1], at: x) }
    beginNode()
    let endCount = sortMeeting(meeting, at: x)
    let ending = UnsafeMutableBufferPointer(rebasing: meeting[..<endCount])
    let beginning = UnsafeMutableBufferPointer(rebasing: meeting[endCount...])
    let above = endCount == 0 ? -1 : takeOff(ending, at: x)
    if beginning.isEmpty { return test(edge(above).pointee.previous, above, at: x) }
    let upper = above >= 0 ? above : firstEdge(from: edge(beginning[0]).pointee.y0, at: x)
    var ground = edge(edge(upper).pointee.previous).pointee.above
    for number in beginning {
      link(number, before: upper)
      ground = start(number, above: ground, x: x, y: edge(number).pointee.y0)
    }
    if upper != Self.sky, ground != edge(upper).pointee.below { violation = .infinity }
    if !isOneSpot(ending, beginning) { spread(beginning, at: x) }
    for number in beginning {
      test(edge(number).pointee.previous, number, at: x)
      test(number, edge(number).pointee.next, at: x)
    }
  }

  /// Puts edges that end at x first, then those that begin there from below; gives the number of
  /// the former.
  private func sortMeeting(_ meeting: UnsafeMutableBufferPointer<Int32>, at x: Double) -> Int {
    var ends = 0
    for place in 0..<meeting.count where edge(meeting[place]).pointee.x1 == x {
      meeting.swapAt(ends, place)
      ends += 1
    }
    for place in stride(from: ends + 1, to: meeting.count, by: 1) {
      let number = meeting[place]
      var hole = place
      while hole > ends, rises(meeting[hole - 1], over: number) {
        meeting[hole] = meeting[hole - 1]
        hole -= 1
      }
      meeting[hole] = number
    }
    return ends
  }

  /// Whether all edges meet at one height: no upright border joins them.
  private func isOneSpot(
    _ ending: UnsafeMutableBufferPointer<Int32>, _ beginning: UnsafeMutableBufferPointer<Int32>
  ) -> Bool {
    let y = edge(beginning[0]).pointee.y0
    return ending.allSatisfy { edge($0).pointee.y1 == y }
      && beginning.allSatisfy { edge($0).pointee.y0 == y }
  }

  /// Lets edges that begin at x go to their heights: the highest first, to go up, then the lowest
  /// first, to go down; what is out of order between the two is no error.
  private mutating func spread(_ beginning: UnsafeMutableBufferPointer<Int32>, at x: Double) {
    let before = violation
    for number in beginning.reversed() { spread(number, at: x) }
    for number in beginning { spread(number, at: x) }
    violation = before
  }

  /// Takes edges that end together off the line; gives the one that was above them.
  private mutating func takeOff(
    _ ending: UnsafeMutableBufferPointer<Int32>, at x: Double
  ) -> Int32 {
    var lowest = ending[0]
    var highest = ending[0]
    // Those before `joined` follow each other on the line.
    var joined = 1
    while joined < ending.count {
      if let place = ending[joined...].firstIndex(of: edge(highest).pointee.next) {
        highest = ending[place]
        ending.swapAt(joined, place)
        joined += 1
      } else if let place = ending[joined...].firstIndex(of: edge(lowest).pointee.previous) {
        lowest = ending[place]
        ending.swapAt(joined, place)
        joined += 1
      } else {
        gather(ending[joined], to: lowest, highest, at: x)
      }
    }
    let above = edge(highest).pointee.next
    for number in ending {
      settle(number, x: x, y: edge(number).pointee.y1)
      unlink(number)
    }
    return above
  }
}
