internal import GRDB

/// Writes rows of whole numbers into a table, many a statement, in ascending order of their ids.
///
/// Within one statement SQLite knows that a row goes after the last one; each new statement has to
/// find the place again, which takes twice as long as writing.
struct RawInsertion {
  private static let rowsAtOnce = 64

  private let many: RawStatement
  private let one: RawStatement
  private let width: Int
  /// What is bound to the statement of many; ``nothing`` stands for an empty column.
  private var values: [Int64] = []

  private static let nothing = Int64.min

  init(_ db: Database, _ table: String, columns: [String]) throws {
    width = columns.count
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    let rows = Array(repeating: row, count: Self.rowsAtOnce).joined(separator: ", ")
    many = try RawStatement(db, head + rows)
    one = try RawStatement(db, head + row)
    values.reserveCapacity(width * Self.rowsAtOnce)
  }

  /// Gives the next column of the row at hand.
  @inline(__always)
  mutating func add(_ value: Int64) {
    values.append(value)
    many.bind(Int32(values.count), value)
  }

  /// Gives the next column of the row at hand, or leaves it empty.
  @inline(__always)
  mutating func add(_ value: Int64?) {
    if let value { return add(value) }
    values.append(Self.nothing)
    many.bindNull(Int32(values.count))
  }

  /// Ends the row at hand.
  @inline(__always)
  mutating func endRow() throws {
    if values.count < width * Self.rowsAtOnce { return }
    try many.run()
    values.removeAll(keepingCapacity: true)
  }

  /// Writes the rows that wait.
  mutating func finish() throws {
    for start in stride(from: 0, to: values.count, by: width) {
      for column in 0..<width {
        let value = values[start + column]
        one.bind(Int32(column + 1), value == Self.nothing ? nil : value)
      }
      try one.run()
    }
    values.removeAll()
  }
}
