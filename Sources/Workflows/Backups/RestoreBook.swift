import Foundation
import Storage

/// Puts a backup in the place of a book.
public struct RestoreBook {
  private let path: String

  /// Makes the restoring of the book at a path; no file is opened yet.
  public init(bookAt path: String) {
    self.path = path
  }

  /// Checks the backup, keeps the book of before and puts the backup in its place.
  ///
  /// - Parameter takesAnother: whether it may be a backup of another book.
  /// - Returns: sentences on what was done.
  public func run(_ backup: String, takesAnother: Bool = false) throws -> [String] {
    let done = try LandBook.restore(
      backup, to: path, at: Clock.now, takesAnother: takesAnother)
    let batch = done.lastBatch.map { "batch \($0)" } ?? "no batch"
    var sentences = ["Restored \(path) from \(backup): it holds records up to \(batch)."]
    if done.isUpgraded {
      sentences.append("An earlier version of Landbook made the backup: it was brought up to date.")
    }
    sentences.append(LogSentence.of(bookAt: path))
    guard let kept = done.kept else { return sentences }
    if done.wasDamaged {
      sentences.append("The damaged file of before is kept as \(kept).")
      sentences.append(
        "To save what came after the backup: landbook salvage \(kept) NEW.gpkg")
    } else {
      let before = done.lastBatchBefore.map { ", up to batch \($0)" } ?? ""
      sentences.append("The book of before is kept as \(kept)\(before).")
    }
    return sentences
  }
}
