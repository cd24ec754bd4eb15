/// A map of regions in the box of a record: the borders between them and where these meet.
///
/// Around every node each region is entered as often as it is left, so that a sweep that steps over
/// borders always knows the region it is in. Ground without a region is outside.
struct GroundMap {
  static let outside: Int32 = -1

  /// A straight piece of a border, not upright.
  struct Piece {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
    /// Slope of the edge it came from.
    var slope: Double
    /// The edge it came from.
    var line: Int32
    var below: Int32
    var above: Int32
    /// Nodes.
    var left: Int32
    var right: Int32
  }

  var pieces = GrowingBuffer<Piece>()
  /// x of every node.
  var nodes = GrowingBuffer<Double>()
  /// Nodes that are one are chained to a lower number.
  private var parents = GrowingBuffer<Int32>()
  private var slots = GrowingBuffer<Int32>()

  func free() {
    pieces.free()
    nodes.free()
    parents.free()
    slots.free()
  }

  mutating func removeAll() {
    pieces.removeAll()
    nodes.removeAll()
    parents.removeAll()
  }

  /// Adds all of another map to an empty one.
  mutating func append(_ other: GroundMap) {
    for place in 0..<other.pieces.count { pieces.append(other.pieces.base[place]) }
    for node in 0..<other.nodes.count {
      nodes.append(other.nodes.base[node])
      parents.append(other.parents.base[node])
    }
  }

  mutating func addNode(x: Double) -> Int32 {
    nodes.append(x)
    parents.append(Int32(parents.count))
    return Int32(parents.count - 1)
  }

  /// The number that stands for all nodes that are one with a node.
  func root(of node: Int32) -> Int32 {
    var node = node
    while parents.base[Int(node)] != node { node = parents.base[Int(node)] }
    return node
  }

  /// Adds a piece; one without width makes its nodes one.
  mutating func append(_ piece: Piece) {
    if piece.x0 < piece.x1 { pieces.append(piece) } else { unite(piece.left, piece.right) }
  }

  private mutating func unite(_ a: Int32, _ b: Int32) {
    let first = root(of: a)
    let second = root(of: b)
    parents.base[Int(max(first, second))] = min(first, second)
  }

  /// Makes one piece of those that lie on each other from end to end, so that records drawn from
  /// the same vertices don't pile up borders without ground between them.
  mutating func mergeTwins() {
    var size = 64
    while size < 2 * pieces.count { size *= 2 }
    slots.refill(size, with: 0)
    var kept = 0
    for place in 0..<pieces.count {
      let piece = pieces.base[place]
      var slot = Self.hash(piece) & (size - 1)
      while slots.base[slot] != 0, !lieTogether(Int(slots.base[slot] - 1), piece) {
        slot = (slot + 1) & (size - 1)
      }
      if slots.base[slot] != 0, merge(piece, into: Int(slots.base[slot] - 1)) { continue }
      pieces.base[kept] = piece
      kept += 1
      slots.base[slot] = Int32(kept)
    }
    pieces.resize(kept)
    dropBorderless()
  }

  private static func hash(_ piece: Piece) -> Int {
    let mixed =
      (piece.x0.bitPattern ^ piece.y1.bitPattern &<< 1) &* 0x9E37_79B9_7F4A_7C15
      ^ (piece.y0.bitPattern ^ piece.x1.bitPattern &<< 1) &* 0xBF58_476D_1CE4_E5B9
    return Int(mixed >> 32)
  }

  private func lieTogether(_ place: Int, _ other: Piece) -> Bool {
    let piece = pieces.base[place]
    return piece.x0 == other.x0 && piece.x1 == other.x1 && piece.y0 == other.y0
      && piece.y1 == other.y1
  }

  private mutating func merge(_ piece: Piece, into place: Int) -> Bool {
    let twin = pieces.base + place
    if twin.pointee.above == piece.below {
      twin.pointee.above = piece.above
    } else if piece.above == twin.pointee.below {
      twin.pointee.below = piece.below
    } else {
      return false
    }
    unite(piece.left, twin.pointee.left)
    unite(piece.right, twin.pointee.right)
    return true
  }

  private mutating func dropBorderless() {
    var kept = 0
    for place in 0..<pieces.count where pieces.base[place].below != pieces.base[place].above {
      pieces.base[kept] = pieces.base[place]
      kept += 1
    }
    pieces.resize(kept)
  }
}
