/// Which unknowns a set of sums gives, whatever one knows of the others: solved as somebody would
/// who wants to know them.
struct LinearAudit {
  /// Unknowns that have one value alone.
  private(set) var given: Set<Int> = []

  private struct Term {
    let rank: Int
    let factor: PrimeField
  }

  /// - Parameter sums: of unknowns with their factors, each sum being known.
  init(_ sums: [[(unknown: Int, factor: Int64)]]) {
    var uses: [Int: Int] = [:]
    for sum in sums { for term in sum { uses[term.unknown, default: 0] += 1 } }
    // What stands in few sums goes first, which keeps the others short.
    let order = uses.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    let rows = sums.map { sum in Self.row(sum.map { (ranks[$0.unknown] ?? 0, $0.factor) }) }
      .filter { !$0.isEmpty }.sorted { $0.count < $1.count }
    let pivots = Self.solved(rows, count: order.count)
    var random = SplitMix(state: 7)
    var isFixed = [Bool](repeating: true, count: order.count)
    for _ in 0..<2 {
      // Any change that all sums allow leaves a given unknown where it is.
      var change = [PrimeField](repeating: .zero, count: order.count)
      for rank in order.indices.reversed() {
        if let row = pivots[rank] {
          change[rank] = row.dropFirst().reduce(.zero) { $0 - $1.factor * change[$1.rank] }
        } else {
          change[rank] = random.next()
        }
        if change[rank] != .zero { isFixed[rank] = false }
      }
    }
    given = Set(order.indices.filter { isFixed[$0] }.map { order[$0] })
  }

  private static func row(_ terms: [(rank: Int, factor: Int64)]) -> [Term] {
    var factors: [Int: Int64] = [:]
    for term in terms { factors[term.rank, default: 0] += term.factor }
    return factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { Term(rank: $0.key, factor: PrimeField($0.value)) }
  }

  /// Rows that each begin at another unknown, by that unknown.
  private static func solved(_ rows: [[Term]], count: Int) -> [[Term]?] {
    var pivots = [[Term]?](repeating: nil, count: count)
    for row in rows {
      var row = row
      while let first = row.first {
        guard let pivot = pivots[first.rank] else {
          let inverse = first.factor.inverse
          pivots[first.rank] = row.map { Term(rank: $0.rank, factor: $0.factor * inverse) }
          break
        }
        row = less(row, pivot, times: first.factor)
      }
    }
    return pivots
  }

  private static func less(_ left: [Term], _ right: [Term], times factor: PrimeField) -> [Term] {
    var row: [Term] = []
    row.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if j == right.count || i < left.count && left[i].rank < right[j].rank {
        row.append(left[i])
        i += 1
      } else if i == left.count || right[j].rank < left[i].rank {
        row.append(Term(rank: right[j].rank, factor: .zero - factor * right[j].factor))
        j += 1
      } else {
        let rest = left[i].factor - factor * right[j].factor
        if rest != .zero { row.append(Term(rank: left[i].rank, factor: rest)) }
        i += 1
        j += 1
      }
    }
    return row
  }
}

/// Numbers that look like chance and are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> PrimeField {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return PrimeField(Int64(mixed >> 33 | 1))
  }
}
