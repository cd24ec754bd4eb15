/// Writes numbers as bytes, least first.
public struct NumberWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer that has written nothing.
  public init() {}

  /// Adds a whole number in its own width.
  public mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a number of 64 bits, bit for bit.
  public mutating func add(_ number: Double) { add(number.bitPattern) }

  /// Adds a truth as one byte.
  public mutating func add(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

  /// Adds how many there are, then each.
  public mutating func add<Number: FixedWidthInteger>(list: some Collection<Number>) {
    add(UInt32(list.count))
    for number in list { add(number) }
  }

  /// Adds bytes after how many there are.
  public mutating func add(blob: some Collection<UInt8>) {
    add(UInt32(blob.count))
    bytes.append(contentsOf: blob)
  }
}

/// Reads numbers that ``NumberWriter`` wrote; bytes of no writer are thrown, never trusted.
public struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// Makes a reader of bytes that outlive it.
  public init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether all was read.
  public var isAtEnd: Bool { place == bytes.count }

  /// How many bytes are left.
  public var rest: Int { bytes.count - place }

  /// The next whole number.
  public mutating func read<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(NumberFault) -> Number {
    let size = MemoryLayout<Number>.size
    guard rest >= size else { throw NumberFault() }
    defer { place += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
  }

  /// The next number of 64 bits, bit for bit.
  public mutating func readDouble() throws(NumberFault) -> Double {
    Double(bitPattern: try read(UInt64.self))
  }

  /// The next truth.
  public mutating func readTruth() throws(NumberFault) -> Bool {
    switch try read(UInt8.self) {
    case 0: return false
    case 1: return true
    default: throw NumberFault()
    }
  }

  /// How many follow, each of at least `size` bytes: no more than the bytes can hold.
  public mutating func readCount(of size: Int) throws(NumberFault) -> Int {
    let count = Int(try read(UInt32.self))
    guard count <= rest / max(size, 1) else { throw NumberFault() }
    return count
  }

  /// The next list of whole numbers.
  public mutating func readList<Number: FixedWidthInteger>(
    of type: Number.Type = Number.self
  ) throws(NumberFault) -> [Number] {
    let count = try readCount(of: MemoryLayout<Number>.size)
    var list: [Number] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try read(type)) }
    return list
  }

  /// The next bytes that stand after how many they are.
  public mutating func readBlob() throws(NumberFault) -> UnsafeRawBufferPointer {
    let count = try readCount(of: 1)
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
  }
}

/// Bytes that no writer of numbers made.
public struct NumberFault: Error, Hashable, Sendable {
  /// Makes the fault, which has nothing to tell.
  public init() {}
}
