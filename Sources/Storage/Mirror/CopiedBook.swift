internal import Foundation
internal import GRDB
public import LandRelease

/// A book that is made anew of the rows of another, until it is whole.
///
/// It is a file beside the place that it is to have; ``keep()`` gives it that place.
public struct CopiedBook {
  private let draft: BookDraft
  private let path: String

  /// Where the file is.
  public var draftPath: String { draft.path }

  private init(_ path: String) {
    self.path = path
    draft = BookDraft(of: path)
  }

  /// Makes an empty book and fills it in one transaction.
  ///
  /// - Parameter steps: those that made the schema of the other.
  /// - Throws: ``BookError`` of kind `exists`, `cannotCreate` or `newer`, or of what the rows are.
  public static func make(
    at path: String, steps: [String], _ fill: (BookFilling) throws -> Void
  ) throws -> CopiedBook {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    try LandBook.refuseToReplace(path)
    let book = CopiedBook(path)
    book.draft.clearThoseLeft()
    do {
      try LandBook.translating(path) {
        let queue: DatabaseQueue
        do {
          queue = try Connection.writer(at: book.draft.path)
          try BookSchema.migrator(of: Set(steps)).migrate(queue)
        } catch {
          throw LandBook.cannotMake(path, error)
        }
        try queue.write { db in
          let filling = try BookFilling(db)
          try fill(filling)
          try filling.finish()
        }
        try queue.close()
      }
      return book
    } catch {
      book.discard()
      throw error
    }
  }

  /// The tables of a book that the steps have made.
  ///
  /// - Returns: nil where this program doesn't know one of them.
  public static func layouts(after steps: [String]) throws -> [TableLayout]? {
    guard Set(steps).isSubset(of: BookSchema.migrator.migrations) else { return nil }
    return try KnownSchema.after(Set(steps)).read(MirroredTables.all)
  }

  /// Gives the file its place, for good; nothing may have it yet.
  public func keep() throws {
    try LandBook.refuseToReplace(path)
    try draft.name()
  }

  /// Takes the file away.
  public func discard() { draft.remove() }
}

/// The rows of another book on their way into a new one.
public struct BookFilling {
  private let db: Database
  /// What guards rows against any but the usual writes, and keeps the spatial indices.
  private let triggers: [LiftedTrigger]

  init(_ db: Database) throws {
    self.db = db
    // Rows come table by table, those they name before or after them.
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    triggers = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    ).map { try LiftedTrigger(db, $0) }
  }

  /// Puts the rows of a table in place of those that a new book has.
  ///
  /// - Parameter rows: gives each row to its closure, the values in the order of the columns.
  public func fill(
    _ layout: TableLayout, _ rows: (([TableCell]) throws -> Void) throws -> Void
  ) throws {
    try db.execute(sql: "DELETE FROM \"\(layout.name)\"")
    let names = layout.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = layout.columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try DirectStatement(
      db, "INSERT INTO \"\(layout.name)\" (\(names)) VALUES (\(marks))")
    try rows { cells in
      guard cells.count == layout.columns.count else {
        throw BookError.damaged("a row of \(layout.name) has \(cells.count) values")
      }
      for (place, cell) in cells.enumerated() {
        try StoredCell.bind(cell, to: insert, at: Int32(place + 1))
      }
      try insert.run()
    }
  }

  /// The chunks of a table as they are now.
  public func chunks(of layout: TableLayout, _ body: (TableChunk) throws -> Void) throws {
    try BookCopySource(db).chunks(of: layout, body)
  }

  /// What the log ends with.
  public func head() throws -> LogHead? { try BookReader(db).logHead() }

  func finish() throws {
    for layer in try Self.layers(db) {
      var tree = PackedTree(SpatialIndex(table: layer))
      let rows = try DirectStatement(
        db, "SELECT fid, geom FROM \"\(layer)\" WHERE geom IS NOT NULL ORDER BY fid")
      while try rows.next() {
        let box = rows.bytes(1).flatMap { try? GeoPackageBlob.envelope($0) }
        if let box, !box.isEmpty { try tree.add(rows.integer(0), box, db) }
      }
      rows.reset()
      if tree.count > 0 { try tree.write(db) }
    }
    for trigger in triggers { try trigger.restore() }
  }

  private static func layers(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'
        ORDER BY table_name
        """)
  }
}

@available(*, unavailable)
extension BookFilling: Sendable {}
