import LandRelease

/// Withholds figures that rest on few records, and as many more as it takes that nobody can work
/// the first out from totals, from columns that add up, or from another table.
///
/// What a reader may know is taken widely: the sums of all lines of a table along each of its
/// dimensions, whether they are printed or not; sums of columns that hold in every row; equal areas
/// wherever they stand. A figure is safe where no sum of these gives it.
struct Suppression {
  /// With more unknowns than this a table is withheld by whole rows, which makes them fewer.
  static let mostUnknowns = 1_200

  private let board: FigureBoard
  /// The tables of each report, by their places on the board.
  private let reports: [Range<Int>]

  /// - Parameter reports: the tables of reports that are read together.
  init(_ reports: [[Table]], smallest: Int) {
    var board = FigureBoard(reports.flatMap { $0 }, smallest: smallest)
    var start = 0
    self.reports = reports.map { tables in
      defer { start += tables.count }
      return start..<start + tables.count
    }
    let large = board.tables.indices.filter { board.withheldCount(in: $0) > Self.mostUnknowns }
    for table in large { RowProtection(table: table).protect(&board) }
    let rest = board.tables.indices.filter { !large.contains($0) }
    let unknowns = rest.reduce(0) { $0 + board.withheldCount(in: $1) }
    if unknowns <= Self.mostUnknowns {
      FigureProtection(tables: rest).protect(&board)
    } else {
      // What one table's protection withholds is an unknown of the others that print it.
      for _ in 0..<2 { for table in rest { FigureProtection(tables: [table]).protect(&board) } }
    }
    self.board = board
  }

  /// The tables of one report with figures withheld; a table that has none left goes.
  func tables(of report: Int, _ left: inout LeftOut) -> [Table] {
    left.smallest = board.smallest
    let hidden = board.hiddenAreas
    return reports[report].compactMap { place in
      let table = board.shared(place, hidden: hidden, &left)
      guard Self.isEmptied(table) else { return table }
      left.add(table: table)
      return nil
    }
  }

  /// Whether all figures of a table are withheld.
  private static func isEmptied(_ table: Table) -> Bool {
    let figures = table.columns.indices.filter { table.columns[$0].kind.isNumeric }
    let cells = table.rows.filter { $0.style != .heading }.flatMap { row in
      figures.map { row.cell(at: $0) }
    }
    return cells.contains(.withheld) && cells.allSatisfy { $0 == .withheld || $0 == .empty }
  }
}
