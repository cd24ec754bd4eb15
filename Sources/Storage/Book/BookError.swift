internal import GRDB

/// Why a book can't be used, with what to do next.
public struct BookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as a program must tell it apart.
  public enum Kind: String, Sendable {
    case missing, exists, notABook, newer, older, altered, locked, readOnly, damaged
    case cannotCreate, inputOutput, refused, tooLong
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
    let (kind, message, remedy) = Self.words(for: error)
    self.init(kind, path: path, message, remedy: remedy)
  }

  /// Stands for the path until the book that throws puts its own there.
  static let somewhere = ""

  static func damaged(_ message: String) -> BookError {
    BookError(.damaged, path: somewhere, message, remedy: "restore a copy or import again")
  }

  private static func words(for error: DatabaseError) -> (Kind, String, String) {
    switch error.resultCode {
    case .SQLITE_NOTADB:
      (.notABook, "the file is not a GeoPackage", "name a book made by landbook init")
    case .SQLITE_CORRUPT:
      (.damaged, "the file is damaged (\(detail(error)))", "restore a copy")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      (.locked, "another program is writing to the file", "close it and try again")
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
      (
        .readOnly, "a write to the file was cut short and must be undone first",
        "open it once in the program that wrote it"
      )
    case .SQLITE_READONLY, .SQLITE_PERM:
      (.readOnly, "the file may not be written to", "ask for leave to write or copy it")
    case .SQLITE_INTERRUPT:
      (.tooLong, "reading it takes too long", "save the layer as a table and read that")
    case .SQLITE_CANTOPEN:
      (.inputOutput, "the file can't be opened", "check that it and its folder may be read")
    case .SQLITE_FULL:
      (.inputOutput, "the disk is full; nothing was changed", "free some space and try again")
    case .SQLITE_IOERR:
      (.inputOutput, "the disk failed (\(detail(error)))", "check the disk and try again")
    case .SQLITE_CONSTRAINT:
      (.refused, "the book refuses it: \(detail(error))", "correct the row and import it again")
    default:
      (.inputOutput, "SQLite says: \(detail(error))", "try again; if it stays, restore a copy")
    }
  }

  private static func detail(_ error: DatabaseError) -> String {
    error.message ?? "code \(error.extendedResultCode.rawValue)"
  }
}
