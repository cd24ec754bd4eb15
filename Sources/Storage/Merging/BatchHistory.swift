internal import Crypto
internal import Foundation
internal import GRDB

/// The batches of a book as other books know them again.
///
/// A batch is known by the entry of the log that closed its write, which no other book has unless it
/// was copied from this one; a batch that came by a merge keeps what it was known by. What is older
/// than logs is known by what its row says.
struct BatchHistory {
  /// One batch.
  struct Batch {
    var id: Int64
    /// What it is known by.
    var origin: String
    /// When it was recorded in the book that it is of.
    var at: String
    var verb: String
    var actor: String?
    var file: String?
    var fileHash: String?
    var reverses: Int64?
    var mergedBy: Int64?
    /// The book that it is of, where it came by a merge.
    var book: String?
    var head: String?
  }

  /// In the order of their numbers.
  let batches: [Batch]
  private let places: [Int64: Int]
  /// The batches of this book by what they are known by; one that came in parts has several.
  let numbers: [String: [Int64]]
  /// Batches that count in this book.
  let inForce: BatchesInForce
  /// Batches that came by a merge that was taken back: as if they had not come.
  let gone: Set<Int64>

  init(_ db: Database) throws {
    let origins = try NativeOrigins(db)
    let inForce = try BatchesInForce(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT fid, ifnull(origin_at, at), verb, actor, file, file_sha256, reverses, merged_by,
          origin, origin_book, origin_head
        FROM import_batch ORDER BY fid
        """)
    batches = try rows.map { row in
      let id: Int64 = try row.decode(atIndex: 0)
      let known: String? = try row.decode(atIndex: 8)
      return Batch(
        id: id, origin: try known ?? origins.origin(of: id), at: try row.decode(atIndex: 1),
        verb: try row.decode(atIndex: 2), actor: try row.decode(atIndex: 3),
        file: try row.decode(atIndex: 4), fileHash: try row.decode(atIndex: 5),
        reverses: try row.decode(atIndex: 6), mergedBy: try row.decode(atIndex: 7),
        book: try row.decode(atIndex: 9), head: try row.decode(atIndex: 10))
    }
    self.inForce = inForce
    gone = Set(
      batches.filter { $0.mergedBy.map { !inForce.holds($0) } ?? false }.map(\.id))
    places = Dictionary(
      uniqueKeysWithValues: batches.enumerated().map { ($0.element.id, $0.offset) })
    let gone = self.gone
    numbers = Dictionary(
      grouping: batches.filter { !gone.contains($0.id) }, by: \.origin
    ).mapValues { $0.map(\.id) }
  }

  subscript(_ id: Int64) -> Batch? { places[id].map { batches[$0] } }

  /// What batches take back, by what both are known by, of those that came and did not go.
  func reversals() -> [(undo: Batch, target: String)] {
    batches.compactMap { batch in
      guard !gone.contains(batch.id), let target = batch.reverses.flatMap({ self[$0] }) else {
        return nil
      }
      return (batch, target.origin)
    }
  }

  /// What does not count once two books are joined, by what it is known by.
  ///
  /// A batch that either book took back stays taken back: whoever did it knew the batch.
  static func undone(_ books: BatchHistory...) -> Set<String> {
    var undone: Set<String> = []
    // The latest first, which is undecided by nothing that comes after it.
    let all = books.flatMap { $0.reversals() }.sorted {
      ($0.undo.at, $0.undo.origin) > ($1.undo.at, $1.undo.origin)
    }
    for reversal in all where !undone.contains(reversal.undo.origin) {
      undone.insert(reversal.target)
    }
    return undone
  }
}

/// What the batches that were written in a book itself are known by.
private struct NativeOrigins {
  /// Batches from the first to the last that an entry covers, with its hash.
  private var ranges: [(rows: ClosedRange<Int64>, hash: String)] = []
  private let db: Database

  init(_ db: Database) throws {
    self.db = db
    for entry in try BookReader(db).logEntries() where entry.verb != "migrate" {
      guard let content = JSONText.read(entry.content, as: LogContent.self),
        let rows = content.rows?["import_batch"], rows.first <= rows.last
      else { continue }
      ranges.append((rows.first...rows.last, entry.hash))
    }
  }

  func origin(of batch: Int64) throws -> String {
    if let entry = range(of: batch) { return Self.hash("\(entry)/\(batch)") }
    let form = try RowForm(db, "import_batch")
    form.begin(batch, batch)
    guard let (_, digest) = try form.next() else { return Self.hash("batch \(batch)") }
    while try form.next() != nil {}
    return ContentHash.hexadecimal(digest)
  }

  private func range(of batch: Int64) -> String? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].rows.upperBound < batch { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].rows.contains(batch) else { return nil }
    return ranges[low].hash
  }

  private static func hash(_ text: String) -> String {
    ContentHash.hexadecimal(SHA256.hash(data: Data(text.utf8)))
  }
}
