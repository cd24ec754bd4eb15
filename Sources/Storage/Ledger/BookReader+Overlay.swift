internal import GRDB
public import LandRelease

extension LandBook {
  /// Reads as ``read(_:)`` does, with a ledger of another moment in place of the stored one.
  ///
  /// No byte of the file changes: the ledger stays in memory, and all that the reader says of
  /// movements comes from it.
  ///
  /// - Parameters:
  ///   - ledger: its events ascending by ``PostedEvent/id``; nil reads the stored one.
  ///   - batch: the last batch whose records the reader gives; nil gives all.
  public func read<Value>(
    with ledger: PostedLedger?, throughBatch batch: Int64? = nil,
    _ body: (BookReader) throws -> Value
  ) throws -> Value {
    try inReadTransaction { db in
      try body(BookReader(db, ledger: ledger, throughBatch: batch))
    }
  }

  /// The last batch recorded on or before a day in UTC; 0 where there is none.
  ///
  /// What came by a merge was known in this book since then.
  public func lastBatch(recordedBy day: CalendarDate) throws -> Int64 {
    let end = Timestamp(milliseconds: Int64(day.dayNumber + 1) * 86_400_000)
    return try inReadTransaction { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT ifnull(max(fid), 0) FROM import_batch WHERE at < ? AND merged_by IS NULL
          """,
        arguments: [end.description]) ?? 0
    }
  }
}
