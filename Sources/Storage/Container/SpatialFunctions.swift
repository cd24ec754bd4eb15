internal import Foundation
internal import GRDB
internal import GeometryValues

/// The SQL functions that the triggers of a GeoPackage's spatial index call.
enum SpatialFunctions {
  static func register(in db: Database) {
    for (name, ordinate) in ordinates {
      db.add(
        function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
          guard let envelope = envelope(of: values[0]), !envelope.isEmpty else { return nil }
          return ordinate(envelope)
        })
    }
    db.add(
      function: DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { values in
        envelope(of: values[0]).map(\.isEmpty)
      })
  }

  private static let ordinates: [(String, @Sendable (Envelope) -> Double)] = [
    ("ST_MinX", { $0.minX }), ("ST_MaxX", { $0.maxX }),
    ("ST_MinY", { $0.minY }), ("ST_MaxY", { $0.maxY }),
  ]

  /// Nil for what is no geometry; bytes that can't be read have an empty envelope.
  private static func envelope(of value: DatabaseValue) -> Envelope? {
    guard case .blob(let blob) = value.storage else { return nil }
    return (try? GeoPackageBlob.envelope(blob)) ?? Envelope()
  }
}
