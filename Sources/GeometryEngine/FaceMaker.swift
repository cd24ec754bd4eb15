internal import CGEOS
public import GeometryValues

/// Makes the pieces of ground that lines bound, and joins them again, by GEOS; one a thread.
///
/// Coordinates are metres in a plane. Lines are noded on the ``MapGrid`` by snap rounding, so no
/// two pieces overlap, slivers thinner than the grid are gone and noding can't fail.
public final class FaceMaker {
  /// The GEOS context of this thread, also for `Validity` and `Repair`.
  public let context: GEOSContext

  /// Starts GEOS for the calling thread.
  public init() throws(EngineError) {
    context = try GEOSContext()
  }

  /// The pieces between the lines, each a polygon of its own; what no line closes is left out.
  public func faces(_ lines: Linework) throws(EngineError) -> MultiPolygon {
    guard !lines.isEmpty else { return MultiPolygon() }
    let all = try multiline(lines)
    let noded = try GEOSGeometry(
      owning: GEOSUnaryUnionPrec_r(context.handle, all.pointer, MapGrid.step), of: context,
      from: "noded lines")
    var pointer: OpaquePointer? = noded.pointer
    let faces = GEOSPolygonize_r(context.handle, &pointer, 1)
    return try GEOSGeometry(owning: faces, of: context, from: "pieces between lines").polygons()
  }

  /// The ground of pieces that share whole edges and do not overlap, inner edges gone.
  public func joined(_ pieces: [MultiPolygon]) throws(EngineError) -> MultiPolygon {
    if pieces.count == 1 { return pieces[0] }
    let whole = try GEOSGeometry(pieces.reduce(into: MultiPolygon()) { $0.append($1) }, in: context)
    // A refusal is no failure: edges that meet halfway are for the general union.
    if let joined = GEOSCoverageUnion_r(context.handle, whole.pointer) {
      return try GEOSGeometry(owning: joined, of: context, from: "joined pieces").polygons()
    }
    return try union(pieces)
  }

  /// The ground of any polygons on the grid, inner edges gone.
  public func union(_ pieces: [MultiPolygon]) throws(EngineError) -> MultiPolygon {
    let whole = try GEOSGeometry(pieces.reduce(into: MultiPolygon()) { $0.append($1) }, in: context)
    let union = GEOSUnaryUnionPrec_r(context.handle, whole.pointer, MapGrid.step)
    return try GEOSGeometry(owning: union, of: context, from: "union of pieces").polygons()
  }

  private func multiline(_ lines: Linework) throws(EngineError) -> GEOSGeometry {
    var members: [OpaquePointer?] = []
    members.reserveCapacity(lines.ends.count)
    var start = 0
    do throws(EngineError) {
      for end in lines.ends {
        members.append(try line(start..<end, of: lines.coordinates))
        start = end
      }
    } catch {
      for member in members { GEOSGeom_destroy_r(context.handle, member) }
      throw error
    }
    let whole = GEOSGeom_createCollection_r(
      context.handle, Int32(GEOS_MULTILINESTRING.rawValue), &members, UInt32(members.count))
    return try GEOSGeometry(owning: whole, of: context, from: "lines")
  }

  private func line(
    _ vertices: Range<Int>, of coordinates: [Double]
  ) throws(EngineError) -> OpaquePointer {
    let sequence = coordinates.withUnsafeBufferPointer { buffer in
      GEOSCoordSeq_copyFromBuffer_r(
        context.handle, buffer.baseAddress.map { $0 + 2 * vertices.lowerBound },
        UInt32(vertices.count), 0, 0)
    }
    return try context.made(
      "line", GEOSGeom_createLineString_r(context.handle, context.made("vertices", sequence)))
  }
}
