internal import LandRelease

/// Reads dates, moments and hashes from the bytes of a row, as the book writes them.
enum RowBytes {
  /// Days since 1970-01-01 of `YYYY-MM-DD`.
  static func day(_ text: UnsafeRawBufferPointer) -> Int32? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = pair(text, 0), let year = pair(text, 2), let month = pair(text, 5),
      let day = pair(text, 8)
    else { return nil }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
      .map { Int32($0.dayNumber) }
  }

  /// Milliseconds since 1970-01-01 UTC of `2026-03-01T08:30:00.000Z`, or of any other spelling
  /// that a ``Timestamp`` reads.
  static func moment(_ text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count == 24, text[10] == UInt8(ascii: "T"), text[23] == UInt8(ascii: "Z"),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."),
      let date = day(UnsafeRawBufferPointer(rebasing: text[..<10])),
      let hour = pair(text, 11), let minute = pair(text, 14), let second = pair(text, 17),
      let tens = pair(text, 20), let ones = digit(text[22]), hour < 24, minute < 60, second < 60
    else { return Timestamp(String(decoding: text, as: UTF8.self))?.milliseconds }
    let clock = ((hour * 60 + minute) * 60 + second) * 1000 + tens * 10 + ones
    return Int64(date) * 86_400_000 + Int64(clock)
  }

  /// The number of the first sixteen hexadecimal digits.
  static func hashHead(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var head: UInt64 = 0
    for byte in text.prefix(16) {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = byte - UInt8(ascii: "a") + 10
      // Somebody's own text in place of a hash still tells contents apart.
      default: return text.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      }
      head = head << 4 | UInt64(value)
    }
    return head
  }

  /// A JSON list of texts; one without escapes is read as it stands.
  static func list(_ text: UnsafeRawBufferPointer) -> [String]? {
    if text.count == 2 { return text.elementsEqual("[]".utf8) ? [] : nil }
    let quote = UInt8(ascii: "\"")
    guard text.count >= 4, text[0] == UInt8(ascii: "["), text[1] == quote,
      text[text.count - 2] == quote, text[text.count - 1] == UInt8(ascii: "]"),
      !text[2..<text.count - 2].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") })
    else { return JSONText.read(String(decoding: text, as: UTF8.self), as: [String].self) }
    return [String(decoding: text[2..<text.count - 2], as: UTF8.self)]
  }

  @inline(__always)
  private static func pair(_ text: UnsafeRawBufferPointer, _ place: Int) -> Int? {
    guard let tens = digit(text[place]), let ones = digit(text[place + 1]) else { return nil }
    return tens * 10 + ones
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
