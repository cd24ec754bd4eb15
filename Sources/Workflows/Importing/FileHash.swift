import Foundation
import Storage

/// The SHA-256 of a file, which tells whether a batch has been here before.
enum FileHash {
  /// - Throws: ``WorkflowError`` where the file can't be read.
  static func sha256(_ path: String) throws -> String {
    do {
      return try ContentHash.ofFile(at: path)
    } catch {
      throw WorkflowError(
        .inputOutput, "\(path) can't be read to its end (\(error))", remedy: "Check the disk.")
    }
  }
}
