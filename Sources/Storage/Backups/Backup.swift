internal import Foundation

/// A file that was made to be a backup of a book, and what can be said of it.
public struct Backup: Hashable, Sendable {
  /// What a file turns out to be.
  public enum State: Hashable, Sendable {
    /// A whole book that can be restored.
    case sound
    /// What SQLite's own check or the log of the book says against it.
    case damaged(String)
    /// Its making was cut short; it is of no use.
    case unfinished
    /// A book, but another one.
    case ofAnotherBook
    /// No book at all.
    case notABook
  }

  /// Where it is.
  public var path: String
  /// When it was made by its name, in UTC.
  public var madeAt: Timestamp?
  /// In bytes.
  public var size: Int
  /// What it turned out to be.
  public var state: State
  /// The last batch it holds; nil in a book without one, or where it can't be read.
  public var lastBatch: Int64?
  /// When that batch was recorded, in UTC.
  public var lastBatchAt: String?
}

/// A backup that was just made.
public struct MadeBackup: Hashable, Sendable {
  /// Where it is.
  public var path: String
  /// In bytes.
  public var size: Int
  /// Older backups of the book that went, the oldest first.
  public var removed: [String] = []
}

/// How backups are kept.
public struct BackupPolicy: Hashable, Sendable {
  /// How many backups are kept unless it is said otherwise.
  public static let usualCount = 10

  /// The moment after which a backup is named; nil is now.
  public var at: Timestamp?
  /// How many sound backups of the book are kept in one folder; at least one.
  public var keep: Int

  /// Makes a policy of its parts.
  public init(at: Timestamp? = nil, keep: Int = BackupPolicy.usualCount) {
    self.at = at
    self.keep = max(1, keep)
  }

  var moment: Timestamp { at ?? .now }
}
