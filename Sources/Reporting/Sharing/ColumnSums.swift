import LandRelease

/// Columns of a table that are sums of others, where it holds in every row.
struct ColumnSums {
  /// Columns and signs of what adds up to zero.
  private(set) var sums: [[(column: Int, sign: Int64)]] = []
  private let rows: [[Int64]]

  /// Sums that statements keep, by key; a column that is not there counts nothing.
  private static let kept: [(whole: String, added: [String], taken: [String])] = [
    (
      "closing_m2",
      ["opening_m2", "identified_m2", "reopened_m2", "contested_m2", "revoked_m2"],
      ["cancelled_m2", "reduced_m2", "cleared_m2", "withdrawn_m2"]
    ),
    ("closing_m2", ["opening_m2", "identified_m2", "other_m2"], ["released_m2"]),
    ("closing_m2", ["confirmed_m2", "suspected_m2", "given_up_m2"], []),
    ("open_m2", ["confirmed_m2", "suspected_m2", "given_up_m2"], []),
    ("released_m2", ["cancelled_m2", "reduced_m2", "cleared_m2"], []),
    ("total_m2", ["cancelled_m2", "reduced_m2", "cleared_m2"], []),
    ("area_m2", ["open_m2", "released_m2", "unrecorded_m2"], []),
    ("change_m2", ["to_m2"], ["from_m2"]),
  ]

  init(_ table: Table) {
    let columns = table.columns.indices.filter {
      switch table.columns[$0].kind {
      case .area, .count, .number: true
      default: false
      }
    }
    rows = table.rows.filter { $0.style != .heading }.map { row in
      table.columns.indices.map { row.cell(at: $0).quantity ?? 0 }
    }
    let keys = Dictionary(
      table.columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for sum in Self.kept {
      guard let whole = keys[sum.whole] else { continue }
      let parts =
        sum.added.compactMap { keys[$0].map { ($0, Int64(1)) } }
        + sum.taken.compactMap { keys[$0].map { ($0, Int64(-1)) } }
      add(parts, whole)
    }
    addRanges(columns)
    addDependences(columns)
  }

  /// Columns that stand side by side before or behind their sum.
  private mutating func addRanges(_ columns: [Int]) {
    for whole in columns.indices {
      for first in columns.indices {
        for last in columns.indices where last > first && !(first...last).contains(whole) {
          add((first...last).map { (columns[$0], 1) }, columns[whole])
        }
      }
    }
  }

  /// Any other sum and difference of columns, where there are rows enough that none is by chance.
  private mutating func addDependences(_ columns: [Int]) {
    guard rows.count > columns.count + 2 else { return }
    let sample = rows.prefix(300).map { row in columns.map { row[$0] } }
    for dependence in Dependences(sample, width: columns.count).small {
      let sum = dependence.map { (column: columns[$0.place], sign: $0.sign) }
      if holds(sum) { sums.append(sum) }
    }
  }

  private mutating func add(_ parts: [(Int, Int64)], _ whole: Int) {
    var sum: [(column: Int, sign: Int64)] = parts.map { ($0.0, $0.1) }
    sum.append((whole, -1))
    let isFilled = rows.contains { row in row[whole] != 0 }
    if parts.count > 1, isFilled, holds(sum) { sums.append(sum) }
  }

  private func holds(_ sum: [(column: Int, sign: Int64)]) -> Bool {
    rows.allSatisfy { row in sum.reduce(Int64(0)) { $0 &+ row[$1.column] &* $1.sign } == 0 }
  }
}

/// Sums and differences of columns that are zero in every row, worked out in a prime field.
struct Dependences {
  /// Those with factors 1 and -1 alone: place of a column and its sign.
  private(set) var small: [[(place: Int, sign: Int64)]] = []

  init(_ rows: [[Int64]], width: Int) {
    var matrix = rows.map { row in row.map(PrimeField.init) }
    var pivots: [Int] = []
    for column in 0..<width {
      let rank = pivots.count
      guard let place = (rank..<matrix.count).first(where: { matrix[$0][column] != .zero }) else {
        continue
      }
      matrix.swapAt(rank, place)
      let inverse = matrix[rank][column].inverse
      for index in 0..<width { matrix[rank][index] = matrix[rank][index] * inverse }
      for other in matrix.indices where other != rank && matrix[other][column] != .zero {
        let factor = matrix[other][column]
        for index in column..<width {
          matrix[other][index] = matrix[other][index] - factor * matrix[rank][index]
        }
      }
      pivots.append(column)
      if pivots.count == matrix.count { break }
    }
    for free in 0..<width where !pivots.contains(free) {
      var sum: [(place: Int, sign: Int64)] = [(free, -1)]
      var isSmall = true
      for (rank, pivot) in pivots.enumerated() where matrix[rank][free] != .zero {
        if matrix[rank][free] == .one {
          sum.append((pivot, 1))
        } else if matrix[rank][free] == .zero - .one {
          sum.append((pivot, -1))
        } else {
          isSmall = false
        }
      }
      if isSmall, sum.count > 1 { small.append(sum) }
    }
  }
}
