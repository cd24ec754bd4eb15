import GeometryEngine
import GeometryValues
import Interchange

/// Brings places written in many references to longitude and latitude on WGS 84.
final class PlaceTransforms {
  private let stated: Interchange.CoordinateReference
  private var transforms: [Interchange.CoordinateReference: CoordinateTransform] = [:]
  private var kinds: [Interchange.CoordinateReference: Bool] = [:]
  private var grids: [Interchange.CoordinateReference: GridNorth] = [:]
  /// The references met, in their order.
  private var met: [Interchange.CoordinateReference] = []
  /// What PROJ chose for places in each reference: it goes by where a place lies.
  private var operations: [Interchange.CoordinateReference: [String]] = [:]
  /// The same for the places of one record.
  private var operationsOfRecord: [Interchange.CoordinateReference: Set<String>] = [:]

  /// - Parameter stated: what the file or `--crs` says of coordinates that name no reference.
  init(_ stated: Interchange.CoordinateReference) {
    self.stated = stated
  }

  /// The references met, each with the operation PROJ chose and its accuracy.
  var operation: String {
    let named = met.filter { transforms[$0] != nil }.map { reference in
      let names = operations[reference] ?? [transforms[reference]?.operationName ?? ""]
      return "\(reference) by \(names.joined(separator: " or "))"
    }
    return named.isEmpty ? "none needed (WGS 84)" : named.joined(separator: "; ")
  }

  /// - Throws: ``Refusal`` where the place is in no reference, outside it or outside its own band.
  func wgs84(_ place: WrittenPlace) throws(Refusal) -> Position {
    let reference = place.reference == .unstated ? stated : place.reference
    try checkKind(place, reference)
    if !met.contains(reference) { met.append(reference) }
    var coordinates = [place.x, place.y]
    if let transform = try transform(reference) {
      do {
        try transform.transform(&coordinates)
      } catch {
        throw Refusal(
          reason: "\"\(place.text)\" lies outside \(reference): \(error.reason)",
          remedy: "Correct the coordinates or their reference.")
      }
      note(transform, of: reference)
    }
    let position = Position(x: coordinates[0], y: coordinates[1])
    try checkBand(place, position)
    return position
  }

  /// Begins with the places of another record.
  func beginRecord() { operationsOfRecord = [:] }

  /// The operations of the record, where PROJ chose several for one reference.
  var mixedOperations: [String]? {
    operationsOfRecord.filter { $0.value.count > 1 }
      .min { $0.key.description < $1.key.description }?.value.sorted()
  }

  /// Keeps the name of what PROJ chose; zones of UTM on WGS 84 have one way only.
  private func note(
    _ transform: CoordinateTransform, of reference: Interchange.CoordinateReference
  ) {
    let code = reference.description
    guard !code.hasPrefix("EPSG:326"), !code.hasPrefix("EPSG:327") else { return }
    let name = transform.operationName
    operationsOfRecord[reference, default: []].insert(name)
    if operations[reference]?.contains(name) != true {
      operations[reference, default: []].append(name)
    }
  }

  /// Degrees are in no grid, and metres on no globe.
  private func checkKind(
    _ place: WrittenPlace, _ reference: Interchange.CoordinateReference
  ) throws(Refusal) {
    let isGeographic = kinds[reference] ?? Self.isGeographic(reference)
    kinds[reference] = isGeographic
    guard reference != .unstated, isGeographic != place.isDegrees else { return }
    let (its, own) = isGeographic ? ("metres", "degrees") : ("degrees", "metres")
    throw Refusal(
      reason: "\"\(place.text)\" is in \(its), and \(reference) in \(own)",
      remedy: "Name the reference of these coordinates in a column crs.")
  }

  private static func isGeographic(_ reference: Interchange.CoordinateReference) -> Bool {
    let known = try? GeometryEngine.CoordinateReference.describe(reference.description)
    return known?.isGeographic ?? reference.isGeographic
  }

  /// A band says between which latitudes the place lies; a square may begin below it.
  private func checkBand(_ place: WrittenPlace, _ position: Position) throws(Refusal) {
    guard let band = place.latitudes else { return }
    let room = place.step / 110_000 + 0.01
    guard position.y < band.lowerBound - room || position.y > band.upperBound + room else { return }
    throw Refusal(
      reason:
        "\"\(place.text)\" lies at latitude \(Self.rounded(position.y)), and its band goes from \(Int(band.lowerBound)) to \(Int(band.upperBound))",
      remedy: "Check the letters and the figures.")
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e4).rounded() / 1e4 }

  private func transform(
    _ reference: Interchange.CoordinateReference
  ) throws(Refusal) -> CoordinateTransform? {
    if let known = transforms[reference] { return known }
    switch reference {
    case .wgs84, .unstated: return nil
    case .code(let text), .wkt(let text):
      do {
        let made = try CoordinateTransform(from: text)
        transforms[reference] = made
        return made
      } catch {
        throw Refusal(
          reason: "the coordinate reference can't be used: \(error)",
          remedy: "Write a code that is known, such as EPSG:32638.")
      }
    }
  }

  /// The grid that bearings are counted from: that of `--crs`, else that of the record's places.
  ///
  /// - Throws: ``Refusal`` where neither is a grid.
  func gridNorth(_ places: [WrittenPlace]) throws(Refusal) -> GridNorth {
    for reference in [stated] + places.map(\.reference) {
      if let known = grids[reference] { return known }
      guard reference != .unstated, reference != .wgs84,
        let grid = try? GridNorth(reference.description)
      else { continue }
      grids[reference] = grid
      return grid
    }
    throw Refusal(
      reason: "the bearings are counted from grid north, and nothing says of which grid",
      remedy: "Name the grid with --crs, such as --crs EPSG:32638.")
  }
}
