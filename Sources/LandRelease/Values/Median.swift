/// The number in the middle of others.
public enum Median {
  /// The middle of some numbers in any order, or halfway between the two in the middle; nil of none.
  public static func of(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }
}
