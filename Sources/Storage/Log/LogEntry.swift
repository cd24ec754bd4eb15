/// One entry of the log: what one write did, tied to all that came before.
///
/// Its hash is the digest of its row as ``RowForm`` has it, the column `hash` left out. So the hash
/// covers that of the entry before, and the last one all entries and all they hold.
public struct LogEntry: Hashable, Sendable {
  /// Counted from 1, without gaps.
  public var sequence: Int64
  /// When it was done, in UTC.
  public var at: String
  /// The person, where it is known.
  public var actor: String?
  /// What was done: `init`, `import`, `amend`, `undo`, `post`, `close`, `migrate`, ...
  public var verb: String
  /// What it was done to: `batch 4`.
  public var subject: String
  /// What the write left behind, as JSON.
  public var content: String
  /// The hash of the entry before; empty in the first.
  public var previousHash: String
  /// SHA-256, hexadecimal.
  public var hash: String
}

extension LogEntry {
  /// The hash that the entry must have.
  var computedHash: String {
    var columns = RecordColumns()
    columns.putAll(Array("log_entry\n".utf8))
    columns.putText("actor", actor)
    columns.putText("at", at)
    columns.putText("content", content)
    columns.putText("previous_hash", previousHash)
    columns.putLine(Array("seq=".utf8), sequence)
    columns.putText("subject", subject)
    columns.putText("verb", verb)
    return ContentHash.hexadecimal(columns.digest)
  }
}

/// What the log of a book ends with: it stands for all that the book holds.
public struct LogHead: Hashable, Sendable {
  /// The number of the last entry.
  public var sequence: Int64
  /// When it was made, in UTC.
  public var at: String
  /// SHA-256, hexadecimal.
  public var hash: String
}

/// What an entry holds of the book.
struct LogContent: Codable, Hashable {
  /// Rows of one table that the write added.
  struct Rows: Codable, Hashable {
    var first: Int64
    var last: Int64
    var count: Int64
    /// SHA-256 of the digests of the rows, one after the other.
    var sha256: String
    /// SHA-256 of the first 16 bytes of each of them, as `row_digest` keeps them.
    var rowDigests: String

    enum CodingKeys: String, CodingKey {
      case first, last, count, sha256
      case rowDigests = "row_digests"
    }
  }

  /// The ledger or the findings after the write.
  struct Buckets: Codable, Hashable {
    var count: Int
    /// SHA-256 of the number and the digest of each bucket, one after the other.
    var sha256: String
  }

  /// What a reader may want to know.
  var about: [String: String]?
  /// What was added to tables whose rows never change, by table.
  var rows: [String: Rows]?
  /// Small tables as they stand after the write: SHA-256 of the digests of their rows.
  var state: [String: String]?
  /// What changes row by row: `ledger`, `finding`.
  var buckets: [String: Buckets]?
}
