internal import Crypto
internal import Foundation
internal import GRDB
internal import GeometryValues
public import LandRelease

/// The SHA-256 of what a record says, so that the same row is known again.
///
/// The canonical text is one line a field, in the order of the columns: `column=length:value`,
/// where the length counts bytes of UTF-8, or `column=-` for an empty field. Dates are
/// `YYYY-MM-DD`, areas whole square centimetres, lists JSON, numbers their shortest digits. The
/// polygon's WKB follows as the field `wkb`. The moment of recording is no part of it.
public enum ContentHash {
  /// The hash of a hazard, hexadecimal.
  public static func of(_ hazard: Hazard) -> String {
    text(HazardRow.content(hazard), hazard.polygon.map(Geometry.polygons))
  }

  /// The hash of a release and of what it says was found, hexadecimal.
  public static func of(_ release: Release, counts: [DeviceCategory: Int] = [:]) -> String {
    text(ReleaseRow.content(release, counts: counts), release.polygon.map(Geometry.polygons))
  }

  static func text(_ fields: [Field], _ geometry: Geometry? = nil) -> String {
    var hash = SHA256()
    for field in fields { add(field.column, field.value, to: &hash) }
    if let geometry, !geometry.envelope.isEmpty {
      let wkb = WKB.write(geometry)
      hash.update(data: Array("wkb=\(wkb.count):".utf8))
      hash.update(data: wkb)
    } else {
      hash.update(data: Array("wkb=-\n".utf8))
    }
    return hexadecimal(hash.finalize())
  }

  private static func add(_ column: String, _ value: DatabaseValue, to hash: inout SHA256) {
    let text: String
    switch value.storage {
    case .null: text = "\(column)=-\n"
    case .int64(let number): text = line(column, String(number))
    case .double(let number): text = line(column, String(number))
    case .string(let string): text = line(column, string)
    case .blob(let blob): text = line(column, blob.base64EncodedString())
    }
    var copy = text
    copy.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  private static func line(_ column: String, _ value: String) -> String {
    "\(column)=\(value.utf8.count):\(value)\n"
  }

  private static func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
