internal import Crypto
internal import Foundation
internal import GeometryValues
public import LandRelease

/// The SHA-256 of what a record says, so that the same row is known again.
///
/// The canonical text is one line a field, in the order of the columns: `column=length:value`,
/// where the length counts bytes of UTF-8, or `column=-` for an empty field. Dates are
/// `YYYY-MM-DD`, areas whole square centimetres, lists JSON, numbers their shortest digits. The
/// polygon's WKB follows as the field `wkb`. The moment of recording is no part of it, and neither
/// is an empty field that came later than the first books, such as `sensitivity`.
public enum ContentHash {
  /// The hash of a hazard, hexadecimal.
  public static func of(_ hazard: Hazard) -> String {
    var columns = RecordColumns()
    HazardRow.write(hazard, to: &columns)
    return hexadecimal(columns.close(hazard.polygon.map(Geometry.polygons)).digest)
  }

  /// The hash of a release and of what it says was found, hexadecimal.
  public static func of(_ release: Release, counts: [DeviceCategory: Int] = [:]) -> String {
    var columns = RecordColumns()
    ReleaseRow.write(release, counts: counts, to: &columns)
    return hexadecimal(columns.close(release.polygon.map(Geometry.polygons)).digest)
  }

  static func text(_ fields: [Field], _ geometry: Geometry? = nil) -> String {
    var columns = RecordColumns()
    columns.hash(fields)
    return hexadecimal(columns.close(geometry).digest)
  }

  /// Two digits a byte.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
