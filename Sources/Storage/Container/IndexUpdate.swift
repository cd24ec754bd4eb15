internal import Foundation
internal import GRDB
internal import GeometryValues

/// Keeps the spatial index of one table through a batch.
///
/// A few rows go into the index by its triggers, as anybody's would. With more, the triggers are
/// lifted and the rest is put in at the end: row by row, or where much changed as a tree written
/// anew.
final class IndexUpdate {
  private static let fewRows = 100

  private let index: SpatialIndex
  private let db: Database
  private let wasEmpty: Bool
  private var isLifted = false
  /// The boxes of rows that are new.
  private var added: PackedTree
  /// Rows that were written anew or deleted, whose boxes have to be looked up.
  private var changed: Set<Int64> = []

  init(_ db: Database, table: String) throws {
    self.db = db
    index = SpatialIndex(table: table)
    added = PackedTree(index)
    let isThere = "SELECT EXISTS (SELECT 1 FROM \"\(table)\")"
    wasEmpty = try Bool.fetchOne(db, sql: isThere) == false
  }

  /// Notes a new row, which has been written.
  ///
  /// - Parameter box: empty where the row has no geometry.
  func note(_ row: Int64, _ box: Envelope) throws {
    if box.isEmpty { return }
    try added.add(row, box, db)
    try liftTriggersIfMany()
  }

  /// Notes a row that is about to be written anew or deleted.
  func noteChange(of row: Int64) throws {
    changed.insert(row)
    try liftTriggersIfMany()
  }

  func finish(at moment: Timestamp) throws {
    let isRebuilt = try isLifted && isWorthRebuilding()
    let extent = isRebuilt ? try rebuild() : try insertNoted()
    try BookContents.extend(db, index.table, by: extent, replacing: isRebuilt)
    try BookContents.touch(db, index.table, at: moment)
    if isLifted { try index.createTriggers(db) }
  }

  /// The transaction brings the triggers back if it fails.
  private func liftTriggersIfMany() throws {
    guard !isLifted, added.count + changed.count > Self.fewRows else { return }
    try index.dropTriggers(db)
    isLifted = true
  }

  private func isWorthRebuilding() throws -> Bool {
    if wasEmpty || added.isLarge { return true }
    let rows = try Int.fetchOne(db, sql: "SELECT ifnull(max(fid), 0) FROM \"\(index.table)\"") ?? 0
    return added.count + changed.count > rows / 10
  }

  private func rebuild() throws -> Envelope {
    if wasEmpty, changed.isEmpty {
      try added.write(db)
      return added.envelope
    }
    var tree = PackedTree(index)
    let rows = try DirectStatement(
      db, "SELECT fid, geom FROM \"\(index.table)\" WHERE geom IS NOT NULL")
    while try rows.next() {
      let box = Self.box(rows)
      if !box.isEmpty { try tree.add(rows.integer(0), box, db) }
    }
    rows.reset()
    try tree.write(db)
    return tree.envelope
  }

  /// Rows that the triggers have put in are put in again, which changes nothing.
  private func insertNoted() throws -> Envelope {
    if added.rows.contains(where: { changed.contains($0.row) }) {
      changed.formUnion(added.rows.map(\.row))
      added = PackedTree(index)
    }
    var (extent, boxes) = (added.envelope, added.rows)
    let select = try DirectStatement(
      db, "SELECT fid, geom FROM \"\(index.table)\" WHERE fid = ? AND geom IS NOT NULL")
    for row in changed {
      select.bind(row, at: 1)
      let box = try select.next() ? Self.box(select) : Envelope()
      select.reset()
      boxes.append((row, box))
      extent.add(box)
    }
    if isLifted { try insert(boxes.sorted { $0.row < $1.row }) }
    return extent
  }

  private func insert(_ boxes: [(row: Int64, box: Envelope)]) throws {
    let delete = try DirectStatement(db, "DELETE FROM \"\(index.name)\" WHERE id = ?")
    let insert = try DirectStatement(
      db, "INSERT INTO \"\(index.name)\" VALUES (?, ?, ?, ?, ?)")
    for (row, box) in boxes {
      delete.bind(row, at: 1)
      try delete.run()
      if box.isEmpty { continue }
      insert.bind(row, at: 1)
      for (place, bound) in [box.minX, box.maxX, box.minY, box.maxY].enumerated() {
        insert.bind(bound, at: Int32(place + 2))
      }
      try insert.run()
    }
  }

  private static func box(_ row: DirectStatement) -> Envelope {
    // Bytes that somebody spoilt are in no index, as the triggers would have it.
    row.bytes(1).flatMap { try? GeoPackageBlob.envelope($0) } ?? Envelope()
  }
}
