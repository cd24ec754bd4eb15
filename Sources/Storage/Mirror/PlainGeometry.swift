internal import Foundation
internal import GeometryValues

/// A geometry of a book whose header says nothing that its coordinates don't, so that the
/// coordinates alone make the same bytes again; and one that any database takes: two-dimensional,
/// rings of four points or more that end where they begin.
struct PlainGeometry {
  let wkb: [UInt8]

  /// - Parameter type: what GeoPackage calls the column.
  /// - Returns: nil where the bytes are anything else.
  init?(_ blob: UnsafeRawBufferPointer, type: String) {
    guard blob.count > GeoPackageBlob.headerLength else { return nil }
    let wkb = UnsafeRawBufferPointer(rebasing: blob[GeoPackageBlob.headerLength...])
    guard let walk = WKBWalk(wkb, within: type),
      blob.starts(with: Self.header(walk.envelope))
    else { return nil }
    self.wkb = Array(wkb)
  }

  /// The bytes that the book has of such a geometry.
  static func blob(_ wkb: [UInt8]) -> [UInt8]? {
    wkb.withUnsafeBytes { WKBWalk($0, within: "GEOMETRY") }.map { header($0.envelope) + wkb }
  }

  private static func header(_ envelope: Envelope) -> [UInt8] {
    withUnsafeBytes(of: GeoPackageBlob.Header(envelope)) { Array($0) }
  }
}

/// One way through the bytes of a geometry.
private struct WKBWalk {
  private(set) var envelope = Envelope()
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init?(_ bytes: UnsafeRawBufferPointer, within type: String) {
    self.bytes = bytes
    let kinds: ClosedRange<UInt32> =
      switch type {
      case "POINT": 1...1
      case "MULTIPOLYGON": 6...6
      default: 1...6
      }
    guard walk(kinds), place == bytes.count, !envelope.isEmpty else { return nil }
  }

  private mutating func walk(_ kinds: ClosedRange<UInt32>) -> Bool {
    guard place < bytes.count, bytes[place] == 1 else { return false }
    place += 1
    guard let kind = number(), kinds.contains(kind) else { return false }
    switch kind {
    case 1: return point() != nil
    case 2: return (points() ?? 0) >= 2
    case 3: return all { $0.ring() }
    default: return all { $0.walk((kind - 3)...(kind - 3)) }
    }
  }

  private mutating func all(_ part: (inout WKBWalk) -> Bool) -> Bool {
    guard let count = number(), count > 0 else { return false }
    for _ in 0..<count where !part(&self) { return false }
    return true
  }

  private mutating func ring() -> Bool {
    let start = place + 4
    guard let count = points(), count >= 4 else { return false }
    let last = start + (count - 1) * 16
    return bytes[start..<(start + 16)].elementsEqual(bytes[last..<(last + 16)])
  }

  private mutating func points() -> Int? {
    guard let count = number() else { return nil }
    for _ in 0..<count where point() == nil { return nil }
    return Int(count)
  }

  private mutating func point() -> Void? {
    guard place + 16 <= bytes.count else { return nil }
    let (x, y) = (ordinate(place), ordinate(place + 8))
    guard x.isFinite, y.isFinite else { return nil }
    envelope.add(Envelope(minX: x, minY: y, maxX: x, maxY: y))
    place += 16
    return ()
  }

  private func ordinate(_ place: Int) -> Double {
    Double(
      bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
  }

  private mutating func number() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
