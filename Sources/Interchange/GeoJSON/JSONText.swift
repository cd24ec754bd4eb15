extension JSONCursor {
  /// The text of a string's bytes with its escapes replaced.
  func text(_ range: Range<Int>) throws(JSONFault) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    if !raw.contains(UInt8(ascii: "\\")) {
      guard let text = String(validating: raw, as: UTF8.self) else {
        throw JSONFault(description: "a text is not UTF-8", place: range.lowerBound)
      }
      return text
    }
    var units: [UInt8] = []
    units.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      if raw[index] != UInt8(ascii: "\\") {
        units.append(raw[index])
        index += 1
      } else {
        index = try appendEscape(raw, at: index + 1, to: &units, range.lowerBound)
      }
    }
    guard let text = String(validating: units, as: UTF8.self) else {
      throw JSONFault(description: "a text is not UTF-8", place: range.lowerBound)
    }
    return text
  }

  /// Appends what an escape stands for; returns the index behind it.
  private func appendEscape(
    _ raw: UnsafeBufferPointer<UInt8>, at index: Int, to units: inout [UInt8], _ start: Int
  ) throws(JSONFault) -> Int {
    let simple: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    if index < raw.count, let unit = simple[raw[index]] {
      units.append(unit)
      return index + 1
    }
    guard var scalar = hexadecimal(raw, at: index) else {
      throw JSONFault(description: "a text holds an escape that JSON does not know", place: start)
    }
    var next = index + 5
    if (0xD800..<0xDC00).contains(scalar), next < raw.count, raw[next] == UInt8(ascii: "\\"),
      let low = hexadecimal(raw, at: next + 1), (0xDC00..<0xE000).contains(low)
    {
      scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      next += 6
    }
    units.append(contentsOf: String(UnicodeScalar(scalar).map(Character.init) ?? "\u{FFFD}").utf8)
    return next
  }

  /// The number of a `u12AB` escape, its backslash already read.
  private func hexadecimal(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 5 <= raw.count, raw[index] == UInt8(ascii: "u") else { return nil }
    let digits = String(decoding: raw[(index + 1)..<(index + 5)], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: 16)
  }

  /// A property's value as a cell: text as it is, numbers in their shortest form, null as nil,
  /// objects and arrays as their JSON text.
  mutating func cell() throws(JSONFault) -> String? {
    switch peek() {
    case UInt8(ascii: "\""): return try text(try rawString())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let range = try skipValue()
      return String(decoding: bytes[range], as: UTF8.self)
    case UInt8(ascii: "-") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "I"):
      let range = try skipValue()
      return String(decoding: bytes[range], as: UTF8.self)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try numberCell()
    default:
      let range = try skipValue()
      if matches(range, "null") { return nil }
      if matches(range, "true") { return "true" }
      if matches(range, "false") { return "false" }
      // No JSON, and still written by programs; what it means is for the field to say.
      if matches(range, "NaN") || matches(range, "Infinity") {
        return String(decoding: bytes[range], as: UTF8.self)
      }
      throw JSONFault(description: "expected a value, found \(found)", place: range.lowerBound)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func numberCell() throws(JSONFault) -> String {
    skipBlanks()
    let start = place
    let value = try number()
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    // Long whole numbers are ids: their digits count, not their value.
    if text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") }) { return text }
    // More digits than a number holds are kept as they stand.
    guard value.isFinite, text.utf8.count <= 17 || text.utf8.count(where: Self.isDigit) <= 15 else {
      return text
    }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
