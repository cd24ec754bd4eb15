internal import CPROJ
internal import Foundation

extension CoordinateTransform {
  /// Metres: what survey with handheld receivers can't tell from exact.
  private static let exactEnough = 10.0

  /// What somebody should know of the operation used last, as a sentence without its full stop; nil
  /// where it is exact enough.
  ///
  /// It is not where PROJ gives no accuracy or one over 10 m, where datums are not reconciled, or
  /// where a better operation near there needs a grid that is not installed.
  public var caution: String? {
    guard !isIdentity, let used = lastUsed else { return nil }
    let accuracy = proj_coordoperation_get_accuracy(context.handle, used.pointer)
    if let missing = missingGrid(betterThan: accuracy < 0 ? .infinity : accuracy) {
      return
        "coordinates in \(source.name) were brought to WGS 84 by \(operationName); a better operation (accuracy \(missing.accuracy) m) needs the grid \(missing.grid), which is not installed"
    }
    let isBallpark =
      proj_coordoperation_has_ballpark_transformation(context.handle, used.pointer) != 0
    if isBallpark {
      return
        "coordinates in \(source.name) were brought to WGS 84 without reconciling the datums (ballpark): they can be off by some hundred metres"
    }
    guard accuracy < 0 || accuracy > Self.exactEnough else { return nil }
    return "coordinates in \(source.name) were brought to WGS 84 by \(operationName)"
  }

  /// The best operation around the last position, where its grid is missing.
  private func missingGrid(betterThan accuracy: Double) -> (grid: String, accuracy: Double)? {
    guard let position = lastPosition, abs(position.x) <= 180, abs(position.y) <= 90,
      let settings = proj_create_operation_factory_context(context.handle, nil)
    else { return nil }
    defer { proj_operation_factory_context_destroy(settings) }
    proj_operation_factory_context_set_area_of_interest(
      context.handle, settings, max(-180, position.x - 0.01), max(-90, position.y - 0.01),
      min(180, position.x + 0.01), min(90, position.y + 0.01))
    proj_operation_factory_context_set_spatial_criterion(
      context.handle, settings, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    proj_operation_factory_context_set_grid_availability_use(
      context.handle, settings, PROJ_GRID_AVAILABILITY_IGNORED)
    guard
      let list = proj_create_operations(context.handle, source.pointer, target.pointer, settings)
    else { return nil }
    defer { proj_list_destroy(list) }
    var best: (grid: String, accuracy: Double)?
    for place in 0..<proj_list_get_count(list) {
      guard
        let operation = PROJObject(owning: proj_list_get(context.handle, list, place), of: context)
      else { continue }
      let claimed = proj_coordoperation_get_accuracy(context.handle, operation.pointer)
      guard claimed >= 0, claimed < best?.accuracy ?? accuracy,
        let grid = operation.missingGrid
      else { continue }
      best = (grid, claimed)
    }
    return best
  }
}

extension PROJObject {
  /// A grid that this operation needs and that is not installed.
  fileprivate var missingGrid: String? {
    for place in 0..<proj_coordoperation_get_grid_used_count(context.handle, pointer) {
      var name: UnsafePointer<CChar>?
      var isAvailable: Int32 = 0
      let isKnown = proj_coordoperation_get_grid_used(
        context.handle, pointer, place, &name, nil, nil, nil, nil, nil, &isAvailable)
      if isKnown != 0, isAvailable == 0 { return name.map { String(cString: $0) } ?? "of its own" }
    }
    return nil
  }
}
