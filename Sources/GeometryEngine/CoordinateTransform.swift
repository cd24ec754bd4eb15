internal import CPROJ
internal import Foundation

/// A vertex that no transformation reaches, such as a latitude of 95 degrees.
public struct TransformFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which vertex of the buffer, from 0.
  public var vertex: Int
  /// Its first coordinate as given: longitude or easting.
  public var x: Double
  /// Its second coordinate as given: latitude or northing.
  public var y: Double
  /// PROJ's words for why.
  public var reason: String

  /// The fault in one sentence.
  public var description: String {
    "vertex \(vertex + 1) (\(x), \(y)) lies outside what the coordinate reference covers: \(reason)"
  }
}

/// Brings coordinates from one reference to another through PROJ; one instance a thread.
///
/// The first coordinate is always longitude or easting. Grids that are not installed are never
/// fetched: PROJ then takes the next best operation, which `operationName` tells.
public final class CoordinateTransform {
  /// Whether source and target are the same, so that coordinates stay as they are.
  public let isIdentity: Bool

  let context: PROJContext
  let source: PROJObject
  let target: PROJObject
  /// Where the last buffer began, in the target's coordinates.
  private(set) var lastPosition: (x: Double, y: Double)?
  private let transformation: PROJObject

  /// Looks up both references (EPSG:n, WKT or PROJ string) and the operations between them.
  public init(from source: String, to target: String = "OGC:CRS84") throws(EngineError) {
    context = try PROJContext()
    self.source = try context.reference(source)
    self.target = try context.reference(target)
    isIdentity =
      proj_is_equivalent_to_with_ctx(
        context.handle, self.source.pointer, self.target.pointer,
        PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
    let asDefined = PROJObject(
      owning: proj_create_crs_to_crs_from_pj(
        context.handle, self.source.pointer, self.target.pointer, nil, nil), of: context)
    guard let asDefined,
      let eastFirst = PROJObject(
        owning: proj_normalize_for_visualization(context.handle, asDefined.pointer), of: context)
    else {
      throw EngineError(
        "no way from \(self.source.name) to \(self.target.name): \(context.reason())")
    }
    transformation = eastFirst
  }

  /// The operation PROJ chose for the last vertex, its accuracy, and whether it is a mere ballpark.
  ///
  /// Before anything was transformed it is the first of PROJ's candidates.
  public var operationName: String {
    if isIdentity { return "none needed (\(source.name))" }
    guard let operation = lastUsed ?? firstCandidate else { return "unknown operation" }
    let accuracy = proj_coordoperation_get_accuracy(context.handle, operation.pointer)
    let isBallpark =
      proj_coordoperation_has_ballpark_transformation(context.handle, operation.pointer) != 0
    // Which of east and north comes first is settled on both sides and tells a reader nothing.
    let steps = operation.name.components(separatedBy: " + ").filter {
      !$0.hasPrefix("axis order change")
    }
    if steps.isEmpty { return "none needed (\(source.name))" }
    return steps.joined(separator: " + ")
      + (accuracy < 0 ? " (accuracy unknown" : " (accuracy \(accuracy) m")
      + (isBallpark ? ", ballpark: datums are not reconciled)" : ")")
  }

  /// Transforms a flat buffer of x and y in place.
  ///
  /// - Throws: ``TransformFault`` for the first vertex that can't be reached; the coordinates then
  ///   stay as they were.
  public func transform(_ coordinates: inout [Double]) throws(TransformFault) {
    guard !isIdentity else { return }
    coordinates = try transformation.transformed(coordinates)
    if coordinates.count > 1 { lastPosition = (coordinates[0], coordinates[1]) }
  }

  var lastUsed: PROJObject? {
    PROJObject(owning: proj_trans_get_last_used_operation(transformation.pointer), of: context)
  }

  private var firstCandidate: PROJObject? {
    guard let settings = proj_create_operation_factory_context(context.handle, nil) else {
      return nil
    }
    defer { proj_operation_factory_context_destroy(settings) }
    let list = proj_create_operations(context.handle, source.pointer, target.pointer, settings)
    guard let list else { return nil }
    defer { proj_list_destroy(list) }
    return PROJObject(owning: proj_list_get(context.handle, list, 0), of: context)
  }
}

extension PROJObject {
  /// The coordinates after this operation, or the first vertex it can't take.
  func transformed(_ coordinates: [Double]) throws(TransformFault) -> [Double] {
    context.forgetReason()
    var moved = coordinates
    let count = coordinates.count / 2
    let stride = 2 * MemoryLayout<Double>.stride
    moved.withUnsafeMutableBufferPointer { buffer in
      guard let x = buffer.baseAddress else { return }
      proj_trans_generic(
        pointer, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
    for vertex in 0..<count
    where !(moved[2 * vertex].isFinite && moved[2 * vertex + 1].isFinite) {
      throw TransformFault(
        vertex: vertex, x: coordinates[2 * vertex], y: coordinates[2 * vertex + 1],
        reason: context.reason())
    }
    return moved
  }
}
