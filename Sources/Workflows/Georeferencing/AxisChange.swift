import Foundation

/// What can be wrong with a pair of coordinates as it was typed: order, sign, digits.
struct AxisChange: Hashable, Sendable {
  /// Whether the two change places, before they are multiplied.
  var swaps = false
  var first = 1.0
  var second = 1.0

  static let none = AxisChange()

  /// The same change to a flat buffer of x and y.
  func applied(to coordinates: [Double]) -> [Double] {
    guard self != .none else { return coordinates }
    var changed = coordinates
    for index in stride(from: 0, to: coordinates.count, by: 2) {
      let (x, y) = (coordinates[index], coordinates[index + 1])
      changed[index] = Self.product(swaps ? y : x, first)
      changed[index + 1] = Self.product(swaps ? x : y, second)
    }
    return changed
  }

  /// Tenths and hundredths are divided for: 461.234 / 10 is 46.1234, 461.234 * 0.1 is not.
  private static func product(_ value: Double, _ factor: Double) -> Double {
    abs(factor) < 1 ? value / (1 / factor).rounded() : value * factor
  }
}
