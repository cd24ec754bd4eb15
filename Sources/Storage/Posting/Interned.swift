/// Values made of texts that repeat from row to row, each made once.
struct Interned<Value> {
  private var values: [(bytes: [UInt8], value: Value)] = []
  private var slots = [Int32](repeating: -1, count: 64)
  private var last = -1

  /// The value of a text; nil where it makes none.
  @inline(__always)
  mutating func value(
    _ text: UnsafeRawBufferPointer, _ make: (String) -> Value?
  ) -> Value? {
    if last >= 0, Self.isSame(values[last].bytes, text) { return values[last].value }
    return search(text, make)
  }

  private mutating func search(
    _ text: UnsafeRawBufferPointer, _ make: (String) -> Value?
  ) -> Value? {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if Self.isSame(values[place].bytes, text) {
        last = place
        return values[place].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let value = make(String(decoding: text, as: UTF8.self)) else { return nil }
    last = values.count
    slots[slot] = Int32(last)
    values.append((Array(text), value))
    if values.count * 2 > slots.count { grow() }
    return value
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (place, entry) in values.enumerated() {
      var slot = entry.bytes.withUnsafeBytes(Self.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }

  @inline(__always)
  private static func isSame(_ bytes: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
    bytes.count == text.count && bytes.elementsEqual(text)
  }

  private static func hash(_ text: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
