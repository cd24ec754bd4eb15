internal import Foundation
internal import GRDB
public import GeometryValues

extension BookReader {
  /// The geometry of a record as findings name it: `hazard ID`, `release ORG/ID`, `device ID`.
  ///
  /// - Returns: nil where the book has no such record, or it has no place.
  public func geometry(ofRecord name: String) throws -> Geometry? {
    for (word, table, condition) in Self.layers where name.hasPrefix(word + " ") {
      let key = name.dropFirst(word.count + 1)
      let select = try db.cachedStatement(
        sql: """
          SELECT geom FROM "\(table)" WHERE id = ? AND organisation = ? AND geom IS NOT NULL
            \(condition) LIMIT 1
          """)
      // An id may have a bar in it, and so may the name of an organisation.
      for place in [nil] + key.indices.filter({ key[$0] == "/" }) {
        let organisation = place.map { String(key[..<$0]) } ?? ""
        let id = place.map { String(key[key.index(after: $0)...]) } ?? String(key)
        if let blob = try Data.fetchOne(select, arguments: [id, organisation]) {
          return try? GeoPackageBlob.read(blob)
        }
      }
    }
    return nil
  }

  private static let layers = [
    ("hazard", "hazard", ""), ("release", "release", ""),
    ("device", "device", "AND is_current"), ("victim", "victim", "AND is_current"),
    ("accident", "accident", "AND is_current"),
    ("minefield record", "minefield_record", "AND is_current"),
    ("zone", "zone", "AND is_current"),
  ]
}
