/// Turns bytes, as they come in, back into frames.
public struct FeatureFrameReader: Sendable {
  /// A frame longer than this is taken for a broken stream.
  public static let longestFrame = 1 << 29

  private var bytes: [UInt8] = []
  private var place = 0

  /// Makes a reader that has seen no bytes.
  public init() {}

  /// Whether the bytes so far end inside a frame.
  public var isInsideFrame: Bool { place < bytes.count }

  /// Takes over bytes as they arrived, in pieces of any size.
  public mutating func add(_ more: some Sequence<UInt8>) {
    if place > 0 {
      bytes.removeSubrange(..<place)
      place = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next whole frame, or nil until more bytes come.
  ///
  /// - Throws: ``FeatureFrameFault`` on bytes no writer of frames makes; the stream is lost then.
  public mutating func next() throws(FeatureFrameFault) -> FeatureFrame? {
    guard bytes.count - place >= 5 else { return nil }
    let kind = bytes[place]
    let length = Int(bytes.little(UInt32.self, at: place + 1))
    guard length <= Self.longestFrame else {
      throw FeatureFrameFault("a frame announces \(length) bytes")
    }
    guard bytes.count - place - 5 >= length else { return nil }
    var payload = Payload(bytes: bytes, place: place + 5, end: place + 5 + length)
    let frame = try payload.frame(kind)
    guard payload.place == payload.end else {
      throw FeatureFrameFault("a frame of kind \(kind) has bytes left over")
    }
    place = payload.end
    return frame
  }
}

/// Why a stream of frames can't be read on.
public struct FeatureFrameFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text a person reads.
  public var description: String

  /// Makes a fault of its words.
  public init(_ description: String) {
    self.description = description
  }
}

/// The inside of one frame and the place in it.
private struct Payload {
  let bytes: [UInt8]
  var place: Int
  let end: Int

  mutating func frame(_ kind: UInt8) throws(FeatureFrameFault) -> FeatureFrame {
    switch kind {
    case UInt8(ascii: "H"): .hello(version: try integer())
    case UInt8(ascii: "L"): .layer(try layer())
    case UInt8(ascii: "F"): .feature(try feature())
    case UInt8(ascii: "N"): .note(try text() ?? "")
    case UInt8(ascii: "E"): .end(count: try integer())
    case UInt8(ascii: "X"): .failure(try text() ?? "")
    default: throw FeatureFrameFault("a frame has the unknown kind \(kind)")
    }
  }

  private mutating func layer() throws(FeatureFrameFault) -> FeatureFrame.Layer {
    let name = try text() ?? ""
    let reference = try text()
    let hasGeometry = try integer() as UInt8 != 0
    var fields: [FeatureFrame.Field] = []
    for _ in 0..<(try count(smallest: 5)) {
      let name = try text() ?? ""
      guard let kind = FeatureFrame.FieldKind(rawValue: try integer()) else {
        throw FeatureFrameFault("the field \(name) has an unknown kind")
      }
      fields.append(FeatureFrame.Field(name: name, kind: kind))
    }
    return FeatureFrame.Layer(
      name: name, fields: fields, reference: reference, hasGeometry: hasGeometry)
  }

  private mutating func feature() throws(FeatureFrameFault) -> FeatureFrame.Feature {
    let id = Int64(bitPattern: try integer())
    var cells: [String?] = []
    let count = try count(smallest: 4)
    cells.reserveCapacity(count)
    for _ in 0..<count { cells.append(try text()) }
    let geometry = try run().map { Array(bytes[$0]) }
    return FeatureFrame.Feature(id: id, cells: cells, geometry: geometry)
  }

  /// A count that the bytes left can hold.
  private mutating func count(smallest: Int) throws(FeatureFrameFault) -> Int {
    let count = Int(try integer() as UInt32)
    guard count <= (end - place) / smallest else {
      throw FeatureFrameFault("a frame announces \(count) members and is too short for them")
    }
    return count
  }

  private mutating func text() throws(FeatureFrameFault) -> String? {
    guard let run = try run() else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      String(decoding: UnsafeBufferPointer(rebasing: buffer[run]), as: UTF8.self)
    }
  }

  private mutating func run() throws(FeatureFrameFault) -> Range<Int>? {
    let length: UInt32 = try integer()
    if length == .max { return nil }
    guard Int(length) <= end - place else {
      throw FeatureFrameFault("a text of \(length) bytes runs out of its frame")
    }
    defer { place += Int(length) }
    return place..<place + Int(length)
  }

  private mutating func integer<Value: FixedWidthInteger>() throws(FeatureFrameFault) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= end - place else { throw FeatureFrameFault("a frame is cut short") }
    defer { place += size }
    return bytes.little(Value.self, at: place)
  }
}

extension [UInt8] {
  fileprivate func little<Value: FixedWidthInteger>(_ type: Value.Type, at place: Int) -> Value {
    withUnsafeBytes { Value(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: type)) }
  }
}
