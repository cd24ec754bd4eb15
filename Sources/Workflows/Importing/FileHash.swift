import Foundation
import Storage

/// The SHA-256 of a file, which tells whether a batch has been here before.
enum FileHash {
  /// - Throws: ``WorkflowError`` where the file can't be read.
  static func sha256(_ path: String, _ progress: WorkProgress) throws -> String {
    do {
      return try ContentHash.ofFile(at: path) { read, total in
        try progress.watch.pass(read, total)
      }
    } catch let stopped as WorkStopped {
      throw stopped
    } catch {
      throw WorkflowError(
        .inputOutput, "\(path) can't be read to its end (\(error))", remedy: "Check the disk.")
    }
  }
}
