import Storage

/// Whether a book is as its log says, in one sentence for whoever copied or replaced it.
enum LogSentence {
  /// Of a larger file, in bytes, the log alone is looked at: all of it would take long.
  private static let mostHeld = 64_000_000

  static func of(bookAt path: String) -> String {
    do {
      return try judge(path)
    } catch {
      return "It was not held against its log: \(WorkflowError(describing: error).message)."
    }
  }

  private static func judge(_ path: String) throws -> String {
    guard let isWhole = try LandBook.isLogWhole(ofBookAt: path) else {
      return "An earlier version of Landbook made it: it has no log to be held against."
    }
    guard isWhole else { return notAsLogged(path) }
    guard LandBook.size(ofBookAt: path) <= mostHeld else {
      return "Its log is whole; the rest was not held against it: landbook verify --book \(path)"
    }
    let outcome = try VerifyBook(Book.open(at: path, for: .reading)).run()
    return outcome.isAsLogged ? "It is as its log says." : notAsLogged(path)
  }

  private static func notAsLogged(_ path: String) -> String {
    "It is NOT as its log says: landbook verify --book \(path) tells what was changed."
  }
}
