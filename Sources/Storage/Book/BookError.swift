internal import GRDB

/// Why a book can't be used, with what to do next.
public struct BookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as a program must tell it apart.
  public enum Kind: String, Sendable {
    case missing, exists, notABook, newer, older, altered, locked, readOnly, damaged
    case cannotCreate, inputOutput, refused, tooLong
    /// Another program wrote to the book between two looks at it that belong together.
    case moved
  }

  /// What went wrong.
  public var kind: Kind
  /// The file.
  public var path: String
  /// What went wrong, in plain words.
  public var message: String
  /// What to do next.
  public var remedy: String

  /// Makes an error of its parts.
  public init(_ kind: Kind, path: String, _ message: String, remedy: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.remedy = remedy
  }

  /// The file, what went wrong and what to do.
  public var description: String { "\(path): \(message); \(remedy)" }
}

extension BookError {
  /// Says in plain words what SQLite answered.
  init(_ error: DatabaseError, path: String) {
    let (kind, message, remedy) = Self.words(for: error, path)
    self.init(kind, path: path, message, remedy: remedy)
  }

  /// Stands for the path until the book that throws puts its own there.
  static let somewhere = ""

  static func damaged(_ message: String) -> BookError {
    BookError(.damaged, path: somewhere, message, remedy: "restore a copy or import again")
  }

  private static func words(
    for error: DatabaseError, _ path: String
  ) -> (Kind, String, String) {
    switch error.resultCode {
    case .SQLITE_NOTADB:
      (.notABook, "the file is not a GeoPackage", "name a book made by landbook init")
    case .SQLITE_CORRUPT:
      (.damaged, "the file is damaged (\(detail(error)))", "restore a copy")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      words(LockTrouble(on: path))
    case .SQLITE_READONLY where CutWrite.isReason(of: error):
      (
        .readOnly, "a write to the file was cut short and must be undone first",
        "open it once in the program that wrote it"
      )
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DIRECTORY:
      words(ofClosedFolderAround: path)
    case .SQLITE_READONLY, .SQLITE_PERM:
      (.readOnly, "the file may not be written to", "ask for leave to write or copy it")
    case .SQLITE_INTERRUPT:
      (.tooLong, "reading it takes too long", "save the layer as a table and read that")
    case .SQLITE_CANTOPEN:
      (.inputOutput, "the file can't be opened", "check that it and its folder may be read")
    case .SQLITE_IOERR where isOfLocks(error): words(.noLocks)
    case .SQLITE_FULL: writing(error, path)
    case .SQLITE_IOERR where isOfWriting(error): writing(error, path)
    case .SQLITE_IOERR:
      (.inputOutput, "the disk failed (\(detail(error)))", "check the disk and try again")
    case .SQLITE_CONSTRAINT:
      (.refused, "the book refuses it: \(detail(error))", "correct the row and import it again")
    case .SQLITE_TOOBIG:
      (.damaged, "a value in it is longer than any record has", "save the layer anew and read that")
    case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH, .SQLITE_AUTH, .SQLITE_FORMAT:
      (
        .damaged, "the file asks for what can't be done (\(detail(error)))",
        "save the layer as a plain table, or restore a copy"
      )
    case .SQLITE_NOMEM:
      (.damaged, "there is not enough memory for what it holds", "restore a copy")
    default:
      (.inputOutput, "SQLite says: \(detail(error))", "try again; if it stays, restore a copy")
    }
  }

  private static func detail(_ error: DatabaseError) -> String {
    error.message ?? "code \(error.extendedResultCode.rawValue)"
  }

  private static func words(ofClosedFolderAround path: String) -> (Kind, String, String) {
    let folder = DurableFile.folder(of: path)
    return (
      .readOnly,
      "its folder \(folder.isEmpty ? "." : folder) may not be written to, where a write keeps what undoes it",
      "ask for leave to write in the folder, or copy the book to one of yours"
    )
  }

  private static func words(_ trouble: LockTrouble) -> (Kind, String, String) {
    (trouble.kind, trouble.message, trouble.remedy)
  }

  private static func writing(_ error: DatabaseError, _ path: String) -> (Kind, String, String) {
    let words = WriteTrouble.words(for: error, on: path)
    return (.inputOutput, words.message, words.remedy)
  }

  private static func isOfLocks(_ error: DatabaseError) -> Bool {
    [.SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK].contains(
      error.extendedResultCode)
  }

  private static func isOfWriting(_ error: DatabaseError) -> Bool {
    [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_DIR_FSYNC]
      .contains(error.extendedResultCode)
  }
}
