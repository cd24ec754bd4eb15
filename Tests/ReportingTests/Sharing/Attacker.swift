@testable import Reporting

/// Somebody who reads two reports of the same figures, one of them with some withheld, and solves
/// what is left for what was withheld.
///
/// It shares no code with the program: whole numbers are eliminated as fractions.
struct Attacker {
  /// Sums that are known to be true of a table, each of cells with a sign.
  struct Sum {
    var cells: [(row: Int, column: Int, sign: Int)]
  }

  let withheld: [[Bool]]

  /// Whether the sums leave a cell one value alone.
  func knows(_ row: Int, _ column: Int, from sums: [Sum]) -> Bool {
    let unknowns = withheld.indices.flatMap { row in
      withheld[row].indices.filter { withheld[row][$0] }.map { [row, $0] }
    }
    guard let wanted = unknowns.firstIndex(of: [row, column]) else { return true }
    var rows = sums.map { sum in
      var line = [Fraction](repeating: Fraction(0), count: unknowns.count)
      for cell in sum.cells {
        guard let place = unknowns.firstIndex(of: [cell.row, cell.column]) else { continue }
        line[place] = line[place] - Fraction(-cell.sign)
      }
      return line
    }
    // What is left of the wanted unknown's own line when all others are eliminated.
    let others = unknowns.indices.filter { $0 != wanted }
    var done = 0
    for column in others {
      guard let place = (done..<rows.count).first(where: { rows[$0][column].top != 0 }) else {
        continue
      }
      rows.swapAt(done, place)
      for other in rows.indices where other != done && rows[other][column].top != 0 {
        let factor = rows[other][column] / rows[done][column]
        for index in unknowns.indices {
          rows[other][index] = rows[other][index] - factor * rows[done][index]
        }
      }
      done += 1
    }
    return rows[done...].contains { $0[wanted].top != 0 }
  }
}

/// A fraction in lowest terms.
struct Fraction {
  let top: Int
  let bottom: Int

  init(_ number: Int) { self.init(number, 1) }

  private init(_ top: Int, _ bottom: Int) {
    var (a, b) = (abs(top), abs(bottom))
    while b != 0 { (a, b) = (b, a % b) }
    let sign = bottom < 0 ? -1 : 1
    self.top = sign * top / max(a, 1)
    self.bottom = sign * bottom / max(a, 1)
  }

  static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.top, left.bottom * right.bottom)
  }

  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.bottom, left.bottom * right.top)
  }
}
