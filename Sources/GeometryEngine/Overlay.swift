internal import CGEOS
public import GeometryValues

/// Set operations on ground in a plane, by GEOS; one instance a thread.
///
/// Coordinates are those of a plane, in metres for areas in square metres. Lines and points that an
/// operation leaves over hold no ground and are dropped. Input must be valid (`Validity`): GEOS
/// refuses most of what is not, and that is thrown.
public final class GroundOverlay {
  /// The GEOS context of this thread, also for `Validity` and `Repair`.
  public let context: GEOSContext

  /// Starts GEOS for the calling thread.
  public init() throws(EngineError) {
    context = try GEOSContext()
  }

  /// The ground in both.
  public func intersection(
    _ a: MultiPolygon, _ b: MultiPolygon
  ) throws(EngineError) -> MultiPolygon {
    a.envelope.meets(b.envelope) ? try overlay(a, b, "intersection", GEOSIntersection_r) : .init()
  }

  /// The ground of `a` that is not in `b`.
  public func difference(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> MultiPolygon {
    a.envelope.meets(b.envelope) ? try overlay(a, b, "difference", GEOSDifference_r) : a
  }

  /// The ground in any of them; unlike elsewhere, parts may overlap each other.
  public func union(_ all: [MultiPolygon]) throws(EngineError) -> MultiPolygon {
    let whole = try GEOSGeometry(all.reduce(into: MultiPolygon()) { $0.append($1) }, in: context)
    let union = GEOSUnaryUnion_r(context.handle, whole.pointer)
    return try GEOSGeometry(owning: union, of: context, from: "union").polygons()
  }

  /// Whether the two have ground in common, more than a shared border or corner.
  public func sharesGround(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> Bool {
    guard a.envelope.meets(b.envelope) else { return false }
    let first = try GEOSGeometry(a, in: context)
    let second = try GEOSGeometry(b, in: context)
    switch GEOSRelatePattern_r(context.handle, first.pointer, second.pointer, "2********") {
    case 0: return false
    case 1: return true
    default: throw context.error("relation")
    }
  }

  private func overlay(
    _ a: MultiPolygon, _ b: MultiPolygon, _ name: String,
    _ operation: (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?
  ) throws(EngineError) -> MultiPolygon {
    let first = try GEOSGeometry(a, in: context)
    let second = try GEOSGeometry(b, in: context)
    let result = operation(context.handle, first.pointer, second.pointer)
    return try GEOSGeometry(owning: result, of: context, from: name).polygons()
  }
}
