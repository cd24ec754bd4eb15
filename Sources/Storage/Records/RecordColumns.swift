internal import Crypto
internal import GeometryValues

/// The columns of one record in one stretch of memory, to be hashed and then bound where they lie.
///
/// The memory begins with the record's canonical text (see ``ContentHash``); what the hash does not
/// cover follows. One value serves record after record, so that none costs an allocation.
struct RecordColumns: ~Copyable {
  /// A column's value; texts and blobs are stretches of the memory.
  enum Value {
    case null
    case integer(Int64)
    case number(Double)
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  private(set) var values: [Value] = []
  var memory: UnsafeMutableRawBufferPointer
  var end = 0

  init() {
    memory = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Forgets the record before.
  mutating func begin() {
    values.removeAll(keepingCapacity: true)
    end = 0
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) {
    guard end + count > memory.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * memory.count, end + count), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<end]))
    memory.deallocate()
    memory = larger
  }

  /// Adds bytes that belong to no column; the caller has reserved room.
  @inline(__always)
  mutating func put(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    let start = end
    if let source = bytes.baseAddress, let base = memory.baseAddress {
      (base + start).copyMemory(from: source, byteCount: bytes.count)
    }
    end += bytes.count
    return start..<end
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    _ = put(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    memory[end] = byte
    end += 1
  }

  mutating func append(_ value: Value) { values.append(value) }
  mutating func replaceLast(by value: Value) { values[values.count - 1] = value }

  /// Adds a text that is no part of the canonical text.
  mutating func addUnhashed(_ text: String?) {
    guard var text else { return values.append(.null) }
    let range = text.withUTF8 { bytes in
      reserve(bytes.count)
      return put(UnsafeRawBufferPointer(bytes))
    }
    values.append(.text(range))
  }

  /// Ends the canonical text with the geometry and gives the hash of it all.
  ///
  /// - Returns: the digest, and where the geometry's bytes lie; none without a geometry.
  mutating func close(_ geometry: Geometry?) -> (digest: SHA256Digest, wkb: Range<Int>?) {
    var wkb: Range<Int>?
    if let geometry { wkb = putGeometry(geometry) }
    if wkb == nil {
      reserve(8)
      put("wkb=-\n" as StaticString)
    }
    var hash = SHA256()
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: memory[..<end]))
    return (hash.finalize(), wkb)
  }

  private mutating func putGeometry(_ geometry: Geometry) -> Range<Int>? {
    if geometry.envelope.isEmpty { return nil }
    if case .polygons(let polygons) = geometry {
      let length = WKB.length(of: polygons)
      reserve(length + 32)
      putLength("wkb", length)
      let target = UnsafeMutableRawBufferPointer(rebasing: memory[end..<end + length])
      WKB.write(polygons, to: target)
      end += length
      return end - length..<end
    }
    let wkb = WKB.write(geometry)
    reserve(wkb.count + 32)
    putLength("wkb", wkb.count)
    return wkb.withUnsafeBytes { put($0) }
  }

  /// Begins a line of the canonical text: `column=length:`.
  @inline(__always)
  mutating func putLength(_ column: StaticString, _ length: Int) {
    put(column)
    put(UInt8(ascii: "="))
    putDigits(Int64(length))
    put(UInt8(ascii: ":"))
  }

  /// Writes a whole number in decimal digits.
  mutating func putDigits(_ number: Int64) {
    if number < 0 { put(UInt8(ascii: "-")) }
    end += Self.digits(of: number)
    var place = end
    var rest = number.magnitude
    repeat {
      place -= 1
      memory[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// How many digits a whole number has, its sign not counted.
  static func digits(of number: Int64) -> Int {
    var digits = 1
    var rest = number.magnitude / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }
}
