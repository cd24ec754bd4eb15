internal import Foundation
internal import GRDB

extension LandBook {
  /// Copies a book, of whatever version, to a file that is whole or not there at all.
  ///
  /// Others may read and write the book meanwhile; what is copied is of one moment.
  ///
  /// - Parameters:
  ///   - target: a folder, or a file that is not there yet; nil is the folder of the book.
  ///   - watch: told how many pages were copied and of how many; what it throws ends the copying.
  /// - Throws: ``BookError`` where the book can't be read or the copy can't be made, and then no
  ///   file is left behind.
  public static func backUp(
    bookAt path: String, to target: String? = nil, policy: BackupPolicy = BackupPolicy(),
    watch: (_ copied: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> MadeBackup {
    let path = DurableFile.real(path)
    _ = try FileHeader(path)
    let folder = BackupFolder(book: path, folder: try self.folder(target, of: path))
    let copy: String
    if let target, !isFolder(target) {
      copy = URL(fileURLWithPath: target).standardizedFileURL.path
      guard !FileManager.default.fileExists(atPath: copy) else {
        throw BookError(
          .exists, path: copy, "there is a file of that name already",
          remedy: "name another file, or a folder in which the latest backups are kept")
      }
    } else {
      copy = folder.fresh(at: policy.moment)
    }
    let identity = try BookCopying.copy(path, to: copy, watch)
    var made = MadeBackup(path: copy, size: DurableFile.size(copy))
    // What is named by its maker is theirs.
    if target == nil || target.map(isFolder) == true {
      made.removed = try folder.prune(keeping: policy.keep, of: identity, sparing: copy)
    }
    return made
  }

  /// The backups of a book in a folder, each read to its end, the latest first.
  ///
  /// - Parameter folder: nil is the folder of the book.
  public static func backups(ofBookAt path: String, in folder: String? = nil) throws -> [Backup] {
    let path = DurableFile.real(path)
    let folder = folder ?? DurableFile.folder(of: path)
    guard isFolder(folder) else {
      throw BookError(
        .missing, path: folder, "there is no such folder", remedy: "check its name")
    }
    return try BackupFolder(book: path, folder: folder).all(of: BookIdentity(of: path))
  }

  private static func folder(_ target: String?, of path: String) throws -> String {
    guard let target else { return DurableFile.folder(of: path) }
    if isFolder(target) { return target }
    let folder = DurableFile.folder(of: URL(fileURLWithPath: target).standardizedFileURL.path)
    guard isFolder(folder) else {
      throw BookError(
        .cannotCreate, path: target, "there is no folder \(folder)",
        remedy: "make it, or name another")
    }
    return folder
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// The copying of a whole book page by page.
enum BookCopying {
  private static let pagesAtOnce: Int32 = 2048
  /// A copy begins anew whenever somebody writes; after so many times writers are kept waiting.
  private static let mostBeginnings = 3

  /// - Parameter isHeld: whether this process holds the book by ``HeldBook``.
  /// - Returns: which book it is.
  static func copy(
    _ path: String, to copy: String, isHeld: Bool = false,
    _ watch: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> BookIdentity {
    let draft = BookDraft(of: copy)
    draft.clearThoseLeft()
    BackupFolder(book: path, folder: DurableFile.folder(of: copy)).clearThoseLeft()
    let unfinished = draft.path
    do {
      try DurableFile.makePrivate(unfinished)
      try pages(of: path, to: unfinished, isHeld: isHeld, watch)
      let inspection = try BookInspection(of: unfinished)
      if let fault = inspection.fault {
        throw BookError(
          .damaged, path: path, "the copy is not sound (\(fault))",
          remedy: "restore an earlier backup, or save what can be read with landbook salvage")
      }
      DurableFile.copyLeave(from: path, to: unfinished)
      try draft.replace()
      return inspection.identity
    } catch {
      draft.remove()
      throw error
    }
  }

  /// Copies the pages into a file that is there and empty.
  static func pages(
    of path: String, to copy: String, isHeld: Bool = false,
    _ watch: (Int, Int) throws -> Void = { _, _ in }
  ) throws {
    let source = try LandBook.translating(path) { try isHeld ? heldSource(path) : openSource(path) }
    try LandBook.translating(copy) {
      let target = try target(copy)
      try run(source, target, watch)
      try target.close()
    }
  }

  static func run(
    _ source: DatabaseQueue, _ target: DatabaseQueue,
    _ watch: (Int, Int) throws -> Void = { _, _ in }
  ) throws {
    try withoutActuallyEscaping(watch) { watch in
      for beginning in 1...mostBeginnings {
        let isLast = beginning == mostBeginnings
        var copied = 0
        // What is thrown at the last step comes too late to end the copying.
        try watch(0, 0)
        do {
          return try source.backup(to: target, pagesPerStep: isLast ? -1 : pagesAtOnce) {
            if $0.completedPageCount < copied { throw BegunAnew() }
            copied = $0.completedPageCount
            try watch(copied, $0.totalPageCount)
          }
        } catch is BegunAnew {
          continue
        }
      }
    }
  }

  private struct BegunAnew: Error {}

  /// A write that was cut short is undone before the book is copied, where that is allowed.
  private static func openSource(_ path: String) throws -> DatabaseQueue {
    do {
      let reader = try Connection.reader(at: path, isForeign: true)
      _ = try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return reader
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
    {
      let writer = try Connection.writer(at: path)
      _ = try writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return writer
    }
  }

  /// SQLite alone opens a book that is held: any other look at the file would let the lock go.
  private static func heldSource(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The whole file is brought to the disk at once, at its end.
  private static func target(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(
        sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
