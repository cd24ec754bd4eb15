internal import Foundation
internal import GeometryValues

/// The GeoPackage binary form of a geometry: a header with an envelope, then WKB.
///
/// Writing always gives the envelope and the reference 4326. Reading takes every envelope kind,
/// both byte orders and the empty flag.
enum GeoPackageBlob {
  static let headerLength = 40
  /// A column of multipolygons holds nothing else, so that one polygon is a multipolygon of one.
  static let multipolygonOfOne: [UInt8] = [1, 6, 0, 0, 0, 1, 0, 0, 0]

  static func write(_ polygons: MultiPolygon) -> Data {
    var blob = header(polygons.envelope)
    if polygons.polygonCount == 1 { blob.append(contentsOf: multipolygonOfOne) }
    blob.append(contentsOf: WKB.write(.polygons(polygons)))
    return blob
  }

  /// - Returns: nil for a geometry with nothing in it, which the book keeps as no geometry.
  static func write(_ geometry: Geometry) -> Data? {
    let envelope = geometry.envelope
    if envelope.isEmpty { return nil }
    var blob = header(envelope)
    blob.append(contentsOf: WKB.write(geometry))
    return blob
  }

  static func read(_ blob: Data) throws(GeometryFault) -> Geometry {
    let result = blob.withUnsafeBytes { bytes in
      Result { () throws(GeometryFault) in try read(bytes) }
    }
    return try result.get()
  }

  static func read(_ blob: UnsafeRawBufferPointer) throws(GeometryFault) -> Geometry {
    let header = try GeoPackageHeader(blob)
    return try WKB.read(UnsafeRawBufferPointer(rebasing: blob[header.length...]))
  }

  static func read(
    _ blob: UnsafeRawBufferPointer, remarks: inout GeometryRemarks
  ) throws(GeometryFault) -> Geometry {
    let header = try GeoPackageHeader(blob)
    return try WKB.read(
      UnsafeRawBufferPointer(rebasing: blob[header.length...]), remarks: &remarks)
  }

  static func polygons(_ blob: Data) throws(GeometryFault) -> MultiPolygon? {
    switch try read(blob) {
    case .polygons(let polygons): polygons
    case .empty: nil
    case let other: throw GeometryFault("a \(other.kind) stands where a polygon belongs")
    }
  }

  /// The envelope by the header, or by the coordinates where the header has none.
  static func envelope(_ blob: Data) throws(GeometryFault) -> Envelope {
    let result = blob.withUnsafeBytes { bytes in
      Result { () throws(GeometryFault) in try envelope(bytes) }
    }
    return try result.get()
  }

  static func envelope(_ blob: UnsafeRawBufferPointer) throws(GeometryFault) -> Envelope {
    let header = try GeoPackageHeader(blob)
    if header.isEmpty { return Envelope() }
    if let envelope = header.envelope { return envelope }
    return try WKB.read(UnsafeRawBufferPointer(rebasing: blob[header.length...])).envelope
  }

  /// Forty bytes of memory: the mark, the flags, the reference and the envelope.
  struct Header {
    /// `GP`, version 0, flags 3 (little-endian, an envelope of x and y), reference 4326.
    private let mark = (0x0000_10E6_0300_5047 as UInt64).littleEndian
    private let minX, maxX, minY, maxY: UInt64

    init(_ envelope: Envelope) {
      minX = envelope.minX.bitPattern.littleEndian
      maxX = envelope.maxX.bitPattern.littleEndian
      minY = envelope.minY.bitPattern.littleEndian
      maxY = envelope.maxY.bitPattern.littleEndian
    }
  }

  private static func header(_ envelope: Envelope) -> Data {
    withUnsafeBytes(of: Header(envelope)) { Data($0) }
  }
}

/// What stands before the WKB.
struct GeoPackageHeader {
  var length: Int
  var isEmpty: Bool
  var envelope: Envelope?

  init(_ bytes: UnsafeRawBufferPointer) throws(GeometryFault) {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else {
      throw GeometryFault("the geometry is not a GeoPackage blob")
    }
    let flags = bytes[3]
    guard flags & 0b10_0000 == 0 else {
      throw GeometryFault("the geometry is of an extended kind that no standard names")
    }
    let ordinates: Int
    switch flags >> 1 & 0b111 {
    case 0: ordinates = 0
    case 1: ordinates = 4
    case 2, 3: ordinates = 6
    case 4: ordinates = 8
    case let kind: throw GeometryFault("the geometry's header has unknown envelope kind \(kind)")
    }
    length = 8 + 8 * ordinates
    guard bytes.count >= length else { throw GeometryFault("the geometry is cut short") }
    isEmpty = flags & 0b1_0000 != 0
    if ordinates == 0 { return }
    func ordinate(_ index: Int) -> Double {
      let raw = bytes.loadUnaligned(fromByteOffset: 8 + 8 * index, as: UInt64.self)
      let isLittleEndian = flags & 1 == 1
      return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
    }
    let box = Envelope(
      minX: ordinate(0), minY: ordinate(2), maxX: ordinate(1), maxY: ordinate(3))
    // Writers mark the envelope of an empty geometry with NaN.
    let isFinite =
      box.minX.isFinite && box.minY.isFinite && box.maxX.isFinite && box.maxY.isFinite
    if isFinite && !box.isEmpty { envelope = box }
  }
}
