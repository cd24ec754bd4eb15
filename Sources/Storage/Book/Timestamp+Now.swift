internal import Foundation

extension Timestamp {
  /// Now, or the moment that SOURCE_DATE_EPOCH names, so that a build can be repeated to the byte.
  public static var now: Timestamp {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Timestamp(epoch: $0) }
      ?? Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  /// The moment of seconds since 1970 in UTC, written in digits and nothing else.
  ///
  /// - Returns: nil for other texts, and past the year 9999: later moments have no date.
  public init?(epoch text: String) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(text),
      seconds <= 253_402_300_799
    else { return nil }
    self.init(milliseconds: seconds * 1000)
  }
}
