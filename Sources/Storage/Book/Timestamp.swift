public import LandRelease

/// A moment in UTC to the millisecond, written `2026-03-01T08:30:00.000Z`.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01 in UTC.
  public var milliseconds: Int64

  /// Makes the moment so many milliseconds after 1970-01-01 in UTC.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads a date, or a date and a time with an optional fraction and an optional zone.
  ///
  /// A date alone is its first moment, and a time without a zone is in UTC.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    milliseconds = Int64(date.dayNumber) * 86_400_000
    if bytes.count == 10 { return }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let clock = Self.clock(bytes[11...])
    else { return nil }
    milliseconds += clock
    // A zone can lead out of the years there are.
    guard day != nil else { return nil }
  }

  /// The day in UTC.
  public var day: CalendarDate? {
    CalendarDate(dayNumber: Int(milliseconds.flooredQuotient(86_400_000)))
  }

  /// In UTC, as `2026-03-01T08:30:00.000Z`.
  public var description: String {
    let clock = milliseconds - milliseconds.flooredQuotient(86_400_000) * 86_400_000
    let (hour, minute) = (clock / 3_600_000, clock / 60_000 % 60)
    let (second, fraction) = (clock / 1000 % 60, clock % 1000)
    let date = day?.description ?? "0000-00-00"
    return "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
      + ".\(padded(fraction, 3))Z"
  }

  /// By time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Milliseconds of `08:30`, `08:30:00`, `08:30:00.250` with `Z`, `+02:00` or nothing after it.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let marks: Set<UInt8> = [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")]
    let zoneStart = bytes.firstIndex(where: marks.contains) ?? bytes.endIndex
    guard let zone = zoneOffset(bytes[zoneStart...]) else { return nil }
    let halves = bytes[..<zoneStart].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard halves.count <= 2, parts.count == 2 || parts.count == 3, let hour = number(parts[0], 2),
      let minute = number(parts[1], 2), let second = parts.count == 3 ? number(parts[2], 2) : 0,
      hour < 24, minute < 60, second < 60
    else { return nil }
    var fraction: Int64 = 0
    if halves.count == 2 {
      guard !halves[1].isEmpty, halves[1].allSatisfy(isDigit) else { return nil }
      let digits = Array(halves[1].prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: 3)
      fraction = number(digits[..<3], 3) ?? 0
    }
    return ((hour * 60 + minute - zone) * 60 + second) * 1000 + fraction
  }

  /// Minutes east of UTC.
  private static func zoneOffset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let mark = bytes.first else { return 0 }
    let rest = bytes.dropFirst()
    if mark == UInt8(ascii: "Z") { return rest.isEmpty ? 0 : nil }
    let digits = rest.filter { $0 != UInt8(ascii: ":") }[...]
    guard digits.count == 4 || digits.count == 2, let hours = number(digits.prefix(2), 2),
      let minutes = digits.count == 4 ? number(digits.suffix(2), 2) : 0, hours < 15, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (mark == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func number(_ bytes: some Collection<UInt8>, _ width: Int) -> Int64? {
    guard bytes.count == width, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension BinaryInteger {
  fileprivate func flooredQuotient(_ divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
