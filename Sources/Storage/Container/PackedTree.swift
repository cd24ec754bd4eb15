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

  private let index: SpatialIndex
  private var entries: [Entry] = []
  private(set) var envelope = Envelope()

  init(_ index: SpatialIndex) {
    self.index = index
  }

  var count: Int { entries.count }

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

  mutating func add(_ id: Int64, _ box: Envelope) {
    envelope.add(box)
    let outward = SIMD4(
      Self.below(box.minX), Self.above(box.maxX), Self.below(box.minY), Self.above(box.maxY))
    entries.append(Entry(id: id, box: outward))
  }

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
    try TreeWriting(db, name: name, nodeSize: nodeSize).write(sorted())
  }

  private func sorted() -> [Entry] {
    let width = max(envelope.maxX - envelope.minX, .leastNormalMagnitude)
    let height = max(envelope.maxY - envelope.minY, .leastNormalMagnitude)
    // The place along the curve above the place among the entries: whole numbers sort fast.
    var keys = entries.indices.map { place -> UInt64 in
      let box = entries[place].box
      let x: Double = (Double(box[0]) + Double(box[1])) / 2 - envelope.minX
      let y: Double = (Double(box[2]) + Double(box[3])) / 2 - envelope.minY
      let along = Self.hilbert(Self.cell(x / width), Self.cell(y / height))
      return UInt64(along) << 32 | UInt64(place)
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
