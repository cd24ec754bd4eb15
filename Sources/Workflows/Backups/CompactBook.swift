import Storage

/// Writes a book anew without the space that nothing uses any more.
public struct CompactBook {
  private let path: String

  /// Makes the compacting of the book at a path; the file is not opened yet.
  public init(bookAt path: String) {
    self.path = path
  }

  /// Compacts the book; every row says what it said.
  ///
  /// - Returns: sentences with the sizes before and after, and on the log.
  public func run() throws -> [String] {
    let done = try LandBook.compact(bookAt: path)
    return [
      "Compacted \(path): \(FileSize.text(done.sizeBefore)) before, \(FileSize.text(done.sizeAfter)) after; \(done.rows) rows compared, all the same.",
      LogSentence.of(bookAt: path),
    ]
  }
}
