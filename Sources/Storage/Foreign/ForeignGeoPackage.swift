internal import Foundation
internal import GRDB
public import GeometryValues

/// A GeoPackage that somebody else made, which is read and never believed.
///
/// It is opened so that no byte changes, nothing of its schema may call an unsafe function, and a
/// view that runs without end is stopped.
public final class ForeignGeoPackage: Sendable {
  /// Where the file is.
  public let path: String
  /// What the file lists, in its order.
  public let layers: [ForeignLayer]
  private let queue: DatabaseQueue

  /// - Throws: ``BookError`` where the file is missing, damaged or no GeoPackage.
  public init(path: String) throws {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    (queue, layers) = try LandBook.translating(self.path) { [path = self.path] in
      let queue = try Connection.reader(at: path, isForeign: true)
      let layers = try queue.read { db in
        let watch = QueryWatch(db)
        defer { watch.stop() }
        guard try Self.isGeoPackage(db) else {
          throw BookError(
            .notABook, path: path, "the file is a database, but not a GeoPackage",
            remedy: "save it as GeoPackage, or name another file")
        }
        return try ForeignLayer.all(db)
      }
      return (queue, layers)
    }
  }

  /// Calls the body with one row of a layer after the other, holding one at a time.
  public func forEachRow(
    of layer: ForeignLayer, _ body: (ForeignRow) throws -> Void
  ) throws {
    try LandBook.translating(path) {
      try queue.read { db in
        let watch = QueryWatch(db)
        defer { watch.stop() }
        let rows = try Row.fetchCursor(db, sql: layer.query)
        var count = 0
        let most = layer.isView ? fileSize() : Int.max
        while let row = try rows.next() {
          watch.rest()
          count += 1
          guard count <= most else {
            throw BookError(
              .damaged, path: path, "the view \(layer.name) has more rows than the file has bytes",
              remedy: "save the layer as a table and import that")
          }
          try body(ForeignRow(row, number: Int64(count), columns: layer.columns))
        }
      }
    }
  }

  private func fileSize() -> Int {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return size ?? 0
  }

  private static func isGeoPackage(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM sqlite_master WHERE name IN
          ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')
        """) == 3
  }
}

/// One row of somebody else's layer.
public struct ForeignRow: Sendable {
  /// The row's number in the file, or its place where the file numbers nothing.
  public var number: Int64
  /// One text a column of the layer, nil where the cell is empty.
  public var cells: [String?]
  /// Nil where the row has none.
  public var geometry: Result<Geometry, GeometryFault>?
  /// Columns whose cell is bytes, which are no text; their cells are empty.
  public var unreadable: [String] = []

  init(_ row: Row, number place: Int64, columns: [String]) {
    number = Int64.fromDatabaseValue(row[0]) ?? place
    cells = []
    cells.reserveCapacity(columns.count)
    geometry = Self.geometry(row)
    for (index, column) in columns.enumerated() {
      let value: DatabaseValue = row[index + 2]
      switch value.storage {
      case .null: cells.append(nil)
      case .int64(let number): cells.append(String(number))
      case .double(let number): cells.append(Self.text(number))
      case .string(let text): cells.append(text)
      case .blob:
        cells.append(nil)
        unreadable.append(column)
      }
    }
  }

  private static func geometry(_ row: Row) -> Result<Geometry, GeometryFault>? {
    let value: DatabaseValue = row[1]
    switch value.storage {
    case .null: return nil
    case .blob(let blob):
      return Result { () throws(GeometryFault) in try GeoPackageBlob.read(blob) }
    case .int64, .double, .string:
      return .failure(GeometryFault("the geometry is text or a number, not a GeoPackage blob"))
    }
  }

  /// The shortest digits that read back to the same number, whole numbers without a point.
  private static func text(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
