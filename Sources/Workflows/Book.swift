import Storage

/// A land book opened for one piece of work; the storage behind it stays out of sight.
public struct Book: Sendable {
  /// What a book is opened for.
  public enum Purpose: Sendable {
    /// No byte of the file changes.
    case reading
    /// What is written is not kept: no byte of the file changes.
    case trying
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
    let policy = BackupPolicy(at: Clock.now, keep: try BackupSettings.keep())
    let store =
      switch purpose {
      case .reading: try LandBook.open(at: path, for: .reading, isHeld: isHeld)
      case .trying: try LandBook.open(at: path, for: .trying)
      case .writing: try LandBook.open(at: path, for: .writing, backups: policy)
      }
    return Book(store: store)
  }

  /// What opening did that somebody should know; nil for a book of this version.
  public var openingNote: String? {
    switch store.opening {
    case .asItIs: nil
    case .upgraded(let backup):
      "An earlier version of Landbook has made the book: it is brought up to date. \(BackUpBook.Outcome(backup).sentence)"
    case .copied:
      "An earlier version of Landbook has made the book: a copy is looked at, which is up to date. To bring the book itself up to date: landbook post"
    }
  }

  /// Does work that reads books, so that all it reads of one is of one moment.
  ///
  /// Where another program writes between two looks the work is done again from its beginning, and
  /// that program waits then.
  public static func steadily(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as BookError where error.kind == .moved {
      try $isHeld.withValue(true) { try work() }
    }
  }

  @TaskLocal private static var isHeld = false

  /// Whether opening it undid a write that a power failure or a kill had cut short.
  public var hasUndoneCutWrite: Bool { store.hasUndoneCutWrite }

  /// Whether what the book holds is made up.
  public var isSynthetic: Bool {
    get throws { try store.info().isSynthetic }
  }

  /// How many records of the map other programs edited, drew or deleted.
  public var editedRecords: Int {
    get throws { try store.read { try $0.layerEditCount() } }
  }

  /// How many records the ledger lacks.
  public var recordsBehind: Int {
    get throws { try store.info().ledger.recordsBehind }
  }
}
