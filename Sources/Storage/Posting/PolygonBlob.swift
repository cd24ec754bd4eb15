internal import Foundation
internal import GeometryValues

/// Reads the polygons of a GeoPackage blob as the book writes them straight into their buffers.
enum PolygonBlob {
  /// Where the WKB of a blob with the envelope of two dimensions begins.
  private static let headerLength = 40
  private static let memberLength = 9

  /// - Returns: nil for a geometry with nothing in it.
  static func read(_ blob: UnsafeRawBufferPointer) throws(GeometryFault) -> MultiPolygon? {
    if let polygons = plain(blob) { return polygons }
    return try GeoPackageBlob.polygons(Data(blob))
  }

  /// Little-endian multipolygons of two dimensions with closed rings; nil for anything else.
  private static func plain(_ blob: UnsafeRawBufferPointer) -> MultiPolygon? {
    guard blob.count > headerLength + memberLength, blob[0] == UInt8(ascii: "G"),
      blob[1] == UInt8(ascii: "P"), blob[3] == 0b011,
      let shape = Shape(blob, at: headerLength)
    else { return nil }
    return shape.polygons(blob)
  }

  /// Where the rings of a multipolygon stand in a blob.
  private struct Shape {
    private var rings: [(start: Int, count: Int)] = []
    private var polygonEnds: [Int] = []
    private var vertices = 0

    init?(_ blob: UnsafeRawBufferPointer, at start: Int) {
      guard let count = Self.header(blob, start, kind: 6) else { return nil }
      var place = start + memberLength
      for _ in 0..<count {
        guard let ringCount = Self.header(blob, place, kind: 3), ringCount > 0 else { return nil }
        place += memberLength
        for _ in 0..<ringCount {
          guard place + 4 <= blob.count else { return nil }
          let size = Int(
            UInt32(littleEndian: blob.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
          place += 4
          guard size > 0, size <= (blob.count - place) / 16 else { return nil }
          rings.append((place, size))
          vertices += size
          place += 16 * size
        }
        polygonEnds.append(rings.count)
      }
      if place != blob.count || rings.isEmpty { return nil }
    }

    /// The number of members of a little-endian geometry of a kind.
    @inline(__always)
    private static func header(
      _ blob: UnsafeRawBufferPointer, _ place: Int, kind: UInt32
    ) -> Int? {
      guard place + memberLength <= blob.count, blob[place] == 1,
        UInt32(littleEndian: blob.loadUnaligned(fromByteOffset: place + 1, as: UInt32.self)) == kind
      else { return nil }
      return Int(
        UInt32(littleEndian: blob.loadUnaligned(fromByteOffset: place + 5, as: UInt32.self)))
    }

    /// - Returns: nil where a coordinate is not finite or a ring is open.
    func polygons(_ blob: UnsafeRawBufferPointer) -> MultiPolygon? {
      var isUsable = true
      let coordinates = [Double](unsafeUninitializedCapacity: 2 * vertices) { buffer, count in
        for ring in rings {
          let bytes = UnsafeRawBufferPointer(
            rebasing: blob[ring.start..<ring.start + 16 * ring.count])
          let target = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[
              8 * count..<8 * count + 16 * ring.count])
          target.copyMemory(from: bytes)
          let end = count + 2 * ring.count
          if buffer[count] != buffer[end - 2] || buffer[count + 1] != buffer[end - 1] {
            isUsable = false
          }
          for place in count..<end where !buffer[place].isFinite { isUsable = false }
          count = end
        }
      }
      guard isUsable else { return nil }
      var ringEnds: [Int] = []
      ringEnds.reserveCapacity(rings.count)
      for ring in rings { ringEnds.append((ringEnds.last ?? 0) + ring.count) }
      return MultiPolygon(
        coordinates: coordinates, ringEnds: ringEnds, polygonEnds: polygonEnds)
    }
  }
}
