import Foundation
import GeometryValues

/// A random source that repeats itself: SplitMix64 from a seed that a failing test prints.
struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func real(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { whole(1...times) == 1 }

  mutating func one<Choice>(of choices: [Choice]) -> Choice {
    choices[whole(0...choices.count - 1)]
  }
}

/// Random valid polygons on a patch of eight by eight units of 0.001 degree.
enum RandomShapes {
  static func polygon(among others: [MultiPolygon], using dice: inout SeededDice) -> MultiPolygon {
    switch dice.whole(0...13) {
    case 0, 1, 2: return gridBox(using: &dice)
    case 3 where !others.isEmpty, 4 where !others.isEmpty: return dice.one(of: others)
    case 5: return sliver(using: &dice)
    case 6: return boxWithHole(using: &dice)
    case 7: return twoParts(using: &dice)
    case 8: return triangle(using: &dice)
    case 9 where !others.isEmpty: return inside(dice.one(of: others), using: &dice)
    case 10 where !others.isEmpty: return nudged(dice.one(of: others), using: &dice)
    case 11: return belt(using: &dice)
    default: return star(using: &dice)
    }
  }

  /// On a coarse grid, so that edges and corners coincide.
  static func gridBox(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (Double(dice.whole(0...6)), Double(dice.whole(0...6)))
    let (width, height) = (Double(dice.whole(1...4)), Double(dice.whole(1...4)))
    return MultiPolygon(rings: [box(x, y, x + width, y + height)])
  }

  /// Half a box of the grid: it shares the diagonal with the other half.
  private static func triangle(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (Double(dice.whole(0...4)), Double(dice.whole(0...4)))
    var ring = box(x, y, x + 4, y + 4)
    ring.remove(at: dice.one(of: [0, 2]))
    return MultiPolygon(rings: [ring])
  }

  private static func sliver(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (dice.real(0...8), dice.real(0...4))
    let corners = [(x, y), (x + 0.0002, y), (x + dice.real(-1...1), y + dice.real(1...4))]
    return MultiPolygon(rings: [corners.map { place($0.0, $0.1) }])
  }

  /// A road through the whole patch.
  private static func belt(using dice: inout SeededDice) -> MultiPolygon {
    let (y, width) = (dice.real(1...6), dice.real(0.02...0.4))
    let steps = (0...6).map { (Double($0) * 1.5 - 0.5, y + dice.real(-0.8...0.8)) }
    let ring = steps + steps.reversed().map { ($0.0, $0.1 + width) }
    return MultiPolygon(rings: [ring.map { place($0.0, $0.1) }])
  }

  private static func boxWithHole(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (dice.real(0...5), Double(dice.whole(0...5)))
    return MultiPolygon(rings: [
      box(x, y, x + 3, y + 3), box(x + 0.5, y + 1, x + dice.real(1...2.5), y + 2),
    ])
  }

  private static func twoParts(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (Double(dice.whole(0...3)), Double(dice.whole(0...6)))
    var ground = MultiPolygon(rings: [box(x, y, x + 1, y + 2)])
    ground.append(rings: [box(x + 2, y + dice.real(-1...1), x + 4, y + dice.real(1.5...3))])
    return ground
  }

  static func star(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y, corners) = (dice.real(1...7), dice.real(1...7), dice.whole(4...12))
    let ring = (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = dice.real(0.4...2.5)
      return place(x + radius * cos(angle), y + radius * sin(angle))
    }
    return MultiPolygon(rings: [ring])
  }

  /// What fills another's hole, or three corners of its outline that no edge of it crosses.
  private static func inside(
    _ other: MultiPolygon, using dice: inout SeededDice
  ) -> MultiPolygon {
    let rings = other.rings(ofPolygon: 0)
    if rings.count > 1, let hole = rings.last {
      return MultiPolygon(rings: [places(other, hole).reversed()])
    }
    let corners = places(other, rings.lowerBound)
    let start = dice.whole(0...corners.count - 1)
    let ear = (0..<3).map { corners[(start + $0) % corners.count] }
    return MultiPolygon(rings: [turn(ear) < 0 ? ear.reversed() : ear])
  }

  /// The same outline a centimetre off at some corners, or with a corner more on an edge.
  private static func nudged(
    _ other: MultiPolygon, using dice: inout SeededDice
  ) -> MultiPolygon {
    let rings = Array(other.rings(ofPolygon: 0))
    var outline = places(other, rings[0])
    if dice.once(in: 2) {
      let (a, b) = (outline[0], outline[1])
      outline.insert(Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2), at: 1)
    } else {
      for index in outline.indices where dice.once(in: 2) {
        outline[index].x += dice.real(-1e-7...1e-7)
        outline[index].y += dice.real(-1e-7...1e-7)
      }
    }
    return MultiPolygon(rings: [outline] + rings.dropFirst().map { places(other, $0) })
  }

  /// The corners of a ring, each once.
  private static func places(_ ground: MultiPolygon, _ ring: Int) -> [Position] {
    let all = ground.vertices(ofRing: ring).map { ground.vertex($0) }
    return all.first == all.last ? Array(all.dropLast()) : all
  }

  /// Above zero where three corners turn left.
  private static func turn(_ corners: [Position]) -> Double {
    let (a, b, c) = (corners[0], corners[1], corners[2])
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Position] {
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map { place($0.0, $0.1) }
  }

  static func place(_ x: Double, _ y: Double) -> Position {
    Position(x: 45.5 + x / 1000, y: 40 + y / 1000)
  }
}
