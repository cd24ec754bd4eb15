import LandRelease

/// Figures of which a reader may know what they add up to, each with its sign.
struct SummedLine {
  var terms: [FigureBoard.Term]
  /// Whether it runs down a column, over records that are not the same.
  var isOfColumn: Bool
}

extension FigureBoard {
  /// All that may be known of one table.
  func lines(of table: Int) -> [SummedLine] {
    columnLines(table)
      + columnSums(table).flatMap { sum in
        terms[table].indices.compactMap { row in
          let line = SummedLine(
            terms: sum.compactMap { column, sign in
              terms[table][row][column].map { Term(figure: $0.figure, sign: $0.sign * sign) }
            }, isOfColumn: false)
          return line.terms.isEmpty ? nil : line
        }
      }
  }

  /// Every column along each dimension, whether its sum is printed or not; printed sums as well.
  private func columnLines(_ table: Int) -> [SummedLine] {
    let content = tables[table]
    var lines: [SummedLine] = []
    let groups = RowDimensions(content).groups
    for column in content.columns.indices {
      let printed = PrintedSums(content, column).sums
      let summed = Set(printed.map { sum in Set(sum.map(\.row).dropLast()) })
      // A sum that is printed is a figure of its own, and may itself be withheld.
      let others = groups.filter { !summed.contains(Set($0)) }.map { $0.map { ($0, Int64(1)) } }
      for sum in others + printed.map({ $0.map { ($0.row, $0.sign) } }) {
        let known = sum.compactMap { row, sign in
          terms[table][row][column].map { Term(figure: $0.figure, sign: $0.sign * sign) }
        }
        if known.count > 1 { lines.append(SummedLine(terms: known, isOfColumn: true)) }
      }
    }
    return lines
  }

  /// Sums of columns that hold in every row: column and sign.
  private func columnSums(_ table: Int) -> [[(column: Int, sign: Int64)]] {
    ColumnSums(tables[table]).sums
  }
}

/// The rows of a table along each of its dimensions, all others being the same.
struct RowDimensions {
  private(set) var groups: [[Int]] = []

  init(_ table: Table) {
    // A line that follows from those above it is no part of a sum of all.
    let rows = table.rows.indices.filter { table.rows[$0].style == .body }
    let names = table.columns.prefix { !$0.kind.isNumeric }.indices
    guard !names.isEmpty else { return }
    let dimensions = Self.dimensions(Array(names), rows, of: table)
    for dimension in dimensions {
      let others = names.filter { !dimension.contains($0) }
      let along = Dictionary(grouping: rows) { row in
        others.map { table.rows[row].cell(at: $0) }
      }
      groups += along.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
  }

  /// Columns that name the same thing, such as a district's code and name, are one dimension.
  private static func dimensions(_ names: [Int], _ rows: [Int], of table: Table) -> [[Int]] {
    var dimensions: [[Int]] = []
    for column in names {
      let cells = rows.map { table.rows[$0].cell(at: column) }
      let place = dimensions.firstIndex { dimension in
        let known = rows.map { table.rows[$0].cell(at: dimension[0]) }
        let pairs = Set(zip(known, cells).map { [$0, $1] })
        return pairs.count == Set(known).count && pairs.count == Set(cells).count
      }
      if let place { dimensions[place].append(column) } else { dimensions.append([column]) }
    }
    return dimensions
  }
}
