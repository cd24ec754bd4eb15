/// The beginning of a hash of the log, as somebody read it off a report.
public struct HeadDigits: Hashable, Sendable {
  let digits: String

  /// - Returns: nil where it is not 12 to 64 hexadecimal digits; spaces among them are left out.
  public init?(_ text: String) {
    digits = text.lowercased().filter { !$0.isWhitespace }
    guard (12...64).contains(digits.utf8.count), digits.allSatisfy({ $0.isHexDigit && $0.isASCII })
    else { return nil }
  }
}
