import Foundation
import Storage

/// What the environment says of backups.
enum BackupSettings {
  /// How many are kept, by `$LANDBOOK_KEEP_BACKUPS`.
  ///
  /// - Throws: ``WorkflowError`` where that is no number of backups.
  static func keep(_ typed: Int? = nil) throws -> Int {
    let text = ProcessInfo.processInfo.environment["LANDBOOK_KEEP_BACKUPS"] ?? ""
    if typed == nil, text.isEmpty { return BackupPolicy.usualCount }
    guard let count = typed ?? Int(text), count > 0 else {
      let name = typed == nil ? "$LANDBOOK_KEEP_BACKUPS" : "--keep"
      throw WorkflowError(
        .usage, "\(name) is \(typed.map { "\($0)" } ?? text), and the latest backup is always kept",
        remedy: "Give a number from 1 on.")
    }
    return count
  }

  /// Whether a large import is to be preceded by one, by `$LANDBOOK_BACKUP`.
  static var isWanted: Bool {
    let word = ProcessInfo.processInfo.environment["LANDBOOK_BACKUP"] ?? ""
    return !["no", "off", "0", "false"].contains(word.lowercased())
  }
}
