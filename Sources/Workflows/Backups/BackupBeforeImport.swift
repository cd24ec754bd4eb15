import Foundation
import Storage

/// The backup that is made before a large import.
///
/// `landbook undo` takes any import back, so that a backup is against what undo is no help with: a
/// disk that fails or a fault of the program while much is written. Imports of ten thousand rows
/// come a few times a year and take seconds anyway, as copying a book of some hundred megabytes
/// does; daily files of some hundred rows cost nothing more than before.
enum BackupBeforeImport {
  /// From so many rows on an import is large.
  static let manyRows = 10_000
  /// From so many bytes on, where the file does not say its rows: at 500 bytes a row, as many.
  static let manyBytes = 5_000_000

  /// - Parameter rows: about how many the file has, where that is known.
  static func isNeeded(rows: Int?, file: String, _ info: BookInfo) -> Bool {
    // A book that nothing came into yet is made anew in a moment.
    guard info.ledger.lastBatch != nil else { return false }
    if let rows { return rows >= manyRows }
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    return size ?? 0 >= manyBytes
  }

  static func make(_ book: LandBook) throws -> BackUpBook.Outcome {
    do {
      return BackUpBook.Outcome(
        try LandBook.backUp(
          bookAt: book.path, policy: BackupPolicy(at: Clock.now, keep: BackupSettings.keep())))
    } catch let error as BookError {
      throw WorkflowError(
        WorkflowError(describing: error).kind,
        "nothing was imported, since the backup before can't be made: \(error.path): \(error.message)",
        remedy: "Free space or ask for leave to write there, or give --no-backup.")
    }
  }
}
