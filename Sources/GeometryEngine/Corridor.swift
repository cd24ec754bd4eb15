internal import CGEOS
public import GeometryValues

/// The ground within a distance of lines or points.
///
/// Longitude and latitude on WGS 84 before and after. GEOS draws it in an equal-area plane at the
/// middle of what is drawn, edges over 1 km bent along their geodesics first; ends and bends are
/// round, a quarter of a circle being ``quarterEdges`` edges. Lengths there are true within 1e-5 up
/// to 50 km from the middle and 1e-3 up to 500 km; a circle of chords has 0.04 % less ground.
public enum Corridor {
  /// The edges of a quarter of a circle.
  public static let quarterEdges = 32

  /// The ground within `metres` of any of the lines.
  public static func around(
    lines: [[Position]], metres: Double
  ) throws -> MultiPolygon {
    try around(lines, metres) { context, ends, coordinates in
      try collection(context, GEOS_MULTILINESTRING, ends) { part throws(EngineError) in
        let sequence = try sequence(context, coordinates, part)
        return try context.made(
          "line", GEOSGeom_createLineString_r(context.handle, sequence))
      }
    }
  }

  /// The ground within `metres` of any of the points.
  public static func around(points: [Position], metres: Double) throws -> MultiPolygon {
    try around(points.map { [$0] }, metres) { context, ends, coordinates in
      try collection(context, GEOS_MULTIPOINT, ends) { part throws(EngineError) in
        let sequence = try sequence(context, coordinates, part)
        return try context.made("point", GEOSGeom_createPoint_r(context.handle, sequence))
      }
    }
  }

  private static func around(
    _ parts: [[Position]], _ metres: Double,
    _ make: (GEOSContext, [Range<Int>], [Double]) throws -> GEOSGeometry
  ) throws -> MultiPolygon {
    var drawn = MultiPolygon()
    for part in parts {
      for position in part { drawn.append(x: position.x, y: position.y) }
      drawn.endRing()
    }
    drawn.endPolygon()
    let plane = EqualAreaPlane.centred(on: drawn.envelope)
    let planar = try PlaneProjector(plane).project(drawn, longestEdge: 1000)
    let context = try GEOSContext()
    let ranges = (0..<planar.ringCount).map(planar.vertices(ofRing:))
    let geometry = try make(context, ranges, planar.coordinates)
    let buffer = GEOSBufferWithStyle_r(
      context.handle, geometry.pointer, metres, Int32(quarterEdges),
      Int32(GEOSBUF_CAP_ROUND.rawValue), Int32(GEOSBUF_JOIN_ROUND.rawValue), 5)
    let ground = try GEOSGeometry(owning: buffer, of: context, from: "corridor").polygons()
    return ground.replacingCoordinates(try PlaneReturn(plane).degrees(ground.coordinates))
  }

  private static func collection(
    _ context: GEOSContext, _ type: GEOSGeomTypes, _ ranges: [Range<Int>],
    _ make: (Range<Int>) throws(EngineError) -> OpaquePointer
  ) throws(EngineError) -> GEOSGeometry {
    var parts: [OpaquePointer?] = []
    do throws(EngineError) {
      for range in ranges { parts.append(try make(range)) }
    } catch {
      for part in parts { GEOSGeom_destroy_r(context.handle, part) }
      throw error
    }
    let whole = GEOSGeom_createCollection_r(
      context.handle, Int32(type.rawValue), &parts, UInt32(parts.count))
    return try GEOSGeometry(owning: whole, of: context, from: "collection")
  }

  private static func sequence(
    _ context: GEOSContext, _ coordinates: [Double], _ vertices: Range<Int>
  ) throws(EngineError) -> OpaquePointer {
    let sequence = coordinates.withUnsafeBufferPointer { buffer in
      GEOSCoordSeq_copyFromBuffer_r(
        context.handle, buffer.baseAddress.map { $0 + 2 * vertices.lowerBound },
        UInt32(vertices.count), 0, 0)
    }
    return try context.made("vertices", sequence)
  }
}
