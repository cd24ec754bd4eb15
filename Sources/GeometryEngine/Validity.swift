internal import CGEOS
public import GeometryValues

/// What is wrong with the boundary of a record, and where.
public struct InvalidGround: Hashable, Sendable {
  /// The rule that is broken, in GEOS's words, such as `Self-intersection`.
  public var reason: String
  /// The place of the fault, in the coordinates of the record; none when there is no one place.
  public var at: Position?

  /// Makes a finding of its reason and place.
  public init(reason: String, at: Position?) {
    self.reason = reason
    self.at = at
  }
}

/// Whether rings bound ground as OGC 06-103r4 asks: closed, simple, holes inside, parts apart.
public enum Validity {
  /// The first fault found, or nothing when the polygons are valid.
  ///
  /// Works on any coordinates; on longitude and latitude a ring over the antimeridian looks
  /// self-crossing and has to be judged in a plane. A fault of the data is the answer, never thrown.
  public static func check(
    _ polygons: MultiPolygon, _ context: GEOSContext
  ) throws(EngineError) -> InvalidGround? {
    if let fault = ringFault(polygons) { return fault }
    if polygons.ringCount == 1, isSurelySimple(polygons) { return nil }
    let geometry = try GEOSGeometry(polygons, in: context)
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let verdict = GEOSisValidDetail_r(context.handle, geometry.pointer, 0, &reason, &place)
    defer {
      GEOSFree_r(context.handle, reason)
      GEOSGeom_destroy_r(context.handle, place)
    }
    switch verdict {
    case 1: return nil
    case 0:
      return InvalidGround(
        reason: reason.map { String(cString: $0) } ?? "Invalid", at: position(place, context))
    default: throw context.error("verdict on validity")
    }
  }

  /// Whether the only ring is simple beyond doubt, which is most of what surveys draw.
  private static func isSurelySimple(_ polygons: MultiPolygon) -> Bool {
    polygons.coordinates.withUnsafeBufferPointer { coordinates in
      RingProof.isSimple(coordinates, polygons.vertices(ofRing: 0))
    }
  }

  /// Faults that keep a ring from being built at all.
  private static func ringFault(_ polygons: MultiPolygon) -> InvalidGround? {
    for ring in 0..<polygons.ringCount {
      let vertices = polygons.vertices(ofRing: ring)
      let first = polygons.vertex(vertices.lowerBound)
      let isFinite = polygons.coordinates.withUnsafeBufferPointer { coordinates in
        (2 * vertices.lowerBound..<2 * vertices.upperBound).allSatisfy { coordinates[$0].isFinite }
      }
      if !isFinite {
        return InvalidGround(reason: "A coordinate is not a finite number", at: nil)
      }
      if first != polygons.vertex(vertices.upperBound - 1) {
        return InvalidGround(reason: "Ring is not closed", at: first)
      }
      if vertices.count < 4 {
        return InvalidGround(reason: "Ring has fewer than three different vertices", at: first)
      }
    }
    return nil
  }

  private static func position(_ point: OpaquePointer?, _ context: GEOSContext) -> Position? {
    var position = Position(x: 0, y: 0)
    guard let point, GEOSGeomGetX_r(context.handle, point, &position.x) == 1,
      GEOSGeomGetY_r(context.handle, point, &position.y) == 1
    else { return nil }
    return position
  }
}
