import Foundation
import GeometryValues

/// Polygons that share what real records share, and what breaks careless overlays: borders,
/// corners on borders, all but equal vertices, slivers, copies.
struct AdversarialGround {
  private var random: SeededGenerator
  private let origin: (x: Double, y: Double)
  private(set) var polygons: [MultiPolygon] = []

  init(seed: UInt64, count: Int) {
    random = SeededGenerator(seed: seed)
    // Plane coordinates of a real country are large; its digits are fewer.
    origin = seed % 3 == 0 ? (0, 0) : (317_204.37, -1_204_771.93)
    for _ in 0..<count { polygons.append(next()) }
  }

  private mutating func next() -> MultiPolygon {
    let kind = Int.random(in: polygons.isEmpty ? 5...9 : 0...9, using: &random)
    let earlier = polygons.randomElement(using: &random) ?? MultiPolygon()
    switch kind {
    case 0: return earlier
    case 1: return moved(earlier, by: 1e-9)
    case 2: return withVerticesOnEdges(earlier)
    case 3, 4: return triangleOnAnEdge(of: earlier)
    case 5: return box(from: cell(), to: cell())
    case 6: return sliver()
    case 7: return withHole()
    case 8: return twoParts()
    default: return star()
    }
  }

  private mutating func cell() -> (Double, Double) {
    (Double(Int.random(in: -6...6, using: &random)), Double(Int.random(in: -6...6, using: &random)))
  }

  private func at(_ x: Double, _ y: Double) -> Position {
    Position(x: origin.x + x, y: origin.y + y)
  }

  private func box(from a: (Double, Double), to b: (Double, Double)) -> MultiPolygon {
    let width = a.0 == b.0 ? 10 : (b.0 - a.0) * 10
    let height = a.1 == b.1 ? 10 : (b.1 - a.1) * 10
    let x = a.0 * 10
    let y = a.1 * 10
    return MultiPolygon(rings: [
      [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]
    ])
  }

  private mutating func sliver() -> MultiPolygon {
    let a = cell()
    let b = cell()
    let width = pow(10, Double.random(in: -9...0, using: &random))
    return MultiPolygon(rings: [
      [
        at(a.0 * 10, a.1 * 10), at(a.0 * 10 + width, a.1 * 10 - width),
        at(b.0 * 10 + 100, b.1 * 10 + 90),
      ]
    ])
  }

  private mutating func withHole() -> MultiPolygon {
    let corner = cell()
    let x = corner.0 * 10
    let y = corner.1 * 10
    let outer = [at(x - 30, y - 40), at(x + 50, y - 40), at(x + 50, y + 40), at(x - 30, y + 40)]
    // The hole touches the outer ring in one corner, which is valid.
    let hole = [at(x + 50, y), at(x + 10, y + 20), at(x - 10, y - 20)]
    return MultiPolygon(rings: [outer, hole])
  }

  private mutating func twoParts() -> MultiPolygon {
    var parts = box(from: (-6, -6), to: (Double(Int.random(in: -5...0, using: &random)), 0))
    parts.append(box(from: (0, 0), to: (Double(Int.random(in: 1...6, using: &random)), 5)))
    return parts
  }

  private mutating func star() -> MultiPolygon {
    let middle = cell()
    let corners = Int.random(in: 5...90, using: &random)
    let ring = (0..<corners).map { corner -> Position in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = Double.random(in: 20...80, using: &random)
      return at(middle.0 * 10 + radius * cos(angle), middle.1 * 10 + radius * sin(angle))
    }
    return MultiPolygon(rings: [ring])
  }

  private mutating func moved(_ ground: MultiPolygon, by distance: Double) -> MultiPolygon {
    changed(ground) { ring, random in
      var ring = ring.dropLast().map {
        Position(
          x: $0.x + Double.random(in: -distance...distance, using: &random),
          y: $0.y + Double.random(in: -distance...distance, using: &random))
      }
      ring.append(ring[0])
      return ring
    }
  }

  private mutating func withVerticesOnEdges(_ ground: MultiPolygon) -> MultiPolygon {
    changed(ground) { ring, random in
      var longer = [ring[0]]
      for (a, b) in zip(ring, ring.dropFirst()) {
        let t = Double.random(in: 0.1...0.9, using: &random)
        longer.append(Position(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t))
        longer.append(b)
      }
      return longer
    }
  }

  private mutating func changed(
    _ ground: MultiPolygon, _ change: ([Position], inout SeededGenerator) -> [Position]
  ) -> MultiPolygon {
    var result = MultiPolygon()
    for polygon in 0..<ground.polygonCount {
      result.append(
        rings: ground.rings(ofPolygon: polygon).map {
          change(ground.vertices(ofRing: $0).map(ground.vertex), &random)
        })
    }
    return result
  }

  /// Shares all of an edge, or begins somewhere on it.
  private mutating func triangleOnAnEdge(of ground: MultiPolygon) -> MultiPolygon {
    let ring = ground.vertices(ofRing: 0)
    let place = Int.random(in: ring.lowerBound..<ring.upperBound - 1, using: &random)
    var a = ground.vertex(place)
    let b = ground.vertex(place + 1)
    if Bool.random(using: &random) {
      let t = Double.random(in: 0.1...0.9, using: &random)
      a = Position(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
    }
    let side = Bool.random(using: &random) ? 1.0 : -1.0
    let reach = Double.random(in: 0.2...2, using: &random) * side
    let apex = Position(
      x: (a.x + b.x) / 2 - (b.y - a.y) * reach, y: (a.y + b.y) / 2 + (b.x - a.x) * reach)
    return MultiPolygon(rings: [[a, b, apex]])
  }
}
