internal import Foundation
internal import GRDB
internal import GRDBSQLite
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
  ///
  /// - Throws: ``BookError`` that names this file, and what the body throws as it is.
  public func forEachRow(
    of layer: ForeignLayer, _ body: (ForeignRow) throws -> Void
  ) throws {
    var failure: (any Error)?
    try LandBook.translating(path) {
      try queue.read { db in
        let watch = QueryWatch(db)
        defer { watch.stop() }
        let rows = try DirectStatement(db, layer.query)
        defer { rows.reset() }
        let most = layer.isView ? fileSize() : Int.max
        var count = 0
        while failure == nil, try rows.next() {
          watch.rest()
          count += 1
          guard count <= most else { throw endless(layer) }
          let row = ForeignRow(rows, number: Int64(count), columns: layer.columns)
          do { try body(row) } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
  }

  /// About how many rows a layer has, by what the file says of itself or by its last row.
  public func estimatedRows(of layer: ForeignLayer) throws -> Int? {
    guard !layer.isView else { return nil }
    return try LandBook.translating(path) {
      try queue.read { db in
        let watch = QueryWatch(db)
        defer { watch.stop() }
        let counted = try? Int.fetchOne(
          db, sql: "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?",
          arguments: [layer.name])
        return try? counted ?? Int.fetchOne(db, sql: layer.lastRowQuery)
      }
    }
  }

  /// How many rows a layer has.
  ///
  /// - Throws: ``BookError`` that names this file, as for a view that runs without end.
  public func rowCount(of layer: ForeignLayer) throws -> Int {
    try LandBook.translating(path) {
      try queue.read { db in
        let watch = QueryWatch(db)
        defer { watch.stop() }
        return try Int.fetchOne(db, sql: layer.count) ?? 0
      }
    }
  }

  private func endless(_ layer: ForeignLayer) -> BookError {
    BookError(
      .damaged, path: path, "the view \(layer.name) has more rows than the file has bytes",
      remedy: "save the layer as a table and import that")
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
  /// What was left out of the geometry or drawn otherwise.
  public var remarks = GeometryRemarks()
  /// Columns whose cell is bytes, which are no text; their cells are empty.
  public var unreadable: [String] = []

  init(_ row: DirectStatement, number place: Int64, columns: [String]) {
    switch row.kind(0) {
    case SQLITE_INTEGER: number = row.integer(0)
    case SQLITE_FLOAT: number = Int64(exactly: row.number(0).rounded(.towardZero)) ?? place
    default: number = place
    }
    geometry = Self.geometry(row, &remarks)
    var unreadable: [String] = []
    cells = columns.indices.map { index in
      let column = Int32(index + 2)
      switch row.kind(column) {
      case SQLITE_TEXT: return row.text(column)
      case SQLITE_INTEGER: return String(row.integer(column))
      case SQLITE_FLOAT: return Self.text(row.number(column))
      case SQLITE_BLOB:
        unreadable.append(columns[index])
        return nil
      default: return nil
      }
    }
    self.unreadable = unreadable
  }

  private static func geometry(
    _ row: DirectStatement, _ remarks: inout GeometryRemarks
  ) -> Result<Geometry, GeometryFault>? {
    switch row.kind(1) {
    case SQLITE_NULL: return nil
    case SQLITE_BLOB:
      let bytes = row.bytes(1) ?? UnsafeRawBufferPointer(start: nil, count: 0)
      return Result { () throws(GeometryFault) in
        try GeoPackageBlob.read(bytes, remarks: &remarks)
      }
    default:
      return .failure(GeometryFault("the geometry is text or a number, not a GeoPackage blob"))
    }
  }

  /// The shortest digits that read back to the same number, whole numbers without a point.
  private static func text(_ number: Double) -> String {
    let text = String(number)
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }
}
