internal import Foundation
internal import GRDB

/// A land book on disk: one GeoPackage with the records of a programme and their ledger.
///
/// Every method is one transaction; what it throws is a ``BookError`` or what its closure threw.
public final class LandBook: Sendable {
  /// What a book is opened for.
  public enum Purpose: Sendable {
    /// No byte of the file changes.
    case reading
    /// What is written is not kept: no byte of the file changes.
    case trying
    case writing
  }

  /// What opening had to do first.
  public enum Opening: Hashable, Sendable {
    /// Nothing: the book is of this version.
    case asItIs
    /// An earlier program made it; it was kept as a backup and brought up to date.
    case upgraded(MadeBackup)
    /// An earlier program made it; a copy that is brought up to date is looked at in its place.
    case copied
  }

  /// Where the book is.
  public let path: String
  /// What opening had to do first.
  public let opening: Opening
  /// Whether opening it undid a write that was cut short, by a power failure or a kill.
  public let hasUndoneCutWrite: Bool
  let session: BookSession

  private init(path: String, session: BookSession, opening: Opening, hasUndone: Bool) {
    self.path = path
    self.session = session
    self.opening = opening
    hasUndoneCutWrite = hasUndone
  }

  /// Makes a new book; a file that is there already is left alone.
  ///
  /// - Throws: ``BookError`` of kind `exists` or `cannotCreate`.
  public static func create(
    at path: String, name: String, isSynthetic: Bool = false, createdAt: Timestamp,
    programVersion: String
  ) throws -> LandBook {
    let path = absolute(path)
    try refuseToReplace(path)
    let draft = BookDraft(of: path)
    draft.clearThoseLeft()
    do {
      let queue = try Connection.writer(at: draft.path)
      try BookSchema.migrator.migrate(queue)
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO book (fid, name, is_synthetic, created_at, program_version)
            VALUES (1, ?, ?, ?, ?)
            """,
          arguments: [name, isSynthetic, createdAt.description, programVersion])
        try db.execute(
          sql: "UPDATE gpkg_contents SET last_change = ?", arguments: [createdAt.description])
        if isSynthetic { try BookContents.markSynthetic(db) }
        try LayerStyles.install(db, at: createdAt)
        let draft = LogDraft(
          at: createdAt, verb: "init", subject: "book", about: ["program": programVersion])
        try LogChain(db).append(draft, nil)
      }
      // Old bytes in unused places would tell when it was made.
      try queue.vacuum()
      try queue.close()
      try draft.name()
    } catch {
      draft.remove()
      throw cannotMake(path, error)
    }
    return try open(at: path, for: .writing)
  }

  static func cannotMake(_ path: String, _ error: any Error) -> BookError {
    if let error = error as? DatabaseError, error.resultCode != .SQLITE_CANTOPEN {
      return BookError(error, path: path)
    }
    return BookError(
      .cannotCreate, path: path, "the book can't be made (\(error))",
      remedy: "check that the folder exists and may be written to")
  }

  /// Opens a book that is there.
  ///
  /// A write that was cut short is undone first, by whoever may write to the file. A book of an
  /// earlier program is looked at as a copy, which goes with the value; to be written to it is
  /// brought up to date, and before that it is kept as a backup.
  ///
  /// - Parameters:
  ///   - isHeld: whether others wait with their writing for as long as the book is open to read, so
  ///     that all that is read of it is of one moment.
  ///   - backups: how that backup is named and how many are kept.
  /// - Throws: ``BookError`` that tells a missing file from one that is no book, is of a later
  ///   program, was altered by somebody else or is in use.
  public static func open(
    at path: String, for purpose: Purpose, isHeld: Bool = false,
    backups: BackupPolicy = BackupPolicy()
  ) throws -> LandBook {
    let path = absolute(path)
    guard try FileHeader(path).applicationID == FileHeader.geoPackage else {
      throw BookError(
        .notABook, path: path, "the file is a database, but not a GeoPackage",
        remedy: "name a book made by landbook init")
    }
    return try translating(path) {
      do {
        let (session, opening) = try session(path, purpose, isHeld: isHeld, backups)
        return LandBook(path: path, session: session, opening: opening, hasUndone: false)
      } catch let error as DatabaseError where CutWrite.isReason(of: error) {
        try CutWrite(path: path).undo()
        let (session, opening) = try session(path, purpose, isHeld: isHeld, backups)
        return LandBook(path: path, session: session, opening: opening, hasUndone: true)
      }
    }
  }

  private static func session(
    _ path: String, _ purpose: Purpose, isHeld: Bool, _ backups: BackupPolicy
  ) throws -> (BookSession, Opening) {
    let patience = LockPatience()
    let isCurrent = try isCurrent(path, patience)
    // Nobody else writes to a copy.
    let hold: BookSession.Hold =
      purpose != .reading || !isCurrent ? .none : isHeld ? .transaction : .watch
    var opening = Opening.asItIs
    let queue: DatabaseQueue
    switch purpose {
    case .reading where isCurrent:
      queue = try Connection.reader(at: path, isForeign: false, patience: patience)
    case .reading, .trying:
      if !isCurrent { opening = .copied }
      queue =
        isCurrent ? try openToWrite(path, patience) : try BookUpgrade.copy(of: path)
    case .writing:
      if !isCurrent { opening = .upgraded(try BookUpgrade.run(path, backups)) }
      queue = try openToWrite(path, patience)
    }
    return (BookSession(queue, patience, hold), opening)
  }

  /// - Throws: ``BookError`` where the file is no book, or of a later program.
  private static func isCurrent(_ path: String, _ patience: LockPatience) throws -> Bool {
    // A file that is no book must not be changed, not even its journal mode.
    try Connection.reader(at: path, isForeign: true, patience: patience).read { db in
      try BookSchema.judge(db, path: path)
      return try BookSchema.isComplete(db)
    }
  }

  private static func openToWrite(
    _ path: String, _ patience: LockPatience
  ) throws -> DatabaseQueue {
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw BookError(
        .readOnly, path: path, "the file may not be written to",
        remedy: "ask for leave to write or copy it")
    }
    patience.renew()
    return try Connection.writer(at: path, patience: patience)
  }

  /// Lets the file go.
  func close() throws { try session.close() }

  static func refuseToReplace(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw BookError(
        .exists, path: path, "there is a file of that name already",
        remedy: "choose another name, or move the file away")
    }
  }

  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

extension LandBook {
  func inReadTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) {
      do {
        return try session.read(body)
      } catch let error as DatabaseError where CutWrite.isReason(of: error) {
        // Another program died since: nothing was read yet.
        try CutWrite(path: path).undo()
        return try session.read(body)
      }
    }
  }

  /// Runs the body in one transaction: the only door for writes to a book.
  ///
  /// What is kept is closed with an entry of the log; all is undone if the body throws or says so.
  func inWriteTransaction<Value>(
    _ body: (Database) throws -> (Value, WriteOutcome)
  ) throws -> Value {
    try Self.translating(path) {
      try session.write { db in
        let watch = try WriteWatch(db)
        defer { watch.touched.stop() }
        let (result, outcome) = try body(db)
        guard case .kept(let draft) = outcome else { return (result, .rollback) }
        try LogChain(db).append(draft, watch)
        return (result, .commit)
      }
    }
  }

  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw BookError(error, path: path)
    } catch let error as RowDecodingError {
      throw BookError(
        .damaged, path: path, "a value is not what its column promises (\(error))",
        remedy: "restore a copy")
    } catch var error as BookError where error.path == BookError.somewhere {
      error.path = path
      throw error
    }
  }
}
