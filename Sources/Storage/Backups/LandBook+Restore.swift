internal import Foundation
internal import GRDB

/// What a restoring did.
public struct Restoration: Hashable, Sendable {
  /// Where the book of before is kept; nil where there was none.
  public var kept: String?
  /// Whether the book of before can't be read, so that its file was kept as it is.
  public var wasDamaged = false
  /// Whether the backup was made by an earlier program, and was brought up to date.
  public var isUpgraded = false
  /// The last batch that the book holds now; nil in a book without one.
  public var lastBatch: Int64?
  /// The last batch that the book held before, where it could be read.
  public var lastBatchBefore: Int64?
}

extension LandBook {
  /// Puts a backup in the place of a book; the backup and the book of before both stay.
  ///
  /// - Parameters:
  ///   - backup: any sound book, of this program's version or an earlier one.
  ///   - takesAnother: whether it may be a backup of another book.
  /// - Throws: ``BookError`` where the backup is not sound, another program writes to the book, or
  ///   a file can't be made; the book is then as it was.
  public static func restore(
    _ backup: String, to path: String, at moment: Timestamp, takesAnother: Bool = false
  ) throws -> Restoration {
    let (backup, path) = (DurableFile.real(backup), DurableFile.real(path))
    guard backup != path else {
      throw BookError(
        .refused, path: path, "the backup is the book itself", remedy: "name another file")
    }
    guard !DurableFile.isNoFile(path) else {
      throw BookError(
        .cannotCreate, path: path,
        "it is a folder, a device or a pipe, and is not replaced by a file",
        remedy: "name a file")
    }
    let inspection = try BookInspection(of: backup)
    if let fault = inspection.fault {
      throw BookError(
        .damaged, path: backup, "the backup is damaged (\(fault))",
        remedy: "take another, or save what can be read of it with landbook salvage")
    }
    let restoring = Restoring(backup: backup, path: path, moment: moment)
    return try restoring.run(inspection, takesAnother: takesAnother)
  }
}

private struct Restoring {
  let backup: String
  let path: String
  let moment: Timestamp

  private var draft: BookDraft { BookDraft(of: path) }

  func run(_ inspection: BookInspection, takesAnother: Bool) throws -> Restoration {
    var result = Restoration(lastBatch: inspection.lastBatch)
    do {
      result.isUpgraded = try prepare()
      guard FileManager.default.fileExists(atPath: path) else {
        try log(inspection, replacing: nil)
        try draft.replace()
        return result
      }
      DurableFile.copyLeave(from: path, to: draft.path)
      try refuseIfInUse()
      let before = try? BookInspection(of: path)
      if let before, before.identity != inspection.identity, !takesAnother {
        throw BookError(
          .refused, path: backup,
          "it is a backup of the book \"\(inspection.identity.name)\" made \(inspection.identity.createdAt), not of \"\(before.identity.name)\" made \(before.identity.createdAt)",
          remedy: "name a backup of this book, or give --another-book")
      }
      try log(inspection, replacing: before)
      if let before, before.fault == nil {
        result.lastBatchBefore = before.lastBatch
        result.kept = try replaceSound()
      } else {
        result.wasDamaged = true
        result.kept = try replaceDamaged()
      }
      return result
    } catch {
      draft.remove()
      throw error
    }
  }

  /// Makes the new file, up to date.
  ///
  /// - Returns: whether an earlier program made the backup.
  private func prepare() throws -> Bool {
    draft.clearThoseLeft()
    let unfinished = draft.path
    try DurableFile.makePrivate(unfinished)
    try BookCopying.pages(of: backup, to: unfinished)
    return try LandBook.translating(unfinished) {
      let queue = try Connection.writer(at: unfinished)
      let isOlder = try !queue.read(BookSchema.isComplete)
      if isOlder { try BookSchema.migrator.migrate(queue) }
      try queue.close()
      return isOlder
    }
  }

  /// The book says of itself that it was put back, and what it takes the place of.
  private func log(_ backup: BookInspection, replacing before: BookInspection?) throws {
    try LandBook.translating(draft.path) {
      let queue = try Connection.writer(at: draft.path)
      try queue.write { db in
        let watch = try WriteWatch(db)
        var entry = LogDraft(
          at: moment, verb: "restore", subject: (self.backup as NSString).lastPathComponent)
        entry.about["restored_head"] = backup.head
        entry.about["replaced_head"] = before?.head
        entry.about["replaced"] = before == nil ? "no readable book" : nil
        try LogChain(db).append(entry, watch)
      }
      try queue.close()
    }
  }

  private func replaceSound() throws -> String {
    let folder = BackupFolder(book: path, folder: DurableFile.folder(of: path))
    return try HeldBook.hold(path) {
      let kept = folder.fresh(at: moment)
      _ = try BookCopying.copy(path, to: kept, isHeld: true)
      try draft.replace()
      return kept
    }
  }

  /// Keeps the very bytes, with a journal or log that belongs to them: beside another file SQLite
  /// would play it into that.
  private func replaceDamaged() throws -> String {
    let kept = freshName()
    try FileManager.default.copyItem(atPath: path, toPath: kept)
    for suffix in ["-journal", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: kept + suffix)
    }
    try DurableFile.sync(kept)
    try draft.replace()
    return kept
  }

  /// A write that was cut short is undone on the way.
  private func refuseIfInUse() throws {
    do {
      try HeldBook.hold(path) {}
    } catch let error as BookError where error.kind == .locked || error.kind == .readOnly {
      throw error
    } catch {
      // What is no database can't be held by one that uses it.
    }
  }

  private func freshName() -> String {
    let stamp = BackupName(madeAt: moment).text
    var (name, number) = ("\(path).damaged-\(stamp)", 1)
    while FileManager.default.fileExists(atPath: name) {
      number += 1
      name = "\(path).damaged-\(stamp)-\(number)"
    }
    return name
  }
}
