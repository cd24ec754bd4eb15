internal import Foundation

extension Timestamp {
  /// The last second of the year 9999: later moments have no date.
  private static let lastSecond: Int64 = 253_402_300_799

  /// Now, or the moment that SOURCE_DATE_EPOCH names, so that a build can be repeated to the byte.
  public static var now: Timestamp {
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int64($0) }),
      (0...lastSecond).contains(epoch)
    {
      return Timestamp(milliseconds: epoch * 1000)
    }
    return Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
