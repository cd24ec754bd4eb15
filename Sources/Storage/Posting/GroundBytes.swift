public import Foundation
internal import GRDB
public import GeometryValues

/// The polygon of a version as the book holds it, byte for byte.
public struct GroundBytes: Sendable {
  /// The blob of the book.
  public var blob: Data
  /// Whether the polygon is valid as drawn.
  public var isValid: Bool

  /// Makes it of a blob.
  public init(blob: Data, isValid: Bool) {
    self.blob = blob
    self.isValid = isValid
  }

  /// Makes it of a polygon, as the book would hold it.
  public init(_ polygon: MultiPolygon, isValid: Bool = true) {
    self.init(blob: GeoPackageBlob.write(polygon), isValid: isValid)
  }

  /// The polygon in a blob; nil for one with nothing in it.
  public static func polygon(
    _ blob: UnsafeRawBufferPointer
  ) throws(GeometryFault) -> MultiPolygon? {
    try PolygonBlob.read(blob)
  }
}

/// Which stored version a polygon is of.
public struct GroundSource: Hashable, Sendable {
  /// Whether it is of a release; else of a hazard.
  public var isRelease: Bool
  /// The row of the version.
  public var storedVersion: Int64

  /// Makes it of its parts.
  public init(isRelease: Bool, storedVersion: Int64) {
    self.isRelease = isRelease
    self.storedVersion = storedVersion
  }
}

/// Fetches the polygons of versions one by one, for work that can't hold them all.
public final class GroundFetch {
  private let hazards: RawStatement
  private let releases: RawStatement

  /// Makes ready to fetch from a book.
  public init(_ reader: BookReader) throws {
    hazards = try RawStatement(
      reader.db, "SELECT is_valid, geom FROM hazard_version WHERE fid = ?")
    releases = try RawStatement(
      reader.db, "SELECT is_valid, geom FROM release_version WHERE fid = ?")
  }

  /// The polygon of a version.
  ///
  /// - Throws: ``BookError`` where the book has none.
  public func ground(of source: GroundSource) throws -> GroundBytes {
    let select = source.isRelease ? releases : hazards
    select.bind(1, source.storedVersion)
    guard try select.next(), let bytes = select.bytes(1) else {
      throw BookError.damaged("version \(source.storedVersion) has no polygon")
    }
    let isValid = select.isNull(0) || select.integer(0) != 0
    let ground = GroundBytes(blob: Data(bytes), isValid: isValid)
    select.reset()
    return ground
  }
}
