/// How many records each figure of a table rests on, totals after their rows.
struct RecordCounts {
  struct Count {
    /// Nil where it is not known.
    var number: Int?
    /// Whether it is that of the row, and so no count of what is in a column.
    var isOfRow: Bool
  }

  private let table: Table
  private let sums: [Int?]

  init(_ table: Table) {
    self.table = table
    let bodies = table.rows.filter { $0.style == .body }
    // A total rests on at least the records of one of its rows, at most on those of all.
    sums = table.columns.map { column in
      bodies.map { $0.columnRecords[column.key] ?? $0.records }
        .reduce(0) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } }
    }
  }

  func count(row: Int, column: Int) -> Count {
    let line = table.rows[row]
    if let own = line.columnRecords[table.columns[column].key] {
      return Count(number: own, isOfRow: false)
    }
    if let records = line.records { return Count(number: records, isOfRow: true) }
    let isSum = line.style == .total || line.style == .subtotal
    return Count(number: isSum ? sums[column] : nil, isOfRow: true)
  }
}
