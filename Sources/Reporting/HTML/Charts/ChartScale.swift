/// The way from figures to pixels along an axis that holds zero and ends at round numbers.
struct ChartScale {
  let ticks: [Double]
  let step: Double
  private let start: Double
  private let length: Double

  /// - Parameters:
  ///   - values: the figures that must find room.
  ///   - start: the pixel of the least figure; the greatest is `length` further, which may be
  ///     negative.
  ///   - most: how many steps there is room to label.
  init(_ values: some Sequence<Double>, start: Double, length: Double, most: Int) {
    self.start = start
    self.length = length
    var low = 0.0
    var high = 0.0
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    if low == high { high = 1 }
    let step = Self.roundStep(atLeast: (high - low) / Double(max(1, most)))
    let first = Int((low / step + 1e-9).rounded(.down))
    let last = Int((high / step - 1e-9).rounded(.up))
    self.step = step
    ticks = (first...last).map { Double($0) * step }
  }

  /// The pixel of a figure.
  func place(_ value: Double) -> Double {
    let low = ticks.first ?? 0
    let high = ticks.last ?? 1
    return start + length * (value - low) / (high - low)
  }

  /// The least of 1, 2, 5, 10, 20, 50 … and their fractions that is no less.
  static func roundStep(atLeast least: Double) -> Double {
    guard least > 1e-12, least < 1e300 else { return least >= 1e300 ? least : 1 }
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
  }
}
