internal import Foundation
internal import GRDB

/// A book that nobody else can write to while its file is replaced.
enum HeldBook {
  /// Runs the body while the book is kept from other writers.
  ///
  /// The body must not open the file of the book without SQLite: closing it would let the lock go.
  ///
  /// - Throws: ``BookError`` of kind `locked` where another program writes or keeps a log beside it.
  static func hold<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    var value: Value?
    try LandBook.translating(path) {
      let queue = try Connection.writer(at: path)
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          value = try body()
          return .rollback
        }
      }
      try queue.close()
    }
    guard let value else { throw BookError.damaged("the book could not be held") }
    return value
  }
}
