internal import Foundation
internal import GRDB
internal import GeometryValues

/// Writes a whole R-tree at once, full nodes in Hilbert order, into SQLite's shadow tables.
///
/// It costs about a thirteenth of inserting the boxes one by one. A node is a two-byte depth (in
/// the root only) and a two-byte count, then cells of an eight-byte id and four single-precision
/// bounds, all big-endian; nodes are padded to the size SQLite chose when it made the root.
struct PackedTree {
  struct Entry {
    var id: Int64
    /// minx, maxx, miny, maxy, rounded outward.
    var box: SIMD4<Float>
  }

  /// So many boxes are held; more go into a file.
  static let mostHeld = 1_000_000

  private let index: SpatialIndex
  private let mostHeld: Int
  private var entries: [Entry] = []
  private var runs: SortedRuns?
  private(set) var envelope = Envelope()
  private var lowest = Int64.max
  private var highest = Int64.min

  init(_ index: SpatialIndex, mostHeld: Int = PackedTree.mostHeld) {
    self.index = index
    self.mostHeld = mostHeld
  }

  var count: Int { entries.count + (runs?.count ?? 0) }

  /// Whether boxes are not held: the tree can only be written whole.
  var isLarge: Bool { runs != nil }

  /// What was added, each box as the index holds it.
  var rows: [(row: Int64, box: Envelope)] {
    entries.map { entry in
      let box = entry.box
      return (
        entry.id,
        Envelope(
          minX: Double(box[0]), minY: Double(box[2]), maxX: Double(box[1]), maxY: Double(box[3]))
      )
    }
  }

  mutating func add(_ id: Int64, _ box: Envelope, _ db: Database) throws {
    envelope.add(box)
    (lowest, highest) = (min(lowest, id), max(highest, id))
    let outward = SIMD4(
      Self.below(box.minX), Self.above(box.maxX), Self.below(box.minY), Self.above(box.maxY))
    entries.append(Entry(id: id, box: outward))
    guard entries.count >= mostHeld else { return }
    let runs = try runs ?? SortedRuns(beside: db)
    self.runs = runs
    try runs.add(Self.sorted(entries, in: Self.world))
    entries.removeAll(keepingCapacity: true)
  }

  /// The order of boxes that were written away before all were known.
  private static let world = Envelope(minX: -180, minY: -90, maxX: 180, maxY: 90)

  func write(_ db: Database) throws {
    let name = index.name
    let rootSize = try Int.fetchOne(
      db, sql: "SELECT length(data) FROM \"\(name)_node\" WHERE nodeno = 1")
    guard let nodeSize = rootSize, nodeSize > 4 + TreeWriting.cellSize else {
      throw BookError.damaged("the spatial index \(name) has no root")
    }
    for part in ["node", "rowid", "parent"] {
      try db.execute(sql: "DELETE FROM \"\(name)_\(part)\"")
    }
    let writing = try TreeWriting(
      db, name: name, nodeSize: nodeSize, count: count, ids: lowest...max(lowest, highest))
    guard let runs else {
      return try writing.write { body in
        for entry in Self.sorted(entries, in: envelope) { try body(entry) }
      }
    }
    if !entries.isEmpty { try runs.add(Self.sorted(entries, in: Self.world)) }
    try writing.write { body in
      try runs.forEach(by: { Self.along($0.box, in: Self.world) }, body)
    }
  }

  /// The place of a box's middle along the curve over an area.
  private static func along(_ box: SIMD4<Float>, in area: Envelope) -> UInt32 {
    let width = max(area.maxX - area.minX, .leastNormalMagnitude)
    let height = max(area.maxY - area.minY, .leastNormalMagnitude)
    let x: Double = (Double(box[0]) + Double(box[1])) / 2 - area.minX
    let y: Double = (Double(box[2]) + Double(box[3])) / 2 - area.minY
    return hilbert(cell(x / width), cell(y / height))
  }

  private static func sorted(_ entries: [Entry], in area: Envelope) -> [Entry] {
    // The place along the curve above the place among the entries: whole numbers sort fast.
    var keys = entries.indices.map { place -> UInt64 in
      UInt64(along(entries[place].box, in: area)) << 32 | UInt64(place)
    }
    keys.sort()
    return keys.map { entries[Int($0 & 0xFFFF_FFFF)] }
  }

  private static func cell(_ fraction: Double) -> UInt32 {
    UInt32(min(max(fraction, 0), 1) * 65_535)
  }

  /// The place of a cell of a 65,536 x 65,536 grid along the Hilbert curve.
  private static func hilbert(_ column: UInt32, _ row: UInt32) -> UInt32 {
    var (x, y, place) = (column, row, UInt32(0))
    var side: UInt32 = 32_768
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let top: UInt32 = y & side != 0 ? 1 : 0
      place &+= side &* side &* ((3 &* right) ^ top)
      if top == 0 {
        if right == 1 { (x, y) = (65_535 - x, 65_535 - y) }
        swap(&x, &y)
      }
      side /= 2
    }
    return place
  }

  private static func below(_ value: Double) -> Float {
    let single = Float(value)
    return Double(single) > value ? single.nextDown : single
  }

  private static func above(_ value: Double) -> Float {
    let single = Float(value)
    return Double(single) < value ? single.nextUp : single
  }
}
