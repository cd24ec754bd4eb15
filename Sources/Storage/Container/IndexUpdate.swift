internal import Foundation
internal import GRDB
internal import GeometryValues

/// Keeps the spatial index of one table through a batch without its triggers.
///
/// A few rows are put into the index one by one; where many changed, it is written anew.
final class IndexUpdate {
  private let index: SpatialIndex
  private var changed: [Int64] = []

  /// Takes the triggers away until ``finish(_:)``; the transaction brings them back if it fails.
  init(_ db: Database, table: String) throws {
    index = SpatialIndex(table: table)
    try index.dropTriggers(db)
  }

  /// - Parameter row: one that was written or deleted.
  func note(_ row: Int64) { changed.append(row) }

  func finish(_ db: Database, at moment: Timestamp) throws {
    let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(index.table)\"") ?? 0
    let isRebuilt = changed.count > 100 && changed.count > rows / 10
    let extent = isRebuilt ? try rebuild(db) : try insertChanged(db)
    try BookContents.extend(db, index.table, by: extent, replacing: isRebuilt)
    try BookContents.touch(db, index.table, at: moment)
    try index.createTriggers(db)
  }

  private func rebuild(_ db: Database) throws -> Envelope {
    var tree = PackedTree(index)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT fid, geom FROM \"\(index.table)\" WHERE geom IS NOT NULL")
    while let row = try rows.next() {
      let box = try Self.box(row)
      if !box.isEmpty { tree.add(row[0], box) }
    }
    try tree.write(db)
    return tree.envelope
  }

  private func insertChanged(_ db: Database) throws -> Envelope {
    var extent = Envelope()
    let delete = try db.cachedStatement(sql: "DELETE FROM \"\(index.name)\" WHERE id = ?")
    let select = try db.cachedStatement(
      sql: "SELECT fid, geom FROM \"\(index.table)\" WHERE fid = ? AND geom IS NOT NULL")
    let insert = try db.cachedStatement(
      sql: "INSERT INTO \"\(index.name)\" VALUES (?, ?, ?, ?, ?)")
    for row in Set(changed).sorted() {
      try delete.execute(arguments: [row])
      guard let found = try Row.fetchOne(select, arguments: [row]) else { continue }
      let box = try Self.box(found)
      if box.isEmpty { continue }
      extent.add(box)
      try insert.execute(arguments: [row, box.minX, box.maxX, box.minY, box.maxY])
    }
    return extent
  }

  private static func box(_ row: Row) throws -> Envelope {
    try row.withUnsafeData(atIndex: 1) { blob in
      // Bytes that somebody spoilt are in no index, as the triggers would have it.
      (try? GeoPackageBlob.envelope(blob ?? Data())) ?? Envelope()
    }
  }
}
