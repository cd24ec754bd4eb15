import GeometryEngine
import GeometryValues
import LandRelease

/// A piece of the plane small enough to be worked out at once.
struct MapCell: Sendable {
  /// The grounds that may reach into it, ascending.
  var grounds: [Int32]
  /// The box it was cut to; nil for a whole cluster.
  var cut: Envelope?
}

/// Grounds that hang together, by boxes that meet or by an event that touches both.
///
/// What one cluster's events move lies inside the cluster, so its ledger can be checked alone.
struct MapClusters: Sendable {
  /// More vertices than this are cut into tiles.
  static let largestCell = 6_000

  /// The grounds of each cluster, ascending, in order of the lowest.
  private(set) var clusters: [[Int32]] = []
  private let envelopes: [Envelope]
  private let largestCell: Int
  private let weights: [Int]

  init(_ ground: MapGround, largestCell: Int = Self.largestCell) {
    self.largestCell = largestCell
    envelopes = ground.envelopes
    weights = (0..<ground.groundCount).map(ground.vertexCount)
    var sets = DisjointSets(envelopes.count)
    let index = GroundIndex(envelopes)
    for (number, box) in envelopes.enumerated() {
      index.forEach(meeting: box) { sets.join(number, $0) }
    }
    for event in ground.register.events {
      for other in ground.register.footprint(of: event) {
        sets.join(Int(event.ground), Int(other))
      }
    }
    var places: [Int: Int] = [:]
    for number in envelopes.indices where !envelopes[number].isEmpty {
      let root = sets.root(of: number)
      if let place = places[root] {
        clusters[place].append(Int32(number))
      } else {
        places[root] = clusters.count
        clusters.append([Int32(number)])
      }
    }
  }

  /// The clusters, or those chosen, in blocks that are each enough work for a thread to fetch.
  func blocks(_ chosen: [Int]? = nil) -> [[Int]] {
    let all = chosen ?? Array(clusters.indices)
    return stride(from: 0, to: all.count, by: 32).map {
      Array(all[$0..<min($0 + 32, all.count)])
    }
  }

  /// How many vertices the records of a cluster have.
  func weight(_ cluster: Int) -> Int { weight(clusters[cluster]) }

  private func weight(_ grounds: [Int32]) -> Int {
    grounds.reduce(0) { $0 + weights[Int($1)] }
  }

  /// The cells of a cluster: one, or tiles that meet along lines of the grid.
  func cells(of cluster: Int) -> [MapCell] {
    let grounds = clusters[cluster]
    guard weight(grounds) > largestCell else { return [MapCell(grounds: grounds)] }
    var box = Envelope()
    for ground in grounds { box.add(envelopes[Int(ground)]) }
    // A metre of margin, on the grid as the boxes are, keeps records off the outer sides.
    let outer = Envelope(
      minX: box.minX - 1, minY: box.minY - 1, maxX: box.maxX + 1, maxY: box.maxY + 1)
    var cells: [MapCell] = []
    cut(MapCell(grounds: grounds, cut: outer), outer, into: &cells)
    return cells
  }

  private func cut(_ cell: MapCell, _ box: Envelope, into cells: inout [MapCell]) {
    let count = cell.grounds.count
    guard count > 1, weight(cell.grounds) > largestCell else { return cells.append(cell) }
    let isWide = box.maxX - box.minX > box.maxY - box.minY
    let middles = cell.grounds.map { ground in
      let of = envelopes[Int(ground)]
      return isWide ? (of.minX + of.maxX) / 2 : (of.minY + of.maxY) / 2
    }.sorted()
    let line = MapGrid.nearest(middles[count / 2])
    var (low, high) = (box, box)
    if isWide {
      (low.maxX, high.minX) = (line, line)
    } else {
      (low.maxY, high.minY) = (line, line)
    }
    guard low.minX < low.maxX, low.minY < low.maxY, high.minX < high.maxX, high.minY < high.maxY
    else { return cells.append(cell) }
    let halves = [low, high].map { half in
      MapCell(grounds: cell.grounds.filter { envelopes[Int($0)].meets(half) }, cut: half)
    }
    // Where all records cover all of the ground, cutting makes nothing smaller.
    guard halves.allSatisfy({ $0.grounds.count * 10 <= count * 9 }) else {
      return cells.append(cell)
    }
    cut(halves[0], low, into: &cells)
    cut(halves[1], high, into: &cells)
  }
}

/// Sets that grow together, found by their lowest member.
private struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) {
    parents = Array(0..<count)
  }

  mutating func root(of member: Int) -> Int {
    var root = member
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(of: one), root(of: other))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
