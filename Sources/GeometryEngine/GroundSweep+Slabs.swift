/// The plain way, for a record where rounding broke the order of edges: upright slabs.
///
/// The plane is cut at every end and crossing. No two edges cross inside a slab, so between two
/// that follow each other upwards lies a trapezoid of one cover.
extension GroundSweep {
  /// Measures all covers anew, from the edges already read.
  mutating func measureInSlabs() {
    var numbers: [Int] = []
    for number in 2..<max(2, edges.count) { numbers.append(number) }
    numbers.sort { edges.base[$0].x0 < edges.base[$1].x0 }
    let cuts = slabCuts(numbers)
    var line: [(y: Double, number: Int)] = []
    var next = 0
    for (left, right) in zip(cuts, cuts.dropFirst()) {
      let middle = left + (right - left) / 2
      guard middle > left, middle < right else { continue }
      while next < numbers.count, edges.base[numbers[next]].x0 < middle {
        line.append((0, numbers[next]))
        next += 1
      }
      line.removeAll { edges.base[$0.number].x1 <= middle }
      for place in line.indices {
        line[place].y = edges.base[line[place].number].height(at: middle)
      }
      line.sort { ($0.y, $0.number) < ($1.y, $1.number) }
      measure(line, width: right - left)
    }
  }

  private mutating func measure(_ line: [(y: Double, number: Int)], width: Double) {
    var cover: Int32 = 0
    var below = -Double.infinity
    for (y, number) in line {
      if cover != 0, y > below { covers.add((y - below) * width, to: cover) }
      below = y
      let edge = edges.base[number]
      cover = covers.step(cover, over: edge.layer, edge.otherLayer)
    }
  }

  private func slabCuts(_ numbers: [Int]) -> [Double] {
    var cuts = [0, width]
    var line: [Int] = []
    for number in numbers {
      let edge = edges.base[number]
      cuts.append(edge.x0)
      cuts.append(edge.x1)
      line.removeAll { edges.base[$0].x1 <= edge.x0 }
      for other in line { cuts += crossing(edge, edges.base[other]) }
      line.append(number)
    }
    return cuts.filter { $0 >= 0 && $0 <= width }.sorted()
  }

  private func crossing(_ a: SweepEdge, _ b: SweepEdge) -> [Double] {
    let left = max(a.x0, b.x0, 0)
    let right = min(a.x1, b.x1, width)
    let before = a.height(at: left) - b.height(at: left)
    let after = a.heightOrEnd(at: right) - b.heightOrEnd(at: right)
    guard left < right, before * after < 0 else { return [] }
    return [left + (right - left) * (before / (before - after))]
  }
}
