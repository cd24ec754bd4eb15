internal import CGEOS
public import GeometryValues

/// A proposal for invalid rings; nothing is ever repaired unasked.
public enum Repair {
  /// The method by its name, for the finding that proposes it.
  public static let method = "GEOS MakeValid, linework"

  /// The ground that the lines of the rings enclose an odd number of times, as valid polygons.
  ///
  /// Every vertex is kept and crossings become vertices; what collapses to lines or points holds no
  /// ground and is left out. Coordinates are those given, of any reference.
  public static func makeValid(
    _ polygons: MultiPolygon, _ context: GEOSContext
  ) throws(EngineError) -> MultiPolygon {
    let geometry = try GEOSGeometry(polygons, in: context)
    let parameters = try context.made(
      "parameters of a repair", GEOSMakeValidParams_create_r(context.handle))
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_LINEWORK)
    let valid = GEOSMakeValidWithParams_r(context.handle, geometry.pointer, parameters)
    return try GEOSGeometry(owning: valid, of: context, from: "valid geometry").polygons()
  }
}
