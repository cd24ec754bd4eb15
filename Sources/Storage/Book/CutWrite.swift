internal import Foundation
internal import GRDB

/// A write to a book that was cut short, by a power failure or a program that was killed.
///
/// SQLite keeps beside the file what it takes to undo it, and the file may hold half of the write
/// until somebody does. Whoever may write to the file does so, a reader too.
struct CutWrite {
  /// What ends a journal that belongs to several databases: undoing that one deletes a file it names.
  private static let sharedMark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]

  let path: String
  private var journal: String { path + "-journal" }

  /// Whether SQLite refuses to read a file for this.
  static func isReason(of error: DatabaseError) -> Bool {
    error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
  }

  /// Brings the file back to what it was before the write.
  ///
  /// - Throws: ``BookError`` where the file or its folder may not be written to.
  func undo() throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard [path, journal, folder].allSatisfy(FileManager.default.isWritableFile) else {
      throw BookError(
        .readOnly, path: path,
        "a write to the file was cut short and must be undone first, for which you have no leave to write",
        remedy: "copy it with its -journal file into a folder of yours and read the copy")
    }
    if isShared {
      throw BookError(
        .readOnly, path: path, "a write to the file and to others with it was cut short",
        remedy: "open it once in the program that wrote it")
    }
    var configuration = Configuration()
    let patience = LockPatience()
    configuration.busyMode = .callback(patience.rest)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = \(Connection.safety)")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    try queue.close()
    try DurableFile.sync(folder)
  }

  private var isShared: Bool {
    guard let file = FileHandle(forReadingAtPath: journal) else { return false }
    defer { try? file.close() }
    guard let end = try? file.seekToEnd(), end >= 8, (try? file.seek(toOffset: end - 8)) != nil,
      let bytes = try? file.readToEnd()
    else { return false }
    return Array(bytes) == Self.sharedMark
  }
}
