internal import GRDB

/// What a walk through the pages of one table found.
struct RawTree {
  /// Rows by number; of two the one met first.
  private(set) var records: [Int64: RawRecord] = [:]
  /// Numbers of rows that lay on pages which can't be read, from the first to the last; the last is
  /// open where nobody knows it.
  private(set) var gaps: [ClosedRange<Int64>] = []
  private(set) var pages: Set<Int> = []

  /// - Parameter root: the page that the schema names.
  init(_ file: RawPages, root: Int) {
    walk(file, root, after: 0, through: .max, depth: 0)
  }

  private mutating func walk(
    _ file: RawPages, _ number: Int, after low: Int64, through high: Int64, depth: Int
  ) {
    guard depth < 20, low < high, !pages.contains(number), let page = file.page(number) else {
      return gap(low, high)
    }
    switch page.kind {
    case .tableLeaf:
      pages.insert(number)
      let (found, isWhole) = file.records(of: page)
      let fitting = found.filter { $0.row > low && $0.row <= high }
      if !isWhole || fitting.count < found.count { gap(low, high) }
      for record in fitting where records[record.row] == nil { records[record.row] = record }
    case .tableInterior:
      pages.insert(number)
      var last = low
      for cell in page.cells {
        guard let cell, let key = page.number(at: cell + 4), key.value > last, key.value <= high
        else {
          gap(last, high)
          continue
        }
        walk(file, Int(page.word(cell)), after: last, through: key.value, depth: depth + 1)
        last = key.value
      }
      walk(file, page.lastChild, after: last, through: high, depth: depth + 1)
    default: gap(low, high)
    }
  }

  private mutating func gap(_ low: Int64, _ high: Int64) {
    if low < high { gaps.append(low + 1...high) }
  }

  /// Takes a row from a page that no table names, if one is missing there.
  mutating func take(_ record: RawRecord) {
    if records[record.row] == nil { records[record.row] = record }
  }

  /// Whether the row may lie on a page that can't be reached.
  func misses(_ row: Int64) -> Bool {
    records[row] == nil && gaps.contains { $0.contains(row) }
  }

  /// The keys of an index, as far as its pages can be reached.
  static func keys(_ file: RawPages, root: Int, pages: inout Set<Int>) -> [[DatabaseValue]] {
    var keys: [[DatabaseValue]] = []
    var open = [root]
    while let number = open.popLast() {
      guard !pages.contains(number), let page = file.page(number),
        page.kind == .indexLeaf || page.kind == .indexInterior
      else { continue }
      pages.insert(number)
      keys += file.keys(of: page)
      guard page.kind == .indexInterior else { continue }
      open += page.cells.compactMap { $0.map { Int(page.word($0)) } } + [page.lastChild]
    }
    return keys
  }
}
