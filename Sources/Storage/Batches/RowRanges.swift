internal import GRDB

/// Numbers of rows, kept as ranges: a file that comes again brings its rows in their old order.
struct RowRanges {
  private var ranges: [ClosedRange<Int64>] = []

  mutating func add(_ row: Int64) {
    if let last = ranges.last, last.upperBound + 1 == row {
      ranges[ranges.count - 1] = last.lowerBound...row
    } else {
      ranges.append(row...row)
    }
  }

  /// Ascending, with neighbours joined.
  var joined: [ClosedRange<Int64>] {
    var joined: [ClosedRange<Int64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, last.upperBound + 1 >= range.lowerBound {
        let end = max(last.upperBound, range.upperBound)
        joined[joined.count - 1] = last.lowerBound...end
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  func write(_ table: String, batch: Int64, _ db: Database) throws {
    let insert = try RawStatement(
      db,
      "INSERT INTO unchanged_row (batch, table_name, first_row, last_row) VALUES (?, ?, ?, ?)")
    for range in joined {
      insert.bind(1, batch)
      insert.bind(2, table)
      insert.bind(3, range.lowerBound)
      insert.bind(4, range.upperBound)
      try insert.run()
    }
  }
}
