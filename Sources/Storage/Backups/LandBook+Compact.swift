internal import Foundation
internal import GRDB

/// What compacting a book came to.
public struct Compaction: Hashable, Sendable {
  /// In bytes.
  public var sizeBefore: Int
  /// In bytes.
  public var sizeAfter: Int
  /// Rows of all tables, which were compared one by one.
  public var rows: Int
}

extension LandBook {
  /// Writes a book anew without the space that nothing uses any more.
  ///
  /// The new file is compared with the old one, row by row, before it takes its place.
  ///
  /// - Throws: ``BookError`` where another program writes to the book, or the copy says something
  ///   else; the book is then as it was.
  public static func compact(bookAt path: String) throws -> Compaction {
    let path = DurableFile.real(path)
    try LandBook.open(at: path, for: .writing).close()
    let sizeBefore = DurableFile.size(path)
    let draft = BookDraft(of: path)
    draft.clearThoseLeft()
    do {
      let rows = try HeldBook.hold(path) {
        let rows = try vacuum(path, into: draft.path)
        DurableFile.copyLeave(from: path, to: draft.path)
        try draft.replace()
        return rows
      }
      return Compaction(sizeBefore: sizeBefore, sizeAfter: DurableFile.size(path), rows: rows)
    } catch {
      draft.remove()
      throw error
    }
  }

  /// - Returns: how many rows both files have.
  private static func vacuum(_ path: String, into copy: String) throws -> Int {
    try DurableFile.makePrivate(copy)
    let before = try translating(path) {
      let queue = try Connection.writer(at: path)
      return try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
        return try LogicalContent(db)
      }
    }
    let after = try translating(copy) {
      try Connection.reader(at: copy, isForeign: false).read { try LogicalContent($0) }
    }
    let fault = try BookInspection(of: copy).fault
    guard before == after, fault == nil else {
      throw BookError(
        .damaged, path: path, "the compacted copy is not the same (\(fault ?? "its rows differ"))",
        remedy: "make a backup, and look at the book with landbook doctor")
    }
    return after.tables.values.reduce(0) { $0 + $1.rows }
  }
}
