/// For each node of a map, the edges of the sweep that meet there.
struct MapNodes {
  private var ends = GrowingBuffer<Int32>()
  private var edges = GrowingBuffer<Int32>()

  func free() {
    ends.free()
    edges.free()
  }

  /// Lists the pieces of a map by node; piece k is edge `first` + k of the sweep.
  mutating func list(_ map: GroundMap, first: Int32) {
    ends.refill(map.nodes.count + 1, with: 0)
    edges.resize(2 * map.pieces.count)
    for index in 0..<map.pieces.count {
      let piece = map.pieces.base[index]
      ends.base[Int(map.root(of: piece.left)) + 1] += 1
      ends.base[Int(map.root(of: piece.right)) + 1] += 1
    }
    for node in 0..<map.nodes.count { ends.base[node + 1] += ends.base[node] }
    for index in 0..<map.pieces.count {
      let piece = map.pieces.base[index]
      place(first + Int32(index), at: map.root(of: piece.left))
      place(first + Int32(index), at: map.root(of: piece.right))
    }
  }

  @inline(__always)
  private func place(_ number: Int32, at node: Int32) {
    let end = ends.base + Int(node)
    edges.base[Int(end.pointee)] = number
    end.pointee += 1
  }

  /// The edges that meet at a node, in an order that the caller may change.
  func edges(at node: Int32) -> UnsafeMutableBufferPointer<Int32> {
    let start = node == 0 ? 0 : Int(ends.base[Int(node) - 1])
    return UnsafeMutableBufferPointer(
      start: edges.base + start, count: Int(ends.base[Int(node)]) - start)
  }
}
