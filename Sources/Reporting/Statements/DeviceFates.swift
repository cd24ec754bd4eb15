public import LandRelease

/// What became of devices, where any of their records says so.
public struct DeviceFates: Hashable, Sendable {
  private var isRecorded = false
  private var quantities: [DeviceFate: Int] = [:]

  /// Starts with no device.
  public init() {}

  /// Adds a device; one without a fate leaves it open whether any is recorded.
  public mutating func add(_ fate: DeviceFate?, _ quantity: Int) {
    guard let fate else { return }
    isRecorded = true
    quantities[fate, default: 0] += quantity
  }

  /// The fates of two groups together.
  public static func + (left: DeviceFates, right: DeviceFates) -> DeviceFates {
    var sum = left
    sum.isRecorded = left.isRecorded || right.isRecorded
    sum.quantities.merge(right.quantities, uniquingKeysWith: +)
    return sum
  }

  /// How many met a fate; nil where no record says what became of any.
  public subscript(fate: DeviceFate) -> Int? {
    isRecorded ? quantities[fate, default: 0] : nil
  }

  /// The count of a fate, blank where none is recorded: a recorded zero is not a blank.
  func cell(_ fate: DeviceFate) -> Cell { self[fate].map { .count($0) } ?? .empty }

  /// Tells readers why the columns of fates are blank, where they are blank throughout.
  func notes(found: Int) -> [String] {
    isRecorded || found == 0
      ? [] : ["What became of these devices is not recorded: a blank is no zero."]
  }
}
