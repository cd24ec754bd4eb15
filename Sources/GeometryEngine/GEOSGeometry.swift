internal import CGEOS
internal import GeometryValues

/// One geometry of GEOS, destroyed with its last owner; it never leaves the engine.
final class GEOSGeometry {
  let context: GEOSContext
  let pointer: OpaquePointer

  /// Takes over a pointer that GEOS made, or throws why it made none.
  init(
    owning pointer: OpaquePointer?, of context: GEOSContext, from operation: String
  ) throws(EngineError) {
    self.context = context
    self.pointer = try context.made(operation, pointer)
  }

  /// Copies polygons into GEOS; rings of fewer than four vertices hold no ground and are left out.
  convenience init(_ polygons: MultiPolygon, in context: GEOSContext) throws(EngineError) {
    var parts: [OpaquePointer?] = []
    do throws(EngineError) {
      for polygon in 0..<polygons.polygonCount {
        if let part = try context.polygon(polygon, of: polygons) { parts.append(part) }
      }
    } catch {
      for part in parts { GEOSGeom_destroy_r(context.handle, part) }
      throw error
    }
    let whole =
      parts.count == 1
      ? parts[0]
      : GEOSGeom_createCollection_r(
        context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
    try self.init(owning: whole, of: context, from: "multipolygon")
  }

  deinit {
    GEOSGeom_destroy_r(context.handle, pointer)
  }

  /// The polygons in this geometry; points and lines, which hold no ground, are left out.
  func polygons() throws(EngineError) -> MultiPolygon {
    var polygons = MultiPolygon()
    try context.append(pointer, to: &polygons)
    return polygons
  }
}

extension GEOSContext {
  /// One polygon copied into GEOS, or nothing when its outer ring is degenerate.
  fileprivate func polygon(
    _ polygon: Int, of polygons: MultiPolygon
  ) throws(EngineError) -> OpaquePointer? {
    let rings = polygons.rings(ofPolygon: polygon)
    guard polygons.vertices(ofRing: rings.lowerBound).count >= 4 else { return nil }
    var made: [OpaquePointer?] = []
    do throws(EngineError) {
      for ring in rings where polygons.vertices(ofRing: ring).count >= 4 {
        made.append(try self.ring(polygons.vertices(ofRing: ring), of: polygons))
      }
    } catch {
      for ring in made { GEOSGeom_destroy_r(handle, ring) }
      throw error
    }
    let whole = made.withUnsafeMutableBufferPointer { rings in
      GEOSGeom_createPolygon_r(
        handle, rings[0], rings.baseAddress.map { $0 + 1 }, UInt32(rings.count - 1))
    }
    return try self.made("polygon", whole)
  }

  private func ring(
    _ vertices: Range<Int>, of polygons: MultiPolygon
  ) throws(EngineError) -> OpaquePointer {
    let sequence = polygons.coordinates.withUnsafeBufferPointer { buffer in
      GEOSCoordSeq_copyFromBuffer_r(
        handle, buffer.baseAddress.map { $0 + 2 * vertices.lowerBound }, UInt32(vertices.count),
        0, 0)
    }
    // The ring owns the sequence from here on, also when it can't be made.
    return try made("ring", GEOSGeom_createLinearRing_r(handle, made("vertices", sequence)))
  }

  /// Adds every polygon of a geometry, whatever collections it is wrapped in.
  fileprivate func append(
    _ geometry: OpaquePointer?, to polygons: inout MultiPolygon
  ) throws(EngineError) {
    let kind = GEOSGeomTypeId_r(handle, geometry)
    if kind == Int32(GEOS_POLYGON.rawValue) {
      try append(polygon: geometry, to: &polygons)
    } else if kind == Int32(GEOS_MULTIPOLYGON.rawValue)
      || kind == Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
    {
      for member in 0..<GEOSGetNumGeometries_r(handle, geometry) {
        try append(GEOSGetGeometryN_r(handle, geometry, member), to: &polygons)
      }
    } else if kind < 0 {
      throw error("geometry type")
    }
  }

  private func append(
    polygon: OpaquePointer?, to polygons: inout MultiPolygon
  ) throws(EngineError) {
    guard GEOSisEmpty_r(handle, polygon) == 0 else { return }
    try append(ring: GEOSGetExteriorRing_r(handle, polygon), to: &polygons)
    for hole in 0..<GEOSGetNumInteriorRings_r(handle, polygon) {
      try append(ring: GEOSGetInteriorRingN_r(handle, polygon, hole), to: &polygons)
    }
    polygons.endPolygon()
  }

  private func append(ring: OpaquePointer?, to polygons: inout MultiPolygon) throws(EngineError) {
    let sequence = GEOSGeom_getCoordSeq_r(handle, try made("ring", ring))
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1 else { throw error("vertex count") }
    var isCopied = false
    let coordinates = [Double](unsafeUninitializedCapacity: 2 * Int(count)) { buffer, filled in
      isCopied = GEOSCoordSeq_copyToBuffer_r(handle, sequence, buffer.baseAddress, 0, 0) == 1
      filled = isCopied ? 2 * Int(count) : 0
    }
    guard isCopied else { throw error("vertices") }
    for index in 0..<Int(count) {
      polygons.append(x: coordinates[2 * index], y: coordinates[2 * index + 1])
    }
    polygons.endRing()
  }
}
