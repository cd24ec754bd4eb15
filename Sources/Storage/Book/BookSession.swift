internal import Foundation
internal import GRDB
internal import Synchronization

/// The connection to one book, which notices when others write between two looks at it.
final class BookSession: Sendable {
  /// How reads that belong together are kept to one moment.
  enum Hold: Sendable {
    /// Each by itself.
    case none
    /// The second look fails where somebody wrote since the first.
    case watch
    /// One transaction lasts as long as the session, and others wait with their writing.
    case transaction
  }

  private let queue: DatabaseQueue
  private let patience: LockPatience
  private let hold: Mutex<Hold>
  /// The state that the first look saw, as SQLite numbers them.
  private let seen = Mutex<Int64?>(nil)

  init(_ queue: DatabaseQueue, _ patience: LockPatience, _ hold: Hold) {
    self.queue = queue
    self.patience = patience
    self.hold = Mutex(hold)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    patience.renew()
    guard hold.withLock({ $0 }) == .transaction else {
      return try queue.read { db in
        try judge(db)
        return try body(db)
      }
    }
    return try queue.unsafeRead { db in
      if !db.isInsideTransaction { try db.execute(sql: "BEGIN DEFERRED TRANSACTION") }
      return try body(db)
    }
  }

  func write<Value>(
    _ body: (Database) throws -> (Value, Database.TransactionCompletion)
  ) throws -> Value {
    patience.renew()
    return try queue.writeWithoutTransaction { db in
      var value: Value?
      try db.inTransaction(.immediate) {
        try judge(db)
        let (result, completion) = try body(db)
        value = result
        patience.renew()
        return completion
      }
      guard let value else { throw BookError.damaged("a transaction gave no result") }
      return value
    }
  }

  /// Lets the file go.
  func close() throws { try queue.close() }

  /// Runs work of several transactions that belong together.
  func together<Value>(_ work: () throws -> Value) rethrows -> Value {
    let before = hold.withLock { hold in
      defer { if hold == .none { hold = .watch } }
      return hold
    }
    if before == .none { seen.withLock { $0 = nil } }
    defer { hold.withLock { $0 = before } }
    return try work()
  }

  private func judge(_ db: Database) throws {
    guard hold.withLock({ $0 }) == .watch else { return }
    let state = try Int64.fetchOne(db, sql: "PRAGMA data_version")
    try seen.withLock { seen in
      guard seen == nil || seen == state else { throw BookError.moved }
      seen = state
    }
  }
}

extension BookError {
  /// What is thrown where others write between two looks that belong together.
  public static let moved = BookError(
    .moved, path: somewhere, "other programs keep writing to the book",
    remedy: "try again when they are done")
}

extension LandBook {
  private static let mostTries = 5

  /// Runs work whose reads and writes must find one state of the book, again from its beginning
  /// where another program wrote in between.
  ///
  /// - Throws: ``BookError`` of kind `locked` where others keep writing.
  public func together<Value>(_ work: () throws -> Value) throws -> Value {
    var tries = 1
    while true {
      do {
        return try session.together(work)
      } catch var error as BookError where error.kind == .moved {
        tries += 1
        guard tries > Self.mostTries else { continue }
        error.kind = .locked
        throw error
      }
    }
  }
}
