/// The checksum that zip archives carry for each entry (CRC-32, polynomial EDB88320).
struct Checksum {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }

  private var sum = UInt32.max

  var value: UInt32 { ~sum }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var sum = sum
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    }
    self.sum = sum
  }
}
