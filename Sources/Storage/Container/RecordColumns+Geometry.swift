internal import GeometryValues

/// Geometries among the columns of a record.
extension RecordColumns {
  /// Adds polygons as the book keeps them, from the well-known binary that was hashed.
  mutating func addBlob(_ polygons: MultiPolygon?, _ wkb: Range<Int>?, _ box: Envelope) {
    guard let polygons, let wkb else { return append(.null) }
    reserve(GeoPackageBlob.headerLength + 9 + wkb.count)
    let start = end
    withUnsafeBytes(of: GeoPackageBlob.Header(box)) { _ = put($0) }
    if polygons.polygonCount == 1 {
      GeoPackageBlob.multipolygonOfOne.withUnsafeBytes { _ = put($0) }
    }
    _ = put(UnsafeRawBufferPointer(rebasing: memory[wkb]))
    append(.blob(start..<end))
  }

  /// Adds polygons as bare well-known binary.
  mutating func addWKB(_ polygons: MultiPolygon?) {
    guard let polygons else { return append(.null) }
    let length = WKB.length(of: polygons)
    reserve(length)
    WKB.write(polygons, to: UnsafeMutableRawBufferPointer(rebasing: memory[end..<end + length]))
    end += length
    append(.blob(end - length..<end))
  }
}
