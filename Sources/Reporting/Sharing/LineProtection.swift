/// Finds what has to be withheld beside the first, so that no sum of known lines gives it.
struct LineProtection {
  /// A figure, or a row of figures that are withheld together.
  struct Unit {
    var amount: Int64
    var records: Int?
    var isTotal: Bool
    var isWithheld: Bool
    /// Whether it must not be known, and is not withheld for another's sake.
    var isSensitive: Bool
  }

  struct Line {
    var terms: [(unit: Int, sign: Int64)]
    var isOfColumn: Bool
  }

  private(set) var units: [Unit]
  private let lines: [Line]
  private let linesOfUnit: [[Int]]
  private let smallest: Int

  init(_ units: [Unit], _ lines: [Line], smallest: Int) {
    self.units = units
    self.lines = lines
    self.smallest = smallest
    var linesOfUnit = [[Int]](repeating: [], count: units.count)
    for (number, line) in lines.enumerated() {
      for term in line.terms { linesOfUnit[term.unit].append(number) }
    }
    self.linesOfUnit = linesOfUnit
  }

  mutating func protect() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for number in lines.indices where restsOnFew(lines[number]) {
        if lines[number].terms.contains(where: { isCandidate($0.unit) }),
          withholdMore(in: [number], beside: sensitive(lines[number]))
        {
          isChanged = true
        }
      }
      for unit in exposed() where withholdMore(in: linesOfUnit[unit], beside: unit) {
        isChanged = true
      }
    }
  }

  /// Units that must not be known and that the lines give all the same.
  func exposed() -> [Int] {
    let unknown = units.indices.filter { units[$0].isWithheld }
    guard unknown.contains(where: { units[$0].isSensitive }) else { return [] }
    let given = LinearAudit(
      lines.map { line in
        line.terms.filter { units[$0.unit].isWithheld }.map { ($0.unit, $0.sign) }
      }
    ).given
    return unknown.filter { units[$0].isSensitive && given.contains($0) }
  }

  private func sensitive(_ line: Line) -> Int? {
    line.terms.first { units[$0.unit].isWithheld && units[$0.unit].isSensitive }?.unit
  }

  /// Whether what is withheld of a line rests together on as few records as one figure may not.
  private func restsOnFew(_ line: Line) -> Bool {
    guard line.isOfColumn, sensitive(line) != nil else { return false }
    let withheld = Set(line.terms.map(\.unit)).filter { units[$0].isWithheld }
    return withheld.reduce(0) { $0 + (units[$1].records ?? smallest) } < smallest
  }

  /// Withholds one more figure beside another; a total only where nothing else helps, since it is
  /// what a report is read for.
  private mutating func withholdMore(in numbers: [Int], beside unit: Int?) -> Bool {
    guard let unit else { return false }
    return !units[unit].isTotal && withholdMore(in: numbers, beside: unit) { !$0.isTotal }
      || withholdMore(in: numbers, beside: unit) { _ in true }
  }

  /// Withholds the figure on the fewest records, of some size beside the first: from the lines
  /// given, else from those that share unknowns with them, and so on outwards.
  private mutating func withholdMore(
    in numbers: [Int], beside unit: Int, _ isAllowed: (Unit) -> Bool
  ) -> Bool {
    let needed = units[unit].amount / 10
    var seen = Set(numbers)
    var next = numbers
    while !next.isEmpty {
      let choice = next.flatMap { lines[$0].terms.map(\.unit) }
        .filter { isCandidate($0) && isAllowed(units[$0]) }
        .min { cost($0, needed) < cost($1, needed) }
      if let choice {
        units[choice].isWithheld = true
        return true
      }
      let around = Set(next.flatMap { lines[$0].terms.map(\.unit) })
      next = around.sorted().flatMap { linesOfUnit[$0] }.filter { seen.insert($0).inserted }
    }
    return false
  }

  private func isCandidate(_ unit: Int) -> Bool {
    !units[unit].isWithheld && units[unit].amount != 0
  }

  private func cost(_ unit: Int, _ needed: Int64) -> Cost {
    let unit = units[unit]
    return Cost(
      rank: (unit.isTotal ? 2 : 0) + (unit.amount < needed ? 1 : 0),
      records: unit.records ?? Int.max, amount: unit.amount)
  }

  private struct Cost: Comparable {
    let rank: Int
    let records: Int
    let amount: Int64

    static func < (left: Cost, right: Cost) -> Bool {
      (left.rank, left.records, left.amount) < (right.rank, right.records, right.amount)
    }
  }
}
