internal import GRDB
internal import GeometryValues

/// The writing of a packed tree into the three tables behind it, node after node.
struct TreeWriting {
  static let cellSize = 24

  private let capacity: Int
  private let node: DirectStatement
  private let parent: DirectStatement
  private let home: DirectStatement
  private var bytes: [UInt8]

  init(_ db: Database, name: String, nodeSize: Int) throws {
    capacity = (nodeSize - 4) / Self.cellSize
    bytes = [UInt8](repeating: 0, count: nodeSize)
    node = try DirectStatement(db, "INSERT INTO \"\(name)_node\" VALUES (?, ?)")
    parent = try DirectStatement(db, "INSERT INTO \"\(name)_parent\" VALUES (?, ?)")
    home = try DirectStatement(
      db, "INSERT INTO \"\(name)_rowid\" (rowid, nodeno) VALUES (?, ?)")
  }

  /// Writes entries that stand in the order of the leaves.
  consuming func write(_ entries: [PackedTree.Entry]) throws {
    var level = entries
    var homes: [(id: Int64, node: Int64)] = []
    homes.reserveCapacity(entries.count)
    var nextNode: Int64 = 2
    var depth = 0
    while level.count > capacity {
      var above: [PackedTree.Entry] = []
      above.reserveCapacity(level.count / capacity + 1)
      for start in stride(from: 0, to: level.count, by: capacity) {
        let cells = level[start..<min(start + capacity, level.count)]
        try insertNode(nextNode, depth: 0, cells)
        try place(cells, in: nextNode, isLeaf: depth == 0, &homes)
        above.append(PackedTree.Entry(id: nextNode, box: Self.union(cells)))
        nextNode += 1
      }
      level = above
      depth += 1
    }
    try insertNode(1, depth: depth, level[...])
    try place(level[...], in: 1, isLeaf: depth == 0, &homes)
    try insert(homes)
  }

  private mutating func insertNode(
    _ number: Int64, depth: Int, _ cells: ArraySlice<PackedTree.Entry>
  ) throws {
    try bytes.withUnsafeMutableBytes { memory in
      var end = 0
      func append<Number: FixedWidthInteger>(_ value: Number) {
        memory.storeBytes(of: value.bigEndian, toByteOffset: end, as: Number.self)
        end += MemoryLayout<Number>.size
      }
      append(UInt16(depth))
      append(UInt16(cells.count))
      for cell in cells {
        append(cell.id)
        for bound in 0..<4 { append(cell.box[bound].bitPattern) }
      }
      for place in end..<memory.count { memory[place] = 0 }
      node.bind(number, at: 1)
      node.bind(UnsafeRawBufferPointer(memory), at: 2)
      try node.run()
    }
  }

  /// Rows are remembered until all are known, because they are cheapest to write in order of id.
  private func place(
    _ cells: ArraySlice<PackedTree.Entry>, in node: Int64, isLeaf: Bool,
    _ homes: inout [(id: Int64, node: Int64)]
  ) throws {
    for cell in cells {
      if isLeaf {
        homes.append((cell.id, node))
      } else {
        parent.bind(cell.id, at: 1)
        parent.bind(node, at: 2)
        try parent.run()
      }
    }
  }

  private func insert(_ homes: [(id: Int64, node: Int64)]) throws {
    for row in Self.inOrder(homes) {
      home.bind(row.id, at: 1)
      home.bind(row.node, at: 2)
      try home.run()
    }
  }

  /// Rows in order of id; numbers that lie close together are put in place rather than sorted.
  private static func inOrder(
    _ homes: [(id: Int64, node: Int64)]
  ) -> [(id: Int64, node: Int64)] {
    guard let first = homes.lazy.map(\.id).min(), let last = homes.lazy.map(\.id).max(), first >= 0,
      last - first < 4 * Int64(homes.count)
    else { return homes.sorted { $0.id < $1.id } }
    var nodes = [Int64](repeating: 0, count: Int(last - first) + 1)
    for row in homes { nodes[Int(row.id - first)] = row.node }
    return nodes.indices.compactMap { place in
      nodes[place] == 0 ? nil : (first + Int64(place), nodes[place])
    }
  }

  private static func union(_ cells: ArraySlice<PackedTree.Entry>) -> SIMD4<Float> {
    cells.dropFirst().reduce(cells[cells.startIndex].box) { box, cell in
      SIMD4(
        min(box[0], cell.box[0]), max(box[1], cell.box[1]), min(box[2], cell.box[2]),
        max(box[3], cell.box[3]))
    }
  }
}
