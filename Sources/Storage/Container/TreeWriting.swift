internal import GRDB
internal import GeometryValues

/// The writing of a packed tree into the three tables behind it, node after node.
struct TreeWriting {
  static let cellSize = 24

  private let capacity: Int
  private let node: DirectStatement
  private let parent: DirectStatement
  private let home: DirectStatement
  private let count: Int
  private var bytes: [UInt8]
  /// The leaf of every row, by the row's number less the lowest, 0 for none; empty where the
  /// numbers lie far apart.
  private var leaves: [UInt32] = []
  /// The same as a list, for numbers that lie far apart.
  private var homes: [(id: Int64, node: Int64)] = []
  private let lowest: Int64

  /// - Parameters:
  ///   - count: how many entries come.
  ///   - ids: the lowest and the highest number among them.
  init(
    _ db: Database, name: String, nodeSize: Int, count: Int, ids: ClosedRange<Int64>
  ) throws {
    capacity = (nodeSize - 4) / Self.cellSize
    self.count = count
    lowest = ids.lowerBound
    if count > 0, ids.lowerBound >= 0, ids.upperBound - ids.lowerBound < 4 * Int64(count) {
      leaves = [UInt32](repeating: 0, count: Int(ids.upperBound - ids.lowerBound) + 1)
    }
    bytes = [UInt8](repeating: 0, count: nodeSize)
    node = try DirectStatement(db, "INSERT INTO \"\(name)_node\" VALUES (?, ?)")
    parent = try DirectStatement(db, "INSERT INTO \"\(name)_parent\" VALUES (?, ?)")
    home = try DirectStatement(
      db, "INSERT INTO \"\(name)_rowid\" (rowid, nodeno) VALUES (?, ?)")
  }

  /// Writes entries that come in the order of the leaves.
  consuming func write(
    _ forEach: ((PackedTree.Entry) throws -> Void) throws -> Void
  ) throws {
    var nextNode: Int64 = 2
    var level: [PackedTree.Entry] = []
    guard count > capacity else {
      try forEach { level.append($0) }
      return try finish(level, depth: 0)
    }
    var cells: [PackedTree.Entry] = []
    try forEach { entry in
      cells.append(entry)
      if cells.count == capacity {
        level.append(try write(cells[...], as: &nextNode, isLeaf: true))
        cells.removeAll(keepingCapacity: true)
      }
    }
    if !cells.isEmpty { level.append(try write(cells[...], as: &nextNode, isLeaf: true)) }
    var depth = 1
    while level.count > capacity {
      var above: [PackedTree.Entry] = []
      above.reserveCapacity(level.count / capacity + 1)
      for start in stride(from: 0, to: level.count, by: capacity) {
        let cells = level[start..<min(start + capacity, level.count)]
        above.append(try write(cells, as: &nextNode, isLeaf: false))
      }
      level = above
      depth += 1
    }
    try finish(level, depth: depth)
  }

  private mutating func write(
    _ cells: ArraySlice<PackedTree.Entry>, as number: inout Int64, isLeaf: Bool
  ) throws -> PackedTree.Entry {
    try insertNode(number, depth: 0, cells)
    try place(cells, in: number, isLeaf: isLeaf)
    defer { number += 1 }
    return PackedTree.Entry(id: number, box: Self.union(cells))
  }

  private mutating func finish(_ root: [PackedTree.Entry], depth: Int) throws {
    try insertNode(1, depth: depth, root[...])
    try place(root[...], in: 1, isLeaf: depth == 0)
    try insertHomes()
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
  private mutating func place(
    _ cells: ArraySlice<PackedTree.Entry>, in node: Int64, isLeaf: Bool
  ) throws {
    for cell in cells {
      if !isLeaf {
        parent.bind(cell.id, at: 1)
        parent.bind(node, at: 2)
        try parent.run()
      } else if leaves.isEmpty {
        homes.append((cell.id, node))
      } else {
        leaves[Int(cell.id - lowest)] = UInt32(node)
      }
    }
  }

  private func insertHomes() throws {
    for row in homes.sorted(by: { $0.id < $1.id }) { try insert(row.id, row.node) }
    for (place, node) in leaves.enumerated() where node > 0 {
      try insert(lowest + Int64(place), Int64(node))
    }
  }

  private func insert(_ row: Int64, _ node: Int64) throws {
    home.bind(row, at: 1)
    home.bind(node, at: 2)
    try home.run()
  }

  private static func union(_ cells: ArraySlice<PackedTree.Entry>) -> SIMD4<Float> {
    cells.dropFirst().reduce(cells[cells.startIndex].box) { box, cell in
      SIMD4(
        min(box[0], cell.box[0]), max(box[1], cell.box[1]), min(box[2], cell.box[2]),
        max(box[3], cell.box[3]))
    }
  }
}
