import Foundation
import Storage

/// A land book opened for one piece of work; the storage behind it stays out of sight.
public struct Book: Sendable {
  /// What a book is opened for.
  public enum Purpose: Sendable {
    /// No byte of the file changes.
    case reading
    case writing
  }

  let store: LandBook

  /// Makes a new, empty book; a file that is there already is left alone.
  public static func make(at path: String, name: String, isSynthetic: Bool) throws -> Book {
    Book(
      store: try LandBook.create(
        at: path, name: name, isSynthetic: isSynthetic, createdAt: Clock.now,
        programVersion: ProgramVersion.current))
  }

  /// Opens a book that is there.
  public static func open(at path: String, for purpose: Purpose) throws -> Book {
    switch purpose {
    case .reading: Book(store: try LandBook.open(at: path, for: .reading))
    case .writing: Book(store: try LandBook.open(at: path, for: .writing))
    }
  }

  /// Whether what the book holds is made up.
  public var isSynthetic: Bool {
    get throws { try store.info().isSynthetic }
  }

  /// How many records the ledger lacks.
  public var recordsBehind: Int {
    get throws { try store.info().ledger.recordsBehind }
  }
}

/// The moment at which something is recorded.
enum Clock {
  /// Now, or the moment that SOURCE_DATE_EPOCH names, so that a build can be repeated to the byte.
  static var now: Timestamp {
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int64($0) }) {
      return Timestamp(milliseconds: epoch * 1000)
    }
    return Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
