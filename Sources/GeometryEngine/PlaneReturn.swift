internal import CPROJ

/// Brings places of an equal-area plane back to longitude and latitude; one instance a thread.
public final class PlaneReturn {
  private let operation: PROJObject

  /// Prepares PROJ for the plane.
  public init(_ plane: EqualAreaPlane) throws(EngineError) {
    let context = try PROJContext()
    let definition =
      "+proj=pipeline +step +inv +proj=laea +ellps=WGS84 +lat_0=\(plane.centre.y) "
      + "+lon_0=\(plane.centre.x) +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    guard let made = PROJObject(owning: proj_create(context.handle, definition), of: context)
    else { throw EngineError("no way back from the \(plane): \(context.reason())") }
    operation = made
  }

  /// Longitude and latitude in degrees of x, y in metres, flat; error: some nanometres.
  public func degrees(_ coordinates: [Double]) throws(TransformFault) -> [Double] {
    try operation.transformed(coordinates)
  }
}
