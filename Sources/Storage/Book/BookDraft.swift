internal import Foundation

/// A new book until it is whole: a file beside its place that takes the name at the end.
struct BookDraft {
  private static let mark = ".partial-"
  private static let endings = ["", "-journal", "-wal", "-shm"]

  private let book: String
  /// Where the draft is.
  let path: String

  /// - Parameter book: the file that it is to be.
  init(of book: String) {
    self.book = book
    path = book + Self.mark + "\(getpid())"
  }

  /// Takes away what programs have left that were killed while they made the same file.
  func clearThoseLeft() {
    let name = (book as NSString).lastPathComponent
    Self.clear(DurableFile.folder(of: book), of: { $0 == name })
  }

  /// Takes away the drafts in a folder whose programs live no more.
  ///
  /// - Parameter isTheirs: tells by its name whether a file is one of those that were to be.
  static func clear(_ folder: String, of isTheirs: (Substring) -> Bool) {
    for path in all(in: folder, of: isTheirs) {
      guard let process = process(of: path), process == getpid() || isDead(process) else {
        continue
      }
      unlink(path)
    }
  }

  /// The drafts in a folder, whoever makes them or has left them, with what SQLite keeps beside them.
  ///
  /// - Parameter isTheirs: tells by its name whether a file is one of those that are to be.
  static func all(in folder: String, of isTheirs: (Substring) -> Bool) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { name in
      guard process(of: name) != nil, let mark = name.range(of: mark, options: .backwards) else {
        return false
      }
      return isTheirs(name[..<mark.lowerBound])
    }.map { (folder as NSString).appendingPathComponent($0) }
  }

  /// The number that ends the name of a draft.
  private static func process(of path: String) -> pid_t? {
    guard let mark = path.range(of: mark, options: .backwards) else { return nil }
    let end = path[mark.upperBound...]
    let digits = end.prefix { $0.isASCII && $0.isNumber }
    return endings.contains(String(end.dropFirst(digits.count))) ? pid_t(digits) : nil
  }

  private static func isDead(_ process: pid_t) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }

  /// Gives the draft the book's name, for good; nothing may have it yet.
  func name() throws {
    // SQLite cuts a file off after it has synced it.
    try DurableFile.sync(path)
    try FileManager.default.moveItem(atPath: path, toPath: book)
    try DurableFile.sync(DurableFile.folder(of: book))
  }

  /// Gives the draft the book's name, for good, in place of what has it.
  func replace() throws { try DurableFile.replace(book, by: path) }

  func remove() { DurableFile.remove(path) }
}
