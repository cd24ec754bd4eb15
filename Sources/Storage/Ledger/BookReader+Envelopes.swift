internal import Foundation
internal import GRDB
public import GeometryValues
public import LandRelease

extension BookReader {
  /// Calls the body with the box of every stored polygon, in degrees, without reading the polygon.
  public func forEachEnvelope(
    _ type: EventReference.RecordType, _ body: (_ version: Int64, Envelope) throws -> Void
  ) throws {
    let table = "\(type.rawValue)_version"
    let header = GeoPackageBlob.headerLength
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT fid, substr(geom, 1, \(header)) FROM \(table)
        WHERE geom IS NOT NULL AND \(inForce().condition())
        """)
    while let row = try rows.next() {
      let version: Int64 = try row.decode(atIndex: 0)
      let head: Data = try row.decode(atIndex: 1)
      // A blob of other hands may have no box in its header: then all of it is read.
      if let box = try? GeoPackageBlob.envelope(head) {
        try body(version, box)
      } else if let polygon = try polygon(type, version: version) {
        try body(version, polygon.envelope)
      }
    }
  }
}
