/// Rows of a table that hold the sum of others, where the figures say so: totals, subtotals and
/// lines that follow from those above them.
struct PrintedSums {
  /// Rows and signs of what adds up to zero.
  private(set) var sums: [[(row: Int, sign: Int64)]] = []
  private let table: Table
  private let column: Int

  init(_ table: Table, _ column: Int) {
    self.table = table
    self.column = column
    var since: [Int] = []
    var above: [Int] = []
    var last: Int?
    for (row, line) in table.rows.enumerated() {
      switch line.style {
      case .heading: since = []
      case .body:
        since.append(row)
        above.append(row)
      case .subtotal:
        add(row, sumOf: since)
        since = []
      case .result:
        if let last { add(row, sumOf: [last] + above.filter { $0 > last }) }
        add(row, sumOf: above)
        last = row
      case .total: add(row, sumOf: table.rows.indices.filter { table.rows[$0].style == .body })
      }
    }
  }

  private mutating func add(_ row: Int, sumOf parts: [Int]) {
    guard !parts.isEmpty, let whole = quantity(row) else { return }
    let sum = parts.reduce(Int64(0)) { $0 &+ (quantity($1) ?? 0) }
    guard sum == whole else { return }
    sums.append(parts.map { ($0, 1) } + [(row, -1)])
  }

  private func quantity(_ row: Int) -> Int64? { table.rows[row].cell(at: column).quantity }
}
