import GeometryValues

/// Why a piece of JSON can't be read, and the byte in it.
struct JSONFault: Error {
  var description: String
  var place: Int
}

/// A place in one JSON value that lies whole in memory.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var place = 0
  /// Rings of polygons that were open.
  var openRings = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func skipBlanks() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  /// The next byte that is not blank; 0 at the end.
  mutating func peek() -> UInt8 {
    skipBlanks()
    return place < bytes.count ? bytes[place] : 0
  }

  mutating func take(_ mark: UInt8) -> Bool {
    guard peek() == mark, place < bytes.count else { return false }
    place += 1
    return true
  }

  mutating func expect(_ mark: UInt8) throws(JSONFault) {
    guard take(mark) else {
      throw fault("expected \"\(Character(UnicodeScalar(mark)))\", found \(found)")
    }
  }

  /// Visits the members of an object; `visit` gets the raw bytes of the key and reads the value.
  mutating func eachMember(
    _ visit: (inout JSONCursor, Range<Int>) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      try visit(&self, try memberName())
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// The raw bytes of a member's name; the colon behind it is passed.
  mutating func memberName() throws(JSONFault) -> Range<Int> {
    guard peek() == UInt8(ascii: "\"") else { throw fault("expected a name, found \(found)") }
    let name = try rawString()
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// Visits the elements of an array; `visit` reads each.
  mutating func eachElement(
    _ visit: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return }
    repeat { try visit(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  /// The bytes between the quotes of a string, escapes as they stand.
  mutating func rawString() throws(JSONFault) -> Range<Int> {
    try expect(UInt8(ascii: "\""))
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        return start..<place - 1
      }
      guard byte >= 0x20 else { throw fault("a text holds a bare control character") }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    throw fault("a text has no closing quote")
  }

  mutating func number() throws(JSONFault) -> Double {
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] &- 0x30 < 10,
      let (value, end) = DecimalText.read(bytes, at: place)
    else { throw fault("expected a number, found \(found)") }
    place = end
    return value
  }

  /// Passes over any value and returns its bytes.
  @discardableResult
  mutating func skipValue() throws(JSONFault) -> Range<Int> {
    skipBlanks()
    let start = place
    var scan = JSONValueScan()
    let rest = UnsafeBufferPointer(rebasing: bytes[place...])
    guard scan.run(rest) || scan.isWholeScalar, scan.place > 0, scan.place <= rest.count else {
      throw fault("expected a value, found \(found)")
    }
    place += scan.place
    return start..<place
  }

  func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else {
      // A name with escapes is longer than what it stands for.
      return range.count > name.utf8CodeUnitCount && bytes[range].contains(UInt8(ascii: "\\"))
        && (try? text(range)) == "\(name)"
    }
    for index in 0..<range.count where bytes[range.lowerBound + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  func fault(_ description: String) -> JSONFault {
    JSONFault(description: description, place: place)
  }

  var found: String {
    guard place < bytes.count else { return "the end" }
    return "\"\(String(decoding: bytes[place...].prefix(12), as: UTF8.self))\""
  }
}
