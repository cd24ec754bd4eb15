internal import GRDB

/// Rows of a book that a batch brought once more, which the other book does not know.
///
/// What one side took back, and the other imported anew without knowing that, stays.
struct RowsBroughtAgain {
  private var batches: [String: [Int64: Int64]] = [:]

  init(_ db: Database, _ history: BatchHistory, unknownTo other: BatchHistory) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT batch, table_name, first_row, last_row FROM unchanged_row ORDER BY fid")
    while let row = try rows.next() {
      let batch: Int64 = try row.decode(atIndex: 0)
      guard history.inForce.holds(batch), !history.gone.contains(batch),
        let known = history[batch], other.numbers[known.origin] == nil
      else { continue }
      let table: String = try row.decode(atIndex: 1)
      let (first, last): (Int64, Int64) = (
        try row.decode(atIndex: 2), try row.decode(atIndex: 3)
      )
      guard first <= last else { continue }
      for number in first...last { batches[table, default: [:]][number] = batch }
    }
  }

  /// The batch that brought a row again.
  func batch(of row: Int64, in table: String) -> Int64? { batches[table]?[row] }

  /// The contents of a record, of which those stay that count today and came again.
  func reviving(_ rows: [RecordContent], in table: String) -> [RecordContent] {
    guard let again = batches[table] else { return rows }
    return rows.map { row in
      guard row.counts, !row.stays, again[row.row] != nil else { return row }
      var revived = row
      revived.stays = true
      revived.isRevived = true
      return revived
    }
  }
}
