internal import Foundation

/// The backups of one book that lie in one folder.
struct BackupFolder {
  let book: String
  let folder: String

  private var beginning: String {
    (book as NSString).lastPathComponent + BackupName.mark
  }

  /// A path that nothing has yet.
  func fresh(at moment: Timestamp) -> String {
    var number = 1
    while true {
      let name = beginning + BackupName(madeAt: moment, number: number).text
      let path = (folder as NSString).appendingPathComponent(name)
      let isTaken = FileManager.default.fileExists(atPath: path)
      if !isTaken, BookDraft.all(in: folder, of: { $0 == name }).isEmpty { return path }
      number += 1
    }
  }

  /// Files named as backups of the book, the latest first.
  func named() throws -> [(name: BackupName, path: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
      guard file.hasPrefix(beginning), let name = BackupName(file.dropFirst(beginning.count))
      else { return nil }
      return (name, (folder as NSString).appendingPathComponent(file))
    }.sorted { $0.0 > $1.0 }
  }

  /// Takes away what programs have left that were killed while they made a backup of the book.
  func clearThoseLeft() {
    BookDraft.clear(folder, of: isOne)
  }

  private func isOne(_ file: Substring) -> Bool {
    file.hasPrefix(beginning) && BackupName(file.dropFirst(beginning.count)) != nil
  }

  /// What lies there, each file looked at as a whole, the latest first.
  ///
  /// - Parameter identity: of the book; nil where the book itself can't be read.
  func all(of identity: BookIdentity?) throws -> [Backup] {
    try named().map { Self.judge($0.path, $0.name.madeAt, identity) }
      + BookDraft.all(in: folder, of: isOne).map {
        Backup(path: $0, madeAt: nil, size: DurableFile.size($0), state: .unfinished)
      }
  }

  static func judge(_ path: String, _ madeAt: Timestamp?, _ identity: BookIdentity?) -> Backup {
    var backup = Backup(
      path: path, madeAt: madeAt, size: DurableFile.size(path), state: .notABook)
    do {
      let inspection = try BookInspection(of: path)
      backup.lastBatch = inspection.lastBatch
      backup.lastBatchAt = inspection.lastBatchAt
      if let identity, inspection.identity != identity {
        backup.state = .ofAnotherBook
      } else {
        backup.state = inspection.fault.map { .damaged($0) } ?? .sound
      }
    } catch let error as BookError where error.kind == .notABook {
      backup.state = .notABook
    } catch {
      backup.state = .damaged((error as? BookError)?.message ?? "\(error)")
    }
    return backup
  }

  /// Removes the oldest sound backups of the book, so that `count` of them stay.
  ///
  /// Whatever is damaged, of another book or no book stays and is not counted.
  ///
  /// - Parameter spared: paths that stay in any case, and count.
  /// - Returns: what went, the oldest first.
  func prune(keeping count: Int, of identity: BookIdentity, sparing spared: String) throws
    -> [String]
  {
    let files = try named()
    guard files.count > count else { return [] }
    var kept = 1
    var removed: [String] = []
    for (name, path) in files where path != spared {
      guard Self.judge(path, name.madeAt, identity).state == .sound else { continue }
      if kept < count { kept += 1 } else { removed.append(path) }
    }
    removed.reverse()
    return removed.filter { unlink($0) == 0 }
  }
}
