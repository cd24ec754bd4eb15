internal import GRDB

extension BookReader {
  /// What the log ends with; nil where the book has none yet.
  public func logHead() throws -> LogHead? {
    try Row.fetchOne(
      db, sql: "SELECT seq, at, hash FROM log_entry ORDER BY seq DESC LIMIT 1"
    ).map {
      try LogHead(
        sequence: $0.decode(atIndex: 0), at: $0.decode(atIndex: 1), hash: $0.decode(atIndex: 2))
    }
  }

  /// The entries of the log, the first first.
  public func logEntries() throws -> [LogEntry] {
    let sql = """
      SELECT seq, at, actor, verb, subject, content, previous_hash, hash FROM log_entry
      ORDER BY seq
      """
    return try all(sql, []) { row in
      var reader = FieldReader(row, table: "log_entry")
      return LogEntry(
        sequence: try reader.integer(), at: try reader.text(),
        actor: try reader.optional { try $0.text() }, verb: try reader.text(),
        subject: try reader.text(), content: try reader.text(), previousHash: try reader.text(),
        hash: try reader.text())
    }
  }
}

extension BookReader {
  /// The hash of the entry that the log begins with, the same as long as the book lives.
  public func firstLogHash() throws -> String? {
    try String.fetchOne(db, sql: "SELECT hash FROM log_entry ORDER BY seq LIMIT 1")
  }
}
