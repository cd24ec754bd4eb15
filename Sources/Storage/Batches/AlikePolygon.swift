internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Finds the polygon of a record that a new one only rounds otherwise.
///
/// Exports round coordinates, turn rings and start them elsewhere. Read as another polygon, such
/// ground would be lost along one side of the border and gained along the other.
struct AlikePolygon {
  /// What rounding to six decimals of a degree and then to seven can do, and a little noise: 7 cm, a
  /// seventh of what the best way to fix turning points errs by.
  static let tolerance = 6e-7

  private let select: DirectStatement

  init(_ db: Database, versions table: String) throws {
    select = try DirectStatement(
      db, "SELECT geom, area_cm2, is_valid, invalid_reason FROM \(table) WHERE fid = ?")
  }

  /// The polygon of the latest version that the given one is like, with what measuring it gave.
  ///
  /// - Returns: nil where there is none, or the very same polygon.
  func find(
    _ polygon: MultiPolygon, among versions: [KnownVersion]
  ) throws -> (polygon: MultiPolygon, measured: Measured)? {
    for version in versions.reversed() {
      select.bind(version.version, at: 1)
      defer { select.reset() }
      guard try select.next(), let blob = select.bytes(0) else { continue }
      let drawn = try? GeoPackageBlob.polygons(Data(blob))
      guard let drawn, drawn.isAlike(polygon, within: Self.tolerance) else { continue }
      if drawn == polygon { return nil }
      let isMeasured = select.text(1) != nil
      var measured = Measured(
        area: isMeasured ? Area(squareCentimetres: select.integer(1)) : nil,
        isValid: select.text(2) == nil ? nil : select.integer(2) != 0,
        invalidReason: select.text(3))
      measured.original = polygon
      return (drawn, measured)
    }
    return nil
  }
}
