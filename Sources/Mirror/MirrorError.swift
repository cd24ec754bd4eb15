/// Why a mirror can't be written or read, with what to do next.
public struct MirrorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds that a program must tell apart.
  public enum Kind: Sendable {
    case usage, unusable, noInput, cannotCreate, inputOutput, locked, failed
  }

  /// What went wrong, as far as a program must tell it apart.
  public var kind: Kind
  /// What went wrong, without a full stop.
  public var message: String
  /// What to do next, as a whole sentence.
  public var remedy: String

  init(_ kind: Kind, _ message: String, remedy: String) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  /// What went wrong and what to do.
  public var description: String { "\(message). \(remedy)" }
}

extension MirrorError {
  /// What a server answered, by its code (SQLSTATE).
  static func server(_ code: String, _ message: String, detail: String? = nil) -> MirrorError {
    let words = [message, detail].compactMap { $0 }.joined(separator: ": ")
    let (kind, remedy) = judge(code)
    return MirrorError(kind, "PostgreSQL says: \(oneLine(words))", remedy: remedy)
  }

  static func damaged(_ message: String) -> MirrorError {
    MirrorError(
      .unusable, "the mirror is damaged: \(message)",
      remedy: "Push the book again with --anew, or restore a backup of the database.")
  }

  /// The connection ended while something was under way.
  static func lost(_ message: String) -> MirrorError {
    MirrorError(
      .inputOutput, "the connection to PostgreSQL was lost (\(oneLine(message)))",
      remedy: "What was under way is undone: look at the server and try again.")
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0 == " " || $0 == "\t" } }
      .joined(separator: " ")
  }

  private static func judge(_ code: String) -> (Kind, String) {
    switch code {
    case "53100", "53200":
      (.inputOutput, "The mirror is as it was: make room on the server and push again.")
    case "53300": (.locked, "Try again when others have closed their connections.")
    case "42501", "25006":
      (
        .cannotCreate,
        "Ask who keeps the database for leave: CREATE on the database for the first push, the ownership of the schema for others, USAGE and SELECT to pull."
      )
    case "55P03", "40001", "40P01": (.locked, "Try again when others are done.")
    case "3D000": (.noInput, "Name a database that is there.")
    case "2BP01":
      (.unusable, "Drop what hangs on the mirror's tables, or push to another --schema.")
    case "57014", "57P01", "57P02", "57P03":
      (.inputOutput, "What was under way is undone: try again when the server runs.")
    case _ where code.hasPrefix("08"):
      (.inputOutput, "What was under way is undone: look at the server and try again.")
    case _ where code.hasPrefix("23"):
      (.unusable, "The book holds what its own rules forbid: landbook verify tells where.")
    case _ where code.hasPrefix("53") || code.hasPrefix("58"):
      (.inputOutput, "The mirror is as it was: look at the server and try again.")
    default: (.failed, "The mirror is as it was; the log of the server may tell more.")
    }
  }
}
