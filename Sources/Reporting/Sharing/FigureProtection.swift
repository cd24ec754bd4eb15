/// Protects the figures of some tables one by one, by all that may be known of the tables together.
struct FigureProtection {
  let tables: [Int]

  func protect(_ board: inout FigureBoard) {
    let lines = tables.flatMap { board.lines(of: $0) }
    var protection = LineProtection(
      board.figures.map { figure in
        LineProtection.Unit(
          amount: figure.amount, records: figure.records, isTotal: figure.isTotal,
          isWithheld: figure.reason != nil, isSensitive: figure.isSensitive)
      },
      lines.map { line in
        LineProtection.Line(
          terms: line.terms.map { ($0.figure, $0.sign) }, isOfColumn: line.isOfColumn)
      }, smallest: board.smallest)
    protection.protect()
    for (figure, unit) in protection.units.enumerated() where unit.isWithheld {
      board.withhold(figure)
    }
  }
}

/// Protects a table by whole rows: all figures of a row are withheld, or none.
struct RowProtection {
  let table: Int

  func protect(_ board: inout FigureBoard) {
    let terms = board.terms[table]
    var units: [LineProtection.Unit] = []
    for row in terms {
      let figures = row.compactMap { $0.map { board.figures[$0.figure] } }
      units.append(
        LineProtection.Unit(
          amount: figures.map(\.amount).max() ?? 0, records: figures.compactMap(\.records).min(),
          isTotal: figures.contains { $0.isTotal },
          isWithheld: figures.contains { $0.reason != nil },
          isSensitive: figures.contains { $0.isSensitive }))
    }
    var protection = LineProtection(units, lines(board.tables[table]), smallest: board.smallest)
    protection.protect()
    for (row, unit) in protection.units.enumerated() where unit.isWithheld {
      for term in terms[row] { if let term { board.withhold(term.figure) } }
    }
  }

  private func lines(_ content: Table) -> [LineProtection.Line] {
    let sums = content.columns.indices.flatMap { PrintedSums(content, $0).sums }
    let summed = Set(sums.map { sum in Set(sum.map(\.row).dropLast()) })
    let dimensions = RowDimensions(content).groups.filter { !summed.contains(Set($0)) }
      .map { rows in LineProtection.Line(terms: rows.map { ($0, 1) }, isOfColumn: true) }
    let printed = sums.map { sum in
      LineProtection.Line(terms: sum.map { ($0.row, $0.sign) }, isOfColumn: true)
    }
    return dimensions + printed
  }
}
