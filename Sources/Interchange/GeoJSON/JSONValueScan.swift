/// Finds the end of one JSON value by its quotes and brackets, over as many looks as it takes.
struct JSONValueScan {
  private(set) var place = 0
  private(set) var lines = 0
  private var depth = 0
  private var isInString = false

  /// Goes on through the bytes; true where the value ends inside them.
  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = bytes.count
    while place < end {
      if isInString {
        finishString(bytes)
        if isInString { return false }
        if depth == 0 { return true }
        continue
      }
      skipBlocks(bytes)
      guard place < end else { return false }
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth <= 1 {
          place += depth
          return true
        }
        depth -= 1
      case UInt8(ascii: "\n"):
        if depth == 0 { return true }
        lines += 1
      case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        if depth == 0 { return true }
      default: break
      }
      place += 1
    }
    return false
  }

  /// Passes over runs without quotes that can't hold the end, eight bytes at a time: there only
  /// the number of brackets counts, not their order.
  private mutating func skipBlocks(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while place &+ 8 <= bytes.count {
      let block = (base + place).loadUnaligned(as: UInt64.self)
      // With this bit set, [ and { are one, and so are ] and }.
      let folded = block | 0x2020_2020_2020_2020
      let closes = Self.count(folded ^ 0x7D7D_7D7D_7D7D_7D7D)
      guard depth > closes, Self.zeros(block ^ 0x2222_2222_2222_2222) == 0 else { return }
      depth += Self.count(folded ^ 0x7B7B_7B7B_7B7B_7B7B) - closes
      lines += Self.count(block ^ 0x0A0A_0A0A_0A0A_0A0A)
      place += 8
    }
  }

  /// The high bit of every byte that is zero.
  private static func zeros(_ block: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((block & low) &+ low) | block | low)
  }

  /// How many bytes are zero.
  private static func count(_ block: UInt64) -> Int {
    Int(truncatingIfNeeded: ((zeros(block) >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// Whether the end of the file ends the value: a number or word outside all brackets.
  var isWholeScalar: Bool { depth == 0 && !isInString && place > 0 }

  private mutating func finishString(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        isInString = false
        return
      }
      if byte == UInt8(ascii: "\\") { place += 1 }
    }
  }
}
