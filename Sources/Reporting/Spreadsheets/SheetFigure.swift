import LandRelease

/// A figure as a spreadsheet keeps it: the number itself, and how many decimals are shown of it.
public struct SheetFigure: Hashable, Sendable {
  /// The figure in the unit that is shown; a share is a fraction of one.
  public var value: Double
  /// How many decimals are shown, of a share those of its percents.
  public var decimals: Int
  /// Whether it is shown in percent.
  public var isPercent = false
}

extension Presentation {
  /// A cell as a number; nil for what is none.
  public func figure(_ cell: Cell, column: Column) -> SheetFigure? {
    switch cell {
    case .count(let count): return SheetFigure(value: Double(count), decimals: 0)
    case .area(let area):
      let unit = unit(of: column)
      return Double(area.exactDecimal(in: unit).shortest.text)
        .map { SheetFigure(value: $0, decimals: unit.printedDecimals) }
    case .share(_, _, let decimals):
      return number(cell, column).map {
        SheetFigure(value: $0, decimals: decimals, isPercent: true)
      }
    case .ratio(_, _, let decimals), .number(_, let decimals):
      return number(cell, column).map { SheetFigure(value: $0, decimals: decimals) }
    case .text, .date, .empty, .withheld: return nil
    }
  }

  private func number(_ cell: Cell, _ column: Column) -> Double? {
    cell.machineNumber(column: column).flatMap { Double($0) }
  }

  /// The HXL tag of a column, areas being in the unit that is shown.
  public func tag(of column: Column) -> String { HXLTag.of(column, areasIn: unit(of: column)) }
}
