/// Turns the bytes of an encoding into UTF-8, piece by piece.
enum TextDecoder {
  /// UTF-16 and UTF-32, by the bytes of a unit.
  case units(size: Int, isLittle: Bool)
  /// The UTF-8 of each byte.
  case table([[UInt8]])

  /// Bytes that one byte can become at most.
  static let growth = 3

  /// Appends the text of whole characters.
  ///
  /// - Parameter isAll: whether no more bytes come, so that half a character is a fault.
  /// - Returns: how many bytes were used.
  func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, isAll: Bool, into output: UnsafeMutablePointer<UInt8>,
    count: inout Int
  ) -> Int {
    switch self {
    case .table(let table):
      for byte in bytes {
        for unit in table[Int(byte)] { Self.put(unit, output, &count) }
      }
      return bytes.count
    case .units(let size, let isLittle):
      return Self.units(bytes, size, isLittle, isAll, output, &count)
    }
  }

  private static func put(_ unit: UInt8, _ output: UnsafeMutablePointer<UInt8>, _ count: inout Int)
  {
    output[count] = unit
    count += 1
  }

  private static func units(
    _ bytes: UnsafeBufferPointer<UInt8>, _ size: Int, _ isLittle: Bool, _ isAll: Bool,
    _ output: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int {
    func unit(_ place: Int) -> UInt32 {
      (0..<size).reduce(0) { value, index in
        value << 8 | UInt32(bytes[place + (isLittle ? size - 1 - index : index)])
      }
    }
    var place = 0
    while place + size <= bytes.count {
      var scalar = unit(place)
      var used = size
      if size == 2, (0xD800..<0xDC00).contains(scalar) {
        guard place + 4 <= bytes.count || isAll else { return place }
        let low = place + 4 <= bytes.count ? unit(place + 2) : 0
        if (0xDC00..<0xE000).contains(low) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          used = 4
        }
      }
      // Half of a pair and what is past the last character have no UTF-8: the row is refused.
      if let scalar = UnicodeScalar(scalar) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          put(unit, output, &count)
        }
      } else {
        put(0xFF, output, &count)
      }
      place += used
    }
    if isAll, place < bytes.count {
      put(0xFF, output, &count)
      place = bytes.count
    }
    return place
  }
}
