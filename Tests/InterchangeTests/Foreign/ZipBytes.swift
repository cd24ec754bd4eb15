/// Builds a zip archive byte by byte, with what real ones never have.
struct ZipBytes {
  struct Entry {
    var name: String
    var text = "x"
    /// What the directory says instead of the truth.
    var size: Int?
    var packed: Int?
    var flags = 0
    var method = 0
    /// The name in the entry's own header, where it is another.
    var localName: String?
  }

  var entries: [Entry]
  /// What the end record announces instead of the true number.
  var announced: Int?

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let place = bytes.count
      let (text, local) = (Array(entry.text.utf8), Array((entry.localName ?? entry.name).utf8))
      let (packed, size) = (entry.packed ?? text.count, entry.size ?? text.count)
      let common =
        Self.little(2, entry.flags) + Self.little(2, entry.method) + Self.little(4, 0)
        + Self.little(4, Self.checksum(text)) + Self.little(4, packed) + Self.little(4, size)
      bytes += Self.little(4, 0x0403_4B50) + Self.little(2, 20) + common
      bytes += Self.little(2, local.count) + Self.little(2, 0) + local + text
      let name = Array(entry.name.utf8)
      list += Self.little(4, 0x0201_4B50) + Self.little(2, 20) + Self.little(2, 20) + common
      list += Self.little(2, name.count) + Self.little(2, 0) + Self.little(2, 0)
      list += Self.little(2, 0) + Self.little(2, 0) + Self.little(4, 0) + Self.little(4, place)
      list += name
    }
    let start = bytes.count
    let count = announced ?? entries.count
    bytes += list + Self.little(4, 0x0605_4B50) + Self.little(4, 0) + Self.little(2, count)
    bytes += Self.little(2, count) + Self.little(4, list.count) + Self.little(4, start)
    return bytes + Self.little(2, 0)
  }

  /// The cyclic redundancy check of the format (polynomial EDB88320).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    let sum = bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
    return Int(~sum)
  }

  private static func little(_ size: Int, _ value: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
