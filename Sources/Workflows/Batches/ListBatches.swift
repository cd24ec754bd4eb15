public import Reporting
import Storage

/// Lists what came into a book, batch by batch.
public struct ListBatches {
  private let book: LandBook

  /// Makes the log of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// The log, the first batch first.
  ///
  /// - Parameter withEntries: adds the entries of the chain, one a write.
  public func run(withEntries: Bool = false) throws -> Report {
    let info = try book.info()
    let (batches, head, entries) = try book.read {
      (try $0.batches(), try $0.logHead()?.hash, withEntries ? try $0.logEntries() : nil)
    }
    return LogStatement.report(
      batches.map { batch in
        let description = batch.description
        var line = LogLine(
          batch: Int(batch.id), at: description.at.description, actor: description.actor,
          verb: description.verb, recordType: description.recordType,
          source: description.reverses.map { "batch \($0)" } ?? description.file
            ?? description.layer,
          mapping: description.mapping, reason: description.reason, stored: batch.stored,
          unchanged: batch.unchanged, refused: batch.refused,
          undoneBy: batch.undoneBy.map(Int.init))
        line.origin = batch.origin.map(Self.words)
        return line
      }, bookName: info.name, isSynthetic: info.isSynthetic, head: head,
      entries: entries?.map(LogEntryLine.init))
  }

  /// `Field office, log head 2a7c0f3e51b8, with batch 12`.
  private static func words(_ origin: LoggedBatch.Origin) -> String {
    let merge = origin.merge.map { ", with batch \($0)" } ?? ""
    return "\(origin.book), log head \(origin.head.prefix(12))\(merge)"
  }
}

extension LogEntryLine {
  init(_ entry: LogEntry) {
    self.init(
      entry: Int(entry.sequence), at: entry.at, actor: entry.actor, verb: entry.verb,
      subject: entry.subject, hash: entry.hash)
  }
}
