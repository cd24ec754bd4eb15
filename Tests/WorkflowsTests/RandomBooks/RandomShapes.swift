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
    switch dice.whole(0...9) {
    case 0, 1, 2: return gridBox(using: &dice)
    case 3 where !others.isEmpty, 4 where !others.isEmpty: return dice.one(of: others)
    case 5: return sliver(using: &dice)
    case 6: return boxWithHole(using: &dice)
    case 7: return twoParts(using: &dice)
    default: return star(using: &dice)
    }
  }

  /// On a coarse grid, so that edges and corners coincide.
  private static func gridBox(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (Double(dice.whole(0...6)), Double(dice.whole(0...6)))
    let (width, height) = (Double(dice.whole(1...4)), Double(dice.whole(1...4)))
    return MultiPolygon(rings: [box(x, y, x + width, y + height)])
  }

  private static func sliver(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y) = (dice.real(0...8), dice.real(0...4))
    let corners = [(x, y), (x + 0.0002, y), (x + dice.real(-1...1), y + dice.real(1...4))]
    return MultiPolygon(rings: [corners.map { place($0.0, $0.1) }])
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

  private static func star(using dice: inout SeededDice) -> MultiPolygon {
    let (x, y, corners) = (dice.real(1...7), dice.real(1...7), dice.whole(4...12))
    let ring = (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = dice.real(0.4...2.5)
      return place(x + radius * cos(angle), y + radius * sin(angle))
    }
    return MultiPolygon(rings: [ring])
  }

  static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Position] {
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map { place($0.0, $0.1) }
  }

  private static func place(_ x: Double, _ y: Double) -> Position {
    Position(x: 45.5 + x / 1000, y: 40 + y / 1000)
  }
}
